import { err, ok, type Result } from '../shared/result.js';
import type { NextStepState, ResultState, StepState } from './measure.record.js';

/** A change of the state of a part of a measure: from where it may come, and where it leads. */
type PartMove<State> = { readonly from: readonly State[]; readonly to: State };

/** Steps: what is dropped isn't done after all without being opened again. */
export const STEP_MOVES = {
  COMPLETE: { from: ['OPEN'], to: 'DONE' },
  DROP: { from: ['OPEN'], to: 'DROPPED' },
  REOPEN: { from: ['DONE', 'DROPPED'], to: 'OPEN' },
} as const satisfies Record<string, PartMove<StepState>>;

/** Results: what is public and what stays in can be changed for each other, or become a draft again. */
export const RESULT_MOVES = {
  PUBLISH: { from: ['DRAFT', 'INTERNAL'], to: 'PUBLISHED' },
  WITHDRAW: { from: ['PUBLISHED', 'INTERNAL'], to: 'DRAFT' },
  KEEP_INTERNAL: { from: ['DRAFT', 'PUBLISHED'], to: 'INTERNAL' },
} as const satisfies Record<string, PartMove<ResultState>>;

/** Next steps: one that became a measure is that measure from then on. */
export const NEXT_STEP_MOVES = {
  COMPLETE: { from: ['OPEN'], to: 'DONE' },
  DROP: { from: ['OPEN'], to: 'DROPPED' },
  REOPEN: { from: ['DONE', 'DROPPED'], to: 'OPEN' },
  TAKE_UP: { from: ['OPEN'], to: 'BECAME_MEASURE' },
} as const satisfies Record<string, PartMove<NextStepState>>;

/** The state to which a move leads, or WRONG_STATE when it doesn't leave the present one. Pure; never throws. */
export function decidePartMove<State>(
  present: State,
  move: PartMove<State>,
): Result<State, 'WRONG_STATE'> {
  return move.from.includes(present) ? ok(move.to) : err('WRONG_STATE');
}

/**
 * Whether `wanted` holds each of `present` exactly once and nothing else. Ids are compared as they are written.
 */
export function isReordering(present: readonly string[], wanted: readonly string[]): boolean {
  const ids = new Set(wanted);
  return (
    wanted.length === present.length &&
    ids.size === wanted.length &&
    present.every((id) => ids.has(id))
  );
}
