import type { MeasureFacts } from '../measures/measure.record.js';
import { actsForCircle, type Actor } from '../people/actor.js';
import {
  missingOf,
  needsOf,
  PDCA_MOVES,
  type MoveInputs,
  type MoveRight,
  type PdcaMove,
  type Requirement,
} from './pdca-moves.js';
import type { PdcaPhase } from './pdca-phase.js';

/** A move that the table holds for the measure's phase, and what stands in its way. */
export type AvailableMove = {
  readonly to: PdcaPhase;
  /** Whether this actor may make the move, once nothing is missing. */
  readonly permitted: boolean;
  /** Everything that is missing, in the order of the table; empty when the move is ready. */
  readonly missing: readonly Requirement[];
};

const NOTHING_SAID_YET: MoveInputs = { reason: null, targetLoop: null };

const HOLDS_RIGHT = {
  OWNER: (measure, { personId }) => measure.ownerId === personId,
  CIRCLE: (_measure, actor) => actsForCircle(actor),
  // The checker is never the owner, so an owner who is entered as checker holds no checker's right.
  CHECKER: (measure, { personId }) =>
    measure.checkerId === personId && measure.ownerId !== personId,
} as const satisfies Record<MoveRight, (measure: MeasureFacts, actor: Actor) => boolean>;

/**
 * All moves of the table that leave the measure's phase, each with the actor's right and with all that is
 * missing, so that a screen can show a blocked move with its reasons and needs no copy of the rules.
 *
 * Without `inputs`, REASON and LATER_LOOP count as missing wherever they are asked for. Moves that the
 * actor may not make are listed with `permitted: false`. Never refuses, never throws.
 * Source: docs/spec/pdca.md §2–4.
 */
export function availableMoves(
  measure: MeasureFacts,
  actor: Actor,
  inputs: MoveInputs = NOTHING_SAID_YET,
): readonly AvailableMove[] {
  return PDCA_MOVES[measure.phase]
    .filter((move) => move.onlyWhereStopped !== true || move.to === measure.stoppedIn)
    .map((move) => ({
      to: move.to,
      permitted: mayMake(move, measure, actor),
      missing: missingOf(needsOf(move, measure), measure, inputs),
    }));
}

function mayMake(move: PdcaMove, measure: MeasureFacts, actor: Actor): boolean {
  if (move.notBy !== undefined && HOLDS_RIGHT[move.notBy](measure, actor)) return false;
  return move.by.some((right) => HOLDS_RIGHT[right](measure, actor));
}
