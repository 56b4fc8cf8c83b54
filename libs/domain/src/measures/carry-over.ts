import { decideMove, type MeasureMoved, type MoveRefusal } from '../pdca/decide-move.js';
import type { TargetLoop } from '../pdca/pdca-moves.js';
import type { Actor } from '../people/actor.js';
import type { LocalDay } from '../shared/local-day.js';
import { err, ok, type Result } from '../shared/result.js';
import type { MeasureFacts, StepFacts } from './measure.record.js';

/** A step with what a copy of it needs. */
export type CarriedStepFacts = StepFacts & {
  readonly id: string;
  /** Place in the measure, counted from 1. */
  readonly position: number;
  readonly text: string;
  /** The stage of a staged roll-out to which it belongs, or null. */
  readonly stage: string | null;
  readonly dueDay: LocalDay | null;
};

/** A measure with what a successor takes from it. */
export type CarriedMeasureFacts = Omit<MeasureFacts, 'steps'> & {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly steps: readonly CarriedStepFacts[];
};

/** What is asked for; `successorId` is the id that the successor will have, `at` an instant in UTC. */
export type CarryOverRequest = {
  readonly targetLoop: TargetLoop | null;
  readonly reason: string | null;
  readonly successorId: string;
  readonly actor: Actor;
  readonly at: Date;
};

/** A step of a successor; `copyOf` is the id of the step from which it was copied. */
export type StepDraft = {
  readonly copyOf: string;
  /** Place in the successor, counted from 1 without gaps. */
  readonly position: number;
  readonly text: string;
  readonly stage: string | null;
  readonly dueDay: LocalDay | null;
  readonly state: 'OPEN';
};

/** A successor before it is written. It is planned anew: no due day, and its owner has to accept it anew. */
export type MeasureDraft = {
  readonly id: string;
  readonly phase: 'PLAN';
  readonly loopNumber: number;
  /** The id of the measure from which it was carried over. */
  readonly carriedFrom: string;
  readonly carriedReason: string;
  readonly title: string;
  readonly description: string | null;
  readonly successCriterion: string | null;
  readonly ownerId: string | null;
  readonly ownerAccepted: false;
  readonly commissionerId: string | null;
  readonly dueDay: null;
  readonly steps: readonly StepDraft[];
};

/** The end of the old measure in its own loop, and its successor in the later one. */
export type MeasureCarriedOver = {
  readonly end: MeasureMoved;
  readonly successor: MeasureDraft;
};

export type CarryOverRefusal =
  MoveRefusal | { readonly code: 'MEASURE_HAS_SUCCESSOR'; readonly loopNumber: number };

/**
 * Decides whether a measure goes on in a later loop. Copies, never moves: the old measure ends as CARRIED_OVER
 * where it is, and a successor begins in PLAN with the open steps, numbered from 1. Steps that are done or
 * dropped stay with the old measure. Pure: reads no clock and no store.
 *
 * Units: positions and loop numbers count from 1; `at` is an instant in UTC.
 * Refusals: those of `decideMove` for the move to CARRIED_OVER, with everything that is missing;
 * MEASURE_HAS_SUCCESSOR when it goes on already, because a chain has no forks. Never throws.
 * Source: docs/spec/pdca.md §6.
 */
export function decideCarryOver(
  measure: CarriedMeasureFacts,
  request: CarryOverRequest,
): Result<MeasureCarriedOver, CarryOverRefusal> {
  const { targetLoop, successorId } = request;
  const decision = decideMove(measure, { ...request, to: 'CARRIED_OVER' });
  if (!decision.ok) return decision;
  if (measure.successor !== null)
    return err({ code: 'MEASURE_HAS_SUCCESSOR', loopNumber: measure.successor.loopNumber });

  const end = decision.value;
  // Never so after a granted move; without these lines the compiler couldn't know.
  if (end.reason === null) return err({ code: 'MOVE_NOT_READY', missing: ['REASON'] });
  if (targetLoop === null) return err({ code: 'MOVE_NOT_READY', missing: ['LATER_LOOP'] });

  return ok({
    end,
    successor: successorOf(measure, { successorId, targetLoop, reason: end.reason }),
  });
}

/** What goes on in the later loop; whether it may is decided before. */
export function successorOf(
  measure: CarriedMeasureFacts,
  {
    successorId,
    targetLoop,
    reason,
  }: { readonly successorId: string; readonly targetLoop: TargetLoop; readonly reason: string },
): MeasureDraft {
  return {
    id: successorId,
    phase: 'PLAN',
    loopNumber: targetLoop.number,
    carriedFrom: measure.id,
    carriedReason: reason,
    title: measure.title,
    description: measure.description,
    successCriterion: measure.successCriterion,
    ownerId: measure.ownerId,
    ownerAccepted: false,
    commissionerId: measure.commissionerId,
    dueDay: null,
    steps: openStepsOf(measure.steps),
  };
}

function openStepsOf(steps: readonly CarriedStepFacts[]): readonly StepDraft[] {
  return steps
    .filter(({ state }) => state === 'OPEN')
    .toSorted((one, other) => one.position - other.position)
    .map(({ id, text, stage, dueDay }, index) => ({
      copyOf: id,
      position: index + 1,
      text,
      stage,
      dueDay,
      state: 'OPEN',
    }));
}
