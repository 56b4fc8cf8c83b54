import { describe, expect, it } from '@jest/globals';
import type { Role } from '../people/role.js';
import type { LocalDay } from '../shared/local-day.js';
import { err, ok } from '../shared/result.js';
import { CALL_STATES, stateOn, type CallFacts } from './call.record.js';
import {
  availableCallMoves,
  CALL_INTENTS,
  CHANGEABLE,
  decideCall,
  type CallIntent,
  type CallRequest,
} from './decide-call.js';

const day = (text: string): LocalDay => text as LocalDay;
const TODAY = day('2026-11-10');
const LAST = day('2026-11-20');

const aCall = (facts: Partial<CallFacts> = {}): CallFacts => ({
  state: 'DRAFT',
  text: 'Wer geht mit?',
  opensOn: null,
  closesOn: LAST,
  seats: 5,
  minimumTerm: 2,
  firstLoop: 3,
  undecided: 0,
  otherOpen: false,
  ...facts,
});
const BARE = aCall({ text: ' ', closesOn: null, seats: null, minimumTerm: null, firstLoop: null });
const as = (role: Role): CallRequest['actor'] => ({ personId: 'p', roles: [role] });
const asked = (intent: CallIntent, more: Partial<CallRequest> = {}): CallRequest => ({
  intent,
  reason: 'Genug Meldungen.',
  closesOn: day('2026-11-30'),
  actor: as('CIRCLE'),
  today: TODAY,
  ...more,
});
const missing = (call: CallFacts, request: CallRequest): unknown => {
  const decided = decideCall(call, request);
  return decided.ok ? [] : 'missing' in decided.error ? decided.error.missing : decided.error.code;
};

/** Copied by hand from docs/spec/calls.md §2. */
const SPEC: Readonly<Record<CallIntent, Readonly<Record<string, string>>>> = {
  OPEN: { DRAFT: 'OPEN' },
  EXTEND: { OPEN: 'OPEN', CLOSED: 'OPEN' },
  CLOSE: { OPEN: 'CLOSED' },
  DECIDE: { CLOSED: 'DECIDED' },
};
const PAIRS = CALL_INTENTS.flatMap((intent) => CALL_STATES.map((from) => [intent, from] as const));

describe.each(PAIRS)('%s of a call that is %s', (intent, from) => {
  const to = SPEC[intent][from];
  it(to === undefined ? 'is refused' : `makes it ${to}`, () => {
    const decided = decideCall(aCall({ state: from, opensOn: day('2026-11-01') }), asked(intent));
    if (to === undefined)
      expect(decided).toEqual(err({ code: 'CALL_MOVE_NOT_ALLOWED', from, intent }));
    else expect(decided).toMatchObject(ok({ from, state: to }));
  });

  it('is the circle’s alone', () => {
    const call = aCall({ state: from });
    for (const role of ['EMPLOYEE', 'GUIDE'] as const)
      expect(decideCall(call, asked(intent, { actor: as(role) }))).toEqual(
        err({ code: 'CALL_NOT_PERMITTED' }),
      );
    expect(decideCall(call, asked(intent, { actor: as('ADMINISTRATOR') })).ok).toBe(
      to !== undefined,
    );
  });
});

describe('a call that is opened', () => {
  it('begins today', () => {
    expect(decideCall(aCall(), asked('OPEN'))).toEqual(
      ok({ from: 'DRAFT', state: 'OPEN', opensOn: TODAY, closesOn: LAST, reason: null }),
    );
  });
  it('needs all that applicants have to know, and is told all of it', () => {
    expect(missing(BARE, asked('OPEN'))).toEqual([
      'TEXT',
      'CLOSING_DAY',
      'SEATS',
      'MINIMUM_TERM',
      'FIRST_LOOP',
    ]);
  });
  it('can’t end before it begins, but on the same day', () => {
    expect(missing(aCall({ closesOn: day('2026-11-09') }), asked('OPEN'))).toEqual(['CLOSING_DAY']);
    expect(missing(aCall({ closesOn: TODAY }), asked('OPEN'))).toEqual([]);
  });
  it('is the only one', () => {
    expect(missing(aCall({ otherOpen: true }), asked('OPEN'))).toEqual(['NO_OTHER_OPEN']);
  });
});

