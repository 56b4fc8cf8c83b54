import type { Ruling } from '../decisions/ruling.js';
import type { PdcaPhase } from '../pdca/pdca-phase.js';
import type { LocalDay } from '../shared/local-day.js';

/** What a check concludes: keep as it is, keep with changes, or end. */
export const VERDICTS = ['ADOPT', 'ADAPT', 'STOP'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const STEP_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const NEXT_STEP_STATES = ['OPEN', 'DONE', 'DROPPED', 'BECAME_MEASURE'] as const;
export type NextStepState = (typeof NEXT_STEP_STATES)[number];

/** DRAFT is seen by guides and circle; PUBLISHED by everyone; INTERNAL stays in, with a reason. */
export const RESULT_STATES = ['DRAFT', 'PUBLISHED', 'INTERNAL'] as const;
export type ResultState = (typeof RESULT_STATES)[number];

/** A person's consent to be named on public faces, from nothing to name and unit. */
export const PUBLIC_NAME_GRADES = ['HIDDEN', 'ROLE', 'NAME', 'NAME_AND_UNIT'] as const;
export type PublicNameGrade = (typeof PUBLIC_NAME_GRADES)[number];

export type StepFacts = { readonly state: StepState; readonly dropReason: string | null };

/** A measure's successor in a later loop, as far as the rules ask for it. */
export type SuccessorFacts = { readonly loopNumber: number };

/** Everything that the rules ask of a measure; rows and files are brought into this shape first. */
export type MeasureFacts = {
  readonly phase: PdcaPhase;
  /** The phase in which it was stopped; null unless `phase` is STOPPED. */
  readonly stoppedIn: PdcaPhase | null;
  readonly loopNumber: number;
  readonly loopStage: LoopStage;
  readonly ownerId: string | null;
  readonly ownerAccepted: boolean;
  readonly successCriterion: string | null;
  readonly dueDay: LocalDay | null;
  readonly steps: readonly StepFacts[];
  readonly resultStates: readonly ResultState[];
  readonly verdict: Verdict | null;
  readonly lesson: string | null;
  readonly commissionerId: string | null;
  readonly checkerId: string | null;
  readonly commissionerTookOver: boolean;
  readonly nextStepCount: number;
  readonly noNextStepNeeded: boolean;
  readonly anchoredIn: string | null;
  readonly successor: SuccessorFacts | null;
  /** The move to this phase waits for a decision that approves; null when none does. */
  readonly decisionRequiredFor: PdcaPhase | null;
  /** The rulings of the decisions that are about the measure. */
  readonly rulings: readonly Ruling[];
};

export type LoopStage = (typeof LOOP_STAGES)[number];
export const LOOP_STAGES = ['PLANNED', 'RUNNING', 'REVIEW', 'CLOSED'] as const;
