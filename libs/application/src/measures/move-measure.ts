import { decideMove, type MeasureMoved } from '#domain/pdca/decide-move.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { isWritten } from '#domain/shared/text.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../topics/check-texts.js';
import { inTurn, type BulkAnswer } from './in-turn.js';
import { refusalOf, type MeasureRefusal } from './measure-refusal.js';
import {
  writeMeasure,
  type MeasureChange,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
} from './write-measure.js';

type Move = { readonly to: PdcaPhase; readonly reason?: string | null | undefined };
export type MoveMeasureCommand = MeasureCommand & Move;
export type MoveMeasuresCommand = Move & { readonly measures: readonly MeasureCommand[] };

/**
 * Moves a measure to another phase under the rules of docs/spec/pdca.md §2. CARRIED_OVER needs a successor as
 * well, so that phase is reached by `carryOverMeasure` alone: here it is INVALID_INPUT.
 */
export function moveMeasure(
  writing: Writing,
  caller: Caller,
  command: MoveMeasureCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    // The closed loop is named by the rules themselves, among all else that is missing.
    { intent: 'moveMeasure', rights: ['ANYONE'], evenWhenClosed: true },
    (scope) =>
      command.to === 'CARRIED_OVER'
        ? err(invalid('to', 'UNKNOWN'))
        : changeByMove(scope, command.to, command.reason ?? null),
  );
}

/** Moves several measures, each by itself: a refusal of one leaves the others moved. */
export function moveMeasures(
  writing: Writing,
  caller: Caller,
  { measures, to, reason }: MoveMeasuresCommand,
): Promise<readonly BulkAnswer[]> {
  return inTurn(caller, measures, (one, measure) =>
    moveMeasure(writing, one, { ...measure, to, reason }),
  );
}

/** What a move changes, or why the rules refuse it. */
export function changeByMove(
  { facts, actor, at }: MeasureScope,
  to: PdcaPhase,
  reason: string | null,
): Result<MeasureChange, MeasureRefusal> {
  const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
  if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
  const decision = decideMove(facts, { to, reason, targetLoop: null, actor, at });
  return decision.ok ? ok(changeOf(decision.value, reason)) : err(refusalOf(decision.error));
}

/** The columns and the history of a move; the reason is kept as it was given. */
export function changeOf(
  { from, to, stoppedIn }: MeasureMoved,
  given: string | null,
): MeasureChange {
  const reason = isWritten(given) ? given : null;
  return {
    set: {
      phase: to,
      stoppedIn,
      endReason: to === 'STOPPED' || to === 'CARRIED_OVER' ? reason : null,
      // A measure that goes back is taken over anew.
      ...(from === 'DONE' ? { commissionerTookOver: false } : {}),
    },
    history: [{ field: 'phase', from, to, reason }],
  };
}
