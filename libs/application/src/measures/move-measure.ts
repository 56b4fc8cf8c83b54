import { decideMove, type MeasureMoved } from '#domain/pdca/decide-move.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { isWritten } from '#domain/shared/text.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { mailCheckWanted, mailSentBack } from '../mail/causes.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../shared/check-texts.js';
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
    (scope) => {
      const { to, reason = null } = command;
      if (to === 'CARRIED_OVER') return err(invalid('to', 'UNKNOWN'));
      return changeByMove(scope, to, reason);
    },
  );
}

/** Those who have to go on are told of it, from wherever the measure comes. */
async function mailMove(scope: MeasureScope, to: PdcaPhase, reason: string | null): Promise<void> {
  if (to === 'CHECK') await mailCheckWanted(scope);
  if (to === 'DO' && scope.measure.phase === 'CHECK') await mailSentBack(scope, reason ?? '');
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

/** What a move changes, of which those who have to go on are told; or why the rules refuse it. */
export async function changeByMove(
  scope: MeasureScope,
  to: PdcaPhase,
  reason: string | null,
): Promise<Result<MeasureChange, MeasureRefusal>> {
  const { facts, actor, at } = scope;
  const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
  if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
  const decision = decideMove(facts, { to, reason, targetLoop: null, actor, at });
  if (!decision.ok) return err(refusalOf(decision.error));
  await mailMove(scope, to, reason);
  return ok(changeOf(decision.value, reason));
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
