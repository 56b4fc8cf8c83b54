import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.js';
import type { Role } from '../people/role.js';
import {
  availableIdeaMoves,
  decideIdea,
  IDEA_INTENTS,
  IDEA_STATES,
  mayBringAnother,
  mayChangeIdea,
  mayWithdrawIdea,
  type IdeaIntent,
  type IdeaState,
} from './decide-idea.js';

const as = (role: Role): Actor => ({ personId: 'p', roles: [role] });
const circle = as('CIRCLE');

/** All that leads anywhere; every other pair of state and intent is refused. */
const TABLE: readonly (readonly [IdeaState, IdeaIntent, IdeaState])[] = [
  ['SUBMITTED', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['SUBMITTED', 'TAKE_UP', 'TAKEN_UP'],
  ['SUBMITTED', 'DECLINE', 'DECLINED'],
  ['ACKNOWLEDGED', 'TAKE_UP', 'TAKEN_UP'],
  ['ACKNOWLEDGED', 'DECLINE', 'DECLINED'],
  ['DECLINED', 'TAKE_UP', 'TAKEN_UP'],
];
const PAIRS = IDEA_STATES.flatMap((from) =>
  IDEA_INTENTS.map((intent) => {
    const found = TABLE.find(([state, move]) => state === from && move === intent);
    return [from, intent, found?.[2] ?? null] as const;
  }),
);

describe('what becomes of an idea', () => {
  it.each(PAIRS)('%s, %s: %s', (from, intent, to) => {
    const decided = decideIdea(from, { intent, reason: 'Weil', actor: circle });
    expect(decided).toEqual(
      to === null
        ? { ok: false, error: { code: 'IDEA_MOVE_NOT_ALLOWED', from } }
        : { ok: true, value: { state: to, reason: intent === 'DECLINE' ? 'Weil' : null } },
    );
  });

  it.each(['EMPLOYEE', 'GUIDE'] as const)('isn’t for a %s to say', (role) => {
    for (const intent of IDEA_INTENTS)
      expect(decideIdea('SUBMITTED', { intent, reason: 'Weil', actor: as(role) })).toEqual({
        ok: false,
        error: { code: 'IDEA_NOT_PERMITTED' },
      });
    expect(availableIdeaMoves('SUBMITTED', as(role))).toEqual([]);
  });

  it('is for administrators to say as well', () => {
    expect(availableIdeaMoves('SUBMITTED', as('ADMINISTRATOR'))).toEqual([...IDEA_INTENTS]);
  });

  it.each([null, '', ' \n'])('isn’t declined for the reason %j', (reason) => {
    expect(decideIdea('SUBMITTED', { intent: 'DECLINE', reason, actor: circle })).toEqual({
      ok: false,
      error: { code: 'REASON_MISSING' },
    });
  });
});

describe('the author', () => {
  it('may change an idea until the circle has said anything', () => {
    expect(IDEA_STATES.filter(mayChangeIdea)).toEqual(['SUBMITTED']);
  });

  it('may withdraw an idea until it is taken up', () => {
    expect(IDEA_STATES.filter(mayWithdrawIdea)).toEqual(['SUBMITTED', 'ACKNOWLEDGED', 'DECLINED']);
  });
});

describe('another idea of an author', () => {
  it.each([
    [0, true],
    [19, true],
    [20, false],
    [500, false],
  ])('after %i within a day: %s', (ofLastDay, may) => {
    expect(mayBringAnother(ofLastDay)).toBe(may);
  });
});
