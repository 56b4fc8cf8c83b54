import type { LoopStage } from '../measures/measure.record.js';
import { actsForCircle, isAdministrator, type Actor } from '../people/actor.js';
import { isEndPhase, type PdcaPhase } from '../pdca/pdca-phase.js';
import { err, ok, type Result } from '../shared/result.js';
import { isWritten } from '../shared/text.js';

/** A measure of the loop, as far as a refusal has to name it. */
export type LoopMeasureFacts = {
  readonly id: string;
  readonly title: string;
  readonly phase: PdcaPhase;
};

/** Everything that the rules ask of a learning loop; loop numbers count from 1 in the programme. */
export type LoopFacts = {
  readonly number: number;
  readonly stage: LoopStage;
  readonly reflection: string | null;
  /** Another loop of the same programme that is RUNNING, or null. */
  readonly otherRunningLoopNumber: number | null;
  readonly measures: readonly LoopMeasureFacts[];
};

/** What is asked for; `at` is an instant in UTC. */
export type LoopStageRequest = {
  readonly to: LoopStage;
  readonly reason: string | null;
  readonly actor: Actor;
  readonly at: Date;
};

/** A change of stage as the history keeps it. */
export type LoopStageChanged = {
  readonly from: LoopStage;
  readonly to: LoopStage;
  /** Trimmed; null when none was given and none was asked for. */
  readonly reason: string | null;
  readonly changedBy: string;
  readonly at: Date;
};

export const LOOP_OBSTACLE_CODES = [
  'OTHER_LOOP_RUNNING',
  'MEASURE_OPEN',
  'REFLECTION_MISSING',
  'REASON_MISSING',
] as const satisfies readonly LoopObstacle['code'][];

/** One thing that stands in the way of a stage. */
export type LoopObstacle =
  | { readonly code: 'OTHER_LOOP_RUNNING'; readonly loopNumber: number }
  | ({ readonly code: 'MEASURE_OPEN'; readonly measureId: string } & Omit<LoopMeasureFacts, 'id'>)
  | { readonly code: 'REFLECTION_MISSING' }
  | { readonly code: 'REASON_MISSING' };

export type LoopStageRefusal =
  | { readonly code: 'LOOP_MOVE_NOT_ALLOWED'; readonly from: LoopStage; readonly to: LoopStage }
  | { readonly code: 'LOOP_NOT_PERMITTED' }
  | { readonly code: 'LOOP_NOT_READY'; readonly obstacles: readonly LoopObstacle[] };

/** A stage that may follow, with the actor's right and everything that stands in its way. */
export type AvailableLoopStage = {
  readonly to: LoopStage;
  readonly permitted: boolean;
  readonly obstacles: readonly LoopObstacle[];
};

const OBSTACLES = {
  NO_OTHER_LOOP_RUNNING: ({ otherRunningLoopNumber }) =>
    otherRunningLoopNumber === null
      ? []
      : [{ code: 'OTHER_LOOP_RUNNING', loopNumber: otherRunningLoopNumber }],
  MEASURES_ENDED: ({ measures }) =>
    measures
      .filter(({ phase }) => !isEndPhase(phase))
      .map(({ id, title, phase }) => ({ code: 'MEASURE_OPEN', measureId: id, title, phase })),
  REFLECTION: ({ reflection }) => (isWritten(reflection) ? [] : [{ code: 'REFLECTION_MISSING' }]),
  REASON: (_loop, reason) => (isWritten(reason) ? [] : [{ code: 'REASON_MISSING' }]),
} as const satisfies Record<
  string,
  (loop: LoopFacts, reason: string | null) => readonly LoopObstacle[]
>;

export type LoopRequirement = keyof typeof OBSTACLES;

export type LoopMove = {
  readonly to: LoopStage;
  readonly by: 'CIRCLE' | 'ADMINISTRATOR';
  readonly needs: readonly LoopRequirement[];
};

/**
 * Every legal change of stage. A pair that is absent here is illegal.
 *
 * Source: docs/spec/pdca.md §5.
 */
export const LOOP_MOVES: Readonly<Record<LoopStage, readonly LoopMove[]>> = {
  PLANNED: [{ to: 'RUNNING', by: 'CIRCLE', needs: ['NO_OTHER_LOOP_RUNNING'] }],
  RUNNING: [{ to: 'REVIEW', by: 'CIRCLE', needs: [] }],
  REVIEW: [{ to: 'CLOSED', by: 'CIRCLE', needs: ['MEASURES_ENDED', 'REFLECTION'] }],
  CLOSED: [{ to: 'REVIEW', by: 'ADMINISTRATOR', needs: ['REASON'] }],
};

const HOLDS_RIGHT = {
  CIRCLE: actsForCircle,
  ADMINISTRATOR: isAdministrator,
} as const satisfies Record<LoopMove['by'], (actor: Actor) => boolean>;

/**
 * The stages that may follow, each with the actor's right and with everything that stands in its way.
 *
 * Never refuses, never throws. Source: docs/spec/pdca.md §5.
 */
export function availableLoopStages(
  loop: LoopFacts,
  actor: Actor,
  reason: string | null = null,
): readonly AvailableLoopStage[] {
  return LOOP_MOVES[loop.stage].map(({ to, by, needs }) => ({
    to,
    permitted: HOLDS_RIGHT[by](actor),
    obstacles: needs.flatMap((need): readonly LoopObstacle[] => OBSTACLES[need](loop, reason)),
  }));
}

/**
 * Decides whether a learning loop may enter another stage. Pure: reads no clock and no store.
 *
 * Units: `at` is an instant in UTC, to the millisecond; loop numbers count from 1.
 * Refusals, in this order: LOOP_MOVE_NOT_ALLOWED when that stage doesn't follow; LOOP_NOT_PERMITTED when it
 * isn't this actor's to decide; LOOP_NOT_READY with everything that stands in the way: another running loop
 * by its number, each open measure by id, title and phase, a missing reflection or reason. Never throws.
 * Source: docs/spec/pdca.md §5.
 */
export function decideLoopStage(
  loop: LoopFacts,
  request: LoopStageRequest,
): Result<LoopStageChanged, LoopStageRefusal> {
  const { stage: from } = loop;
  const { to, reason, actor, at } = request;
  const next = availableLoopStages(loop, actor, reason).find((candidate) => candidate.to === to);
  if (!next) return err({ code: 'LOOP_MOVE_NOT_ALLOWED', from, to });
  if (!next.permitted) return err({ code: 'LOOP_NOT_PERMITTED' });
  if (next.obstacles.length > 0) return err({ code: 'LOOP_NOT_READY', obstacles: next.obstacles });

  return ok({
    from,
    to,
    reason: isWritten(reason) ? reason.trim() : null,
    changedBy: actor.personId,
    at,
  });
}
