import { availableMoves, type AvailableMove } from '../pdca/available-moves.js';
import { INPUT_REQUIREMENTS } from '../pdca/pdca-moves.js';
import type { PdcaPhase } from '../pdca/pdca-phase.js';
import type { Actor } from '../people/actor.js';
import type { MeasureFacts } from './measure.record.js';

/** The newest move in a measure's history; phases as the history keeps them, as texts. */
export type LastMove = {
  readonly from: string | null;
  readonly to: string | null;
  readonly way: 'API' | 'IMPORT';
};

/**
 * The move that takes the last one back, with the actor's right and with what it lacks; null when there is none: a
 * file made the last move, it isn't what brought the measure where it is, or the table has no way back. A carry-over
 * isn't undone: the table has no way out of CARRIED_OVER. Pure; never throws.
 * Source: docs/spec/pdca.md §2.
 */
export function moveBack(
  measure: MeasureFacts,
  lastMove: LastMove | null,
  actor: Actor,
): AvailableMove | null {
  if (lastMove === null || lastMove.way !== 'API' || lastMove.to !== measure.phase) return null;
  // Back to CARRIED_OVER would be a carry-over, with a successor of its own.
  if (lastMove.from === 'CARRIED_OVER') return null;
  return availableMoves(measure, actor).find(({ to }) => to === lastMove.from) ?? null;
}

/**
 * The phase to which the actor can take the last move back, or null. What is said with a move, such as its reason,
 * may still be missing; all else may not. Pure; never throws.
 */
export function undoTarget(
  measure: MeasureFacts,
  lastMove: LastMove | null,
  actor: Actor,
): PdcaPhase | null {
  const move = moveBack(measure, lastMove, actor);
  if (move === null || !move.permitted) return null;
  const saidWithMove: readonly string[] = INPUT_REQUIREMENTS;
  return move.missing.every((need) => saidWithMove.includes(need)) ? move.to : null;
}