describe('the last day', () => {
  it('closes the call when it is over, by itself', () => {
    const call = aCall({ state: 'OPEN' });
    expect(stateOn(call, LAST)).toBe('OPEN');
    expect(stateOn(call, day('2026-11-21'))).toBe('CLOSED');
    for (const state of ['DRAFT', 'CLOSED', 'DECIDED'] as const)
      expect(stateOn(aCall({ state }), day('2026-12-24'))).toBe(state);
    const after = day('2026-11-21');
    expect(decideCall(call, asked('DECIDE', { today: after })).ok).toBe(true);
    expect(decideCall(call, asked('CLOSE', { today: after }))).toEqual(
      err({ code: 'CALL_MOVE_NOT_ALLOWED', from: 'CLOSED', intent: 'CLOSE' }),
    );
  });
  it('moves to a later day, not before and not past', () => {
    const call = aCall({ state: 'OPEN' });
    expect(decideCall(call, asked('EXTEND'))).toMatchObject(
      ok({ state: 'OPEN', closesOn: day('2026-11-30'), reason: null }),
    );
    for (const closesOn of [null, LAST, day('2026-11-19')])
      expect(missing(call, asked('EXTEND', { closesOn }))).toEqual(['CLOSING_DAY']);
    const over = { closesOn: day('2026-11-30'), today: day('2026-12-01') };
    expect(missing(call, asked('EXTEND', over))).toEqual(['CLOSING_DAY']);
    expect(missing(aCall({ state: 'CLOSED', otherOpen: true }), asked('EXTEND'))).toEqual([
      'NO_OTHER_OPEN',
    ]);
  });
  it('is today for a call that is closed early, which needs a reason', () => {
    const call = aCall({ state: 'OPEN' });
    expect(decideCall(call, asked('CLOSE'))).toMatchObject(
      ok({ state: 'CLOSED', closesOn: TODAY, reason: 'Genug Meldungen.' }),
    );
    for (const reason of [null, '', ' \n'])
      expect(missing(call, asked('CLOSE', { reason }))).toEqual(['REASON']);
  });
});

describe('a decision', () => {
  it('leaves nobody without a word', () => {
    expect(missing(aCall({ state: 'CLOSED', undecided: 1 }), asked('DECIDE'))).toEqual([
      'ALL_DECIDED',
    ]);
  });
});

describe('what can be done', () => {
  it('is offered with all that it lacks, also to whom it isn’t permitted', () => {
    expect(availableCallMoves(BARE, as('CIRCLE'), TODAY)).toEqual([
      {
        intent: 'OPEN',
        permitted: true,
        missing: ['TEXT', 'CLOSING_DAY', 'SEATS', 'MINIMUM_TERM', 'FIRST_LOOP'],
      },
    ]);
    expect(availableCallMoves(aCall({ state: 'OPEN' }), as('GUIDE'), TODAY)).toEqual([
      { intent: 'EXTEND', permitted: false, missing: [] },
      { intent: 'CLOSE', permitted: false, missing: [] },
    ]);
    expect(availableCallMoves(aCall({ state: 'DECIDED' }), as('CIRCLE'), TODAY)).toEqual([]);
  });
  it('to the texts of an open call is little, and nothing once it is decided', () => {
    expect(CHANGEABLE.DRAFT).toContain('questions');
    expect(CHANGEABLE.OPEN).toEqual(['title', 'text', 'seats']);
    expect(CHANGEABLE.CLOSED).toEqual(['title', 'text', 'seats']);
    expect(CHANGEABLE.DECIDED).toEqual([]);
  });
});
