import { describe, expect, it } from '@jest/globals';
import { RULINGS, type Ruling } from '../decisions/ruling.js';
import { aMeasure } from '../measures/measure-facts.builder.js';
import { err } from '../shared/result.js';
import { availableMoves } from './available-moves.js';
import { decideMove } from './decide-move.js';

const actor = { personId: 'circle', roles: ['CIRCLE'] } as const;
const move = (to: 'DO' | 'CHECK' | 'STOPPED') =>
  ({ to, actor, reason: 'Said.', targetLoop: null, at: new Date('2026-03-02T09:00:00Z') }) as const;
const waiting = (rulings: readonly Ruling[]) => aMeasure({ decisionRequiredFor: 'DO', rulings });
const lacksDecision = err({ code: 'MOVE_NOT_READY', missing: ['DECISION'] });
/** Copied by hand from docs/spec/pdca.md §3: a decision that approves, with or without changes. */
const APPROVING: readonly Ruling[] = ['APPROVED', 'APPROVED_WITH_CHANGES'];

describe('a measure that waits for a decision', () => {
  it('lacks it as long as there is none', () => {
    expect(decideMove(waiting([]), move('DO'))).toEqual(lacksDecision);
  });

  it.each(RULINGS)('goes on after %s only if that approves', (ruling) => {
    const decision = decideMove(waiting([ruling]), move('DO'));
    if (APPROVING.includes(ruling)) expect(decision).toMatchObject({ ok: true });
    else expect(decision).toEqual(lacksDecision);
  });

  it('needs one that approves among several, in any order', () => {
    expect(decideMove(waiting(['REFERRED', 'APPROVED']), move('DO')).ok).toBe(true);
    expect(decideMove(waiting(['APPROVED', 'DISCUSSED']), move('DO')).ok).toBe(true);
    expect(decideMove(waiting(['DISCUSSED', 'NOTED']), move('DO'))).toEqual(lacksDecision);
  });

  it('names it beside all else that is missing, before the closed loop', () => {
    const bare = { ...waiting([]), dueDay: null, loopStage: 'CLOSED' as const };
    expect(decideMove(bare, move('DO'))).toEqual(
      err({ code: 'MOVE_NOT_READY', missing: ['DUE_DAY', 'DECISION', 'LOOP_NOT_CLOSED'] }),
    );
  });

  it('waits with that one move, and says so of it alone', () => {
    const missing = availableMoves(waiting([]), actor).filter((one) =>
      one.missing.includes('DECISION'),
    );
    expect(missing.map(({ to }) => to)).toEqual(['DO']);
    expect(decideMove(waiting([]), move('STOPPED')).ok).toBe(true);
  });

  it('opens no move that the table lacks', () => {
    const measure = aMeasure({ decisionRequiredFor: 'CHECK', rulings: ['APPROVED'] });
    expect(decideMove(measure, move('CHECK'))).toEqual(
      err({ code: 'MOVE_NOT_ALLOWED', from: 'PLAN', to: 'CHECK' }),
    );
  });
});
