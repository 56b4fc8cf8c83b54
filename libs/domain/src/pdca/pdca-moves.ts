import { approves } from '../decisions/ruling.js';
import type { LoopStage, MeasureFacts } from '../measures/measure.record.js';
import { isWritten } from '../shared/text.js';
import type { PdcaPhase } from './pdca-phase.js';

/** The loop in which a measure is to go on; `number` counts from 1 in the programme. */
export type TargetLoop = { readonly number: number; readonly stage: LoopStage };

/** What the person who moves a measure says with the move; all else is read from the measure. */
export type MoveInputs = {
  readonly reason: string | null;
  readonly targetLoop: TargetLoop | null;
};

type Predicate = (measure: MeasureFacts, inputs: MoveInputs) => boolean;

/**
 * What a move may ask for: true when it is met. No sentence stands here; screens translate the names.
 *
 * Source: docs/spec/pdca.md §3.
 */
export const REQUIREMENTS = {
  OWNER_ACCEPTED: (measure) => measure.ownerId !== null && measure.ownerAccepted,
  SUCCESS_CRITERION: (measure) => isWritten(measure.successCriterion),
  STEP: (measure) => measure.steps.length > 0,
  DUE_DAY: (measure) => measure.dueDay !== null,
  STEPS_SETTLED: (measure) =>
    measure.steps.every(
      ({ state, dropReason }) => state === 'DONE' || (state === 'DROPPED' && isWritten(dropReason)),
    ),
  RESULT: (measure) => measure.resultStates.length > 0,
  VERDICT: (measure) => measure.verdict !== null,
  LESSON: (measure) => isWritten(measure.lesson),
  RESULT_SETTLED: (measure) =>
    measure.resultStates.length > 0 && !measure.resultStates.includes('DRAFT'),
  COMMISSIONER_TOOK_OVER: (measure) =>
    measure.commissionerId !== null && measure.commissionerTookOver,
  NEXT_STEPS_SETTLED: (measure) => measure.nextStepCount > 0 || measure.noNextStepNeeded,
  SUCCESSOR: (measure) => measure.verdict !== 'ADAPT' || hasLaterSuccessor(measure),
  ANCHORED: (measure) => measure.verdict !== 'ADOPT' || isWritten(measure.anchoredIn),
  DECISION: (measure) => measure.rulings.some(approves),
  REASON: (_measure, { reason }) => isWritten(reason),
  LATER_LOOP: (measure, { targetLoop }) =>
    targetLoop !== null && targetLoop.number > measure.loopNumber && targetLoop.stage !== 'CLOSED',
  LOOP_NOT_CLOSED: (measure) => measure.loopStage !== 'CLOSED',
} as const satisfies Record<string, Predicate>;

export type Requirement = keyof typeof REQUIREMENTS;
export const REQUIREMENT_NAMES = Object.keys(REQUIREMENTS) as readonly Requirement[];

/** Requirements that are met by what is said with the move, so that a screen asks for them there. */
export const INPUT_REQUIREMENTS = [
  'REASON',
  'LATER_LOOP',
] as const satisfies readonly Requirement[];

/** In which relation to the measure a person may move it. */
export const MOVE_RIGHTS = ['OWNER', 'CIRCLE', 'CHECKER'] as const;
export type MoveRight = (typeof MOVE_RIGHTS)[number];

/** One edge of the table. */
export type PdcaMove = {
  readonly to: PdcaPhase;
  /** One of these rights is enough … */
  readonly by: readonly MoveRight[];
  /** … but never together with this one. */
  readonly notBy?: MoveRight;
  readonly needs: readonly Requirement[];
  /** The edge is there only when `to` is the phase in which the measure was stopped. */
  readonly onlyWhereStopped?: true;
};

/** A closed loop is frozen, so every move asks for this on top of its own needs. */
export const EVERY_MOVE_NEEDS = ['LOOP_NOT_CLOSED'] as const satisfies readonly Requirement[];

/** All that a move asks for: its own needs, a decision where the measure waits for one, and what every move asks for. */
export function needsOf(move: PdcaMove, measure: MeasureFacts): readonly Requirement[] {
  const decision: readonly Requirement[] =
    measure.decisionRequiredFor === move.to ? ['DECISION'] : [];
  return [...move.needs, ...decision, ...EVERY_MOVE_NEEDS];
}

const TO_STOPPED = { to: 'STOPPED', by: ['CIRCLE'], needs: ['REASON'] } as const satisfies PdcaMove;
const TO_CARRIED_OVER = {
  to: 'CARRIED_OVER',
  by: ['CIRCLE'],
  needs: ['REASON', 'LATER_LOOP'],
} as const satisfies PdcaMove;

/**
 * Every legal move. A pair that is absent here is illegal; no other file may hold such a list.
 *
 * Source: docs/spec/pdca.md §2.
 */
export const PDCA_MOVES: Readonly<Record<PdcaPhase, readonly PdcaMove[]>> = {
  PLAN: [
    {
      to: 'DO',
      by: ['OWNER', 'CIRCLE'],
      needs: ['OWNER_ACCEPTED', 'SUCCESS_CRITERION', 'STEP', 'DUE_DAY'],
    },
    TO_STOPPED,
    TO_CARRIED_OVER,
  ],
  DO: [
    { to: 'PLAN', by: ['OWNER', 'CIRCLE'], needs: ['REASON'] },
    { to: 'CHECK', by: ['OWNER', 'CIRCLE'], needs: ['STEPS_SETTLED', 'RESULT'] },
    TO_STOPPED,
    TO_CARRIED_OVER,
  ],
  CHECK: [
    { to: 'DO', by: ['CHECKER', 'CIRCLE'], needs: ['REASON'] },
    { to: 'ACT', by: ['CHECKER', 'CIRCLE'], notBy: 'OWNER', needs: ['VERDICT', 'LESSON'] },
    TO_STOPPED,
    TO_CARRIED_OVER,
  ],
  ACT: [
    { to: 'CHECK', by: ['CIRCLE'], needs: ['REASON'] },
    {
      to: 'DONE',
      by: ['CIRCLE'],
      needs: [
        'RESULT_SETTLED',
        'COMMISSIONER_TOOK_OVER',
        'NEXT_STEPS_SETTLED',
        'SUCCESSOR',
        'ANCHORED',
      ],
    },
    TO_CARRIED_OVER,
  ],
  DONE: [{ to: 'ACT', by: ['CIRCLE'], needs: ['REASON'] }],
  STOPPED: [
    { to: 'PLAN', by: ['CIRCLE'], needs: ['REASON'], onlyWhereStopped: true },
    { to: 'DO', by: ['CIRCLE'], needs: ['REASON'], onlyWhereStopped: true },
    { to: 'CHECK', by: ['CIRCLE'], needs: ['REASON'], onlyWhereStopped: true },
  ],
  CARRIED_OVER: [],
};

/** Those of `needs` that the measure and the inputs don't meet, in the order of `needs`. */
export function missingOf(
  needs: readonly Requirement[],
  measure: MeasureFacts,
  inputs: MoveInputs,
): readonly Requirement[] {
  return needs.filter((need) => !REQUIREMENTS[need](measure, inputs));
}

/** Whether the measure goes on in a loop after its own. */
export function hasLaterSuccessor(measure: MeasureFacts): boolean {
  return measure.successor !== null && measure.successor.loopNumber > measure.loopNumber;
}
