import { describe, expect, it } from '@jest/globals';
import type { Role } from '../people/role.js';
import { err, ok } from '../shared/result.js';
import { APPLICATION_STATES, CALL_STATES, type ApplicationState } from './call.record.js';
import {
  availableSelections,
  decideSelection,
  leavesSeat,
  mayChangeApplication,
  mayOrderWaitlist,
  mayWithdraw,
  SELECTIONS,
  stateForApplicant,
  termAfter,
  termOf,
  type ApplicationFacts,
  type Selection,
  type SelectionRequest,
} from './decide-application.js';

const anApplication = (facts: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  state: 'RECEIVED',
  confirmed: true,
  callState: 'CLOSED',
  seats: 2,
  otherChosen: 1,
  ...facts,
});
const as = (role: Role): SelectionRequest['actor'] => ({ personId: 'p', roles: [role] });
const asked = (to: Selection, more: Partial<SelectionRequest> = {}): SelectionRequest => ({
  to,
  reason: 'Zu wenig Zeit.',
  actor: as('CIRCLE'),
  ...more,
});
const ALL = APPLICATION_STATES.flatMap((state) =>
  CALL_STATES.flatMap((callState) => SELECTIONS.map((to) => [state, callState, to] as const)),
);

/** Copied by hand from docs/spec/calls.md §3. */
function codeBySpec(state: ApplicationState, call: string, to: Selection): string | null {
  if (state === 'WITHDRAWN') return 'APPLICATION_WITHDRAWN';
  if (call === 'DRAFT' || call === 'OPEN') return 'CALL_NOT_CLOSED';
  if (call === 'CLOSED') return null;
  return state === 'WAITLISTED' && to === 'CHOSEN' ? null : 'CALL_IS_DECIDED';
}

describe.each(ALL)('an application that is %s, of a call that is %s', (state, callState, to) => {
  const code = codeBySpec(state, callState, to);
  it(code === null ? `becomes ${to}` : `can't become ${to}`, () => {
    const decided = decideSelection(anApplication({ state, callState }), asked(to));
    if (code === null)
      expect(decided).toEqual(
        ok({ state: to, reason: to === 'DECLINED' ? 'Zu wenig Zeit.' : null }),
      );
    else expect(decided).toMatchObject(err({ code }));
  });
});

describe('choosing', () => {
  it('never gives more seats than there are', () => {
    for (const callState of ['CLOSED', 'DECIDED'] as const) {
      const full = anApplication({ state: 'WAITLISTED', callState, otherChosen: 2 });
      expect(decideSelection(full, asked('CHOSEN'))).toEqual(
        err({ code: 'NO_SEAT_LEFT', seats: 2 }),
      );
    }
    expect(decideSelection(anApplication({ otherChosen: 2 }), asked('WAITLISTED')).ok).toBe(true);
  });
  it('is the circle’s, of applications whose address is confirmed', () => {
    for (const role of ['EMPLOYEE', 'GUIDE'] as const)
      expect(decideSelection(anApplication(), asked('CHOSEN', { actor: as(role) }))).toEqual(
        err({ code: 'APPLICATION_NOT_PERMITTED' }),
      );
    expect(decideSelection(anApplication({ confirmed: false }), asked('CHOSEN'))).toEqual(
      err({ code: 'APPLICATION_NOT_PERMITTED' }),
    );
    const actor = as('ADMINISTRATOR');
    expect(decideSelection(anApplication(), asked('CHOSEN', { actor })).ok).toBe(true);
  });
  it('asks for a reason to decline', () => {
    for (const reason of [null, '', '\n '])
      expect(decideSelection(anApplication(), asked('DECLINED', { reason }))).toEqual(
        err({ code: 'REASON_MISSING' }),
      );
  });
  it('is offered as far as it can be done', () => {
    expect(availableSelections(anApplication(), as('CIRCLE'))).toEqual([
      'CHOSEN',
      'WAITLISTED',
      'DECLINED',
    ]);
    const full = anApplication({ state: 'CHOSEN', otherChosen: 1 });
    expect(availableSelections(full, as('CIRCLE'))).toEqual(['RECEIVED', 'WAITLISTED', 'DECLINED']);
    expect(availableSelections(anApplication({ otherChosen: 2 }), as('CIRCLE'))).not.toContain(
      'CHOSEN',
    );
    expect(availableSelections(anApplication(), as('GUIDE'))).toEqual([]);
  });
  it('orders the waitlist as long as somebody on it may be chosen', () => {
    const may = (facts: Partial<ApplicationFacts>, role: Role = 'CIRCLE'): boolean =>
      mayOrderWaitlist(anApplication({ state: 'WAITLISTED', ...facts }), as(role));
    expect(CALL_STATES.filter((callState) => may({ callState }))).toEqual(['CLOSED', 'DECIDED']);
    expect(APPLICATION_STATES.filter((state) => may({ state }))).toEqual(['WAITLISTED']);
    expect([may({ confirmed: false }), may({}, 'GUIDE'), may({}, 'ADMINISTRATOR')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('an applicant', () => {
  it('changes the application while the call is open', () => {
    for (const callState of CALL_STATES)
      for (const state of APPLICATION_STATES)
        expect([state, callState, mayChangeApplication({ state, callState })]).toEqual([
          state,
          callState,
          callState === 'OPEN' && state !== 'WITHDRAWN',
        ]);
  });
  it('withdraws it at any time, unless it was declined', () => {
    for (const callState of CALL_STATES)
      for (const state of APPLICATION_STATES)
        expect([state, callState, mayWithdraw({ state, callState })]).toEqual([
          state,
          callState,
          state !== 'WITHDRAWN' && `${callState} ${state}` !== 'DECIDED DECLINED',
        ]);
  });
  it('leaves a seat by that only once it was chosen, and told so', () => {
    for (const callState of CALL_STATES)
      for (const state of APPLICATION_STATES)
        expect([state, callState, leavesSeat({ state, callState })]).toEqual([
          state,
          callState,
          `${callState} ${state}` === 'DECIDED CHOSEN',
        ]);
  });
  it('learns what was said when the call is decided', () => {
    const seen = (state: ApplicationState, callState: 'CLOSED' | 'DECIDED'): string =>
      stateForApplicant({ state, callState });
    for (const state of ['CHOSEN', 'WAITLISTED', 'DECLINED'] as const) {
      expect(seen(state, 'CLOSED')).toBe('RECEIVED');
      expect(seen(state, 'DECIDED')).toBe(state);
    }
    expect(seen('WITHDRAWN', 'CLOSED')).toBe('WITHDRAWN');
  });
});

describe('a term', () => {
  const call = { firstLoop: 3, minimumTerm: 2 };
  it.each([
    [null, 4],
    [3, 4],
    [4, 4],
    [7, 7],
  ])('of someone who offers loops up to %s ends with loop %s', (wished, lastLoop) => {
    expect(termOf(call, wished)).toEqual({ firstLoop: 3, lastLoop });
  });
  it.each([
    ['none', null, [3, 5]],
    ['one that ends right before', [1, 2], [1, 5]],
    ['one that overlaps', [2, 4], [2, 5]],
    ['one that is longer', [1, 9], [1, 9]],
    ['one that follows at once', [6, 7], [3, 7]],
    ['one that ended long before', [1, 1], [3, 5]],
    ['one that begins much later', [7, 8], [3, 5]],
  ] as const)('after %s', (_name, before, after) => {
    const term = ([firstLoop, lastLoop]: readonly [number, number]) => ({ firstLoop, lastLoop });
    expect(termAfter(before && term(before), term([3, 5]))).toEqual(term(after));
  });
});
