import type { MeasureFacts } from '../measures/measure.record.js';
import type { Actor } from '../people/actor.js';
import { err, ok, type Result } from '../shared/result.js';
import { isWritten } from '../shared/text.js';
import { availableMoves } from './available-moves.js';
import type { MoveInputs, Requirement } from './pdca-moves.js';
import type { PdcaPhase } from './pdca-phase.js';

/** What is asked for; `at` is an instant in UTC. */
export type MoveRequest = MoveInputs & {
  readonly to: PdcaPhase;
  readonly actor: Actor;
  readonly at: Date;
};

/** A move as the history keeps it: who, when, from, to, why. */
export type MeasureMoved = {
  readonly from: PdcaPhase;
  readonly to: PdcaPhase;
  /** Trimmed; null when none was given and none was asked for. */
  readonly reason: string | null;
  /** The measure's `stoppedIn` from now on: `from` when it was stopped, else null. */
  readonly stoppedIn: PdcaPhase | null;
  readonly movedBy: string;
  readonly at: Date;
};

export type MoveRefusal =
  | { readonly code: 'MOVE_NOT_ALLOWED'; readonly from: PdcaPhase; readonly to: PdcaPhase }
  | { readonly code: 'MOVE_NOT_PERMITTED' }
  | { readonly code: 'MOVE_NOT_READY'; readonly missing: readonly Requirement[] };

/**
 * Decides whether a measure may move to another phase. Pure: reads no clock and no store.
 *
 * A move to CARRIED_OVER also asks for a successor: `decideCarryOver` decides both at once.
 *
 * Units: `at` is an instant in UTC, to the millisecond; loop numbers count from 1 in the programme.
 * Refusals, in this order: MOVE_NOT_ALLOWED when the table has no such edge; MOVE_NOT_PERMITTED when it isn't
 * this actor's to make; MOVE_NOT_READY with everything that is missing and not only the first thing; in a
 * closed loop LOOP_NOT_CLOSED is always among it. Never throws.
 * Source: docs/spec/pdca.md §2–4.
 */
export function decideMove(
  measure: MeasureFacts,
  request: MoveRequest,
): Result<MeasureMoved, MoveRefusal> {
  const { phase: from } = measure;
  const { to, reason, actor, at } = request;
  const move = availableMoves(measure, actor, request).find((candidate) => candidate.to === to);
  if (!move) return err({ code: 'MOVE_NOT_ALLOWED', from, to });
  if (!move.permitted) return err({ code: 'MOVE_NOT_PERMITTED' });
  if (move.missing.length > 0) return err({ code: 'MOVE_NOT_READY', missing: move.missing });

  return ok({
    from,
    to,
    reason: isWritten(reason) ? reason.trim() : null,
    stoppedIn: to === 'STOPPED' ? from : null,
    movedBy: actor.personId,
    at,
  });
}
