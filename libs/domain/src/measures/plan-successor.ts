import { actsForCircle } from '../people/actor.js';
import { missingOf, type Requirement } from '../pdca/pdca-moves.js';
import { err, ok, type Result } from '../shared/result.js';
import {
  successorOf,
  type CarriedMeasureFacts,
  type CarryOverRefusal,
  type CarryOverRequest,
  type MeasureDraft,
} from './carry-over.js';

const NEEDS: readonly Requirement[] = ['REASON', 'LATER_LOOP', 'LOOP_NOT_CLOSED'];

/**
 * Decides whether a measure that is to be adapted gets its successor in a later loop while it stays in ACT, so that
 * it can be done. The successor is the one that carrying over would make. Pure: reads no clock and no store.
 *
 * Refusals, in this order: MOVE_NOT_ALLOWED (to PLAN, where a successor begins) unless the measure is in ACT;
 * MOVE_NOT_PERMITTED unless the circle asks; MOVE_NOT_READY with everything that is missing, VERDICT when it isn't
 * ADAPT; MEASURE_HAS_SUCCESSOR. Never throws.
 * Source: docs/spec/pdca.md §2, §6.
 */
export function decideSuccessor(
  measure: CarriedMeasureFacts,
  request: CarryOverRequest,
): Result<MeasureDraft, CarryOverRefusal> {
  const { phase: from } = measure;
  const { reason, targetLoop } = request;
  if (from !== 'ACT') return err({ code: 'MOVE_NOT_ALLOWED', from, to: 'PLAN' });
  if (!actsForCircle(request.actor)) return err({ code: 'MOVE_NOT_PERMITTED' });
  const verdict: readonly Requirement[] = measure.verdict === 'ADAPT' ? [] : ['VERDICT'];
  const missing = [...verdict, ...missingOf(NEEDS, measure, request)];
  // The last two are missing then as well; without them the compiler couldn't know.
  if (missing.length > 0 || reason === null || targetLoop === null)
    return err({ code: 'MOVE_NOT_READY', missing });
  if (measure.successor !== null)
    return err({ code: 'MEASURE_HAS_SUCCESSOR', loopNumber: measure.successor.loopNumber });
  return ok(successorOf(measure, { ...request, targetLoop, reason }));
}
