import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceMeasure } from '#application/workspace/measure-rows.js';
import { VERDICTS, type LoopStage, type Verdict } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { enumOf, LoopStageEnum, PdcaPhaseEnum } from '../graphql/enums.js';
import { DateTime, LocalDayScalar } from '../graphql/scalars.js';
import { WorkspaceActionFieldType } from '../workspace/action-field.type.js';
import { WorkspaceDecisionType } from '../workspace/decision.type.js';
import { WorkspaceGoalType } from '../programme-settings/goal.type.js';
import { MeasureHintType } from '../people/measure-hint.type.js';
import { WorkspacePersonType } from '../people/person.type.js';
import { WorkspaceUnitType } from '../programme-settings/unit.type.js';
import {
  AvailableMoveType,
  ChainLinkType,
  WorkspaceNextStepType,
  WorkspaceResultType,
  WorkspaceStepType,
} from './measure-parts.type.js';

export const VerdictEnum = enumOf('Verdict', 'What a check concludes.', VERDICTS, {
  ADOPT: 'Keep it as it is.',
  ADAPT: 'Keep it with changes, in a later loop.',
  STOP: 'End it.',
});

/** Its history comes from a resolver of its own. */
@ObjectType('WorkspaceMeasure', {
  description: 'A measure with all that belongs to it, as the caller sees it.',
})
export class WorkspaceMeasureType implements WorkspaceMeasure {
  @Field(() => ID, { description: 'UUID of the measure.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files.' }) key!: string;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What is done, in Markdown.' })
  description!: string | null;
  @Field(() => String, { nullable: true, description: 'By what its success is seen.' })
  successCriterion!: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay!: LocalDay | null;
  @Field(() => PdcaPhaseEnum, { description: 'Where it stands.' }) phase!: PdcaPhase;
  @Field(() => PdcaPhaseEnum, {
    nullable: true,
    description: 'The phase in which it was stopped; null unless it is.',
  })
  stoppedIn!: PdcaPhase | null;
  @Field(() => String, { nullable: true, description: 'Why it was stopped or carried over.' })
  endReason!: string | null;
  @Field(() => Int, { description: 'Number of its loop.' }) loopNumber!: number;
  @Field(() => LoopStageEnum, { description: 'Stage of its loop.' }) loopStage!: LoopStage;
  @Field(() => WorkspaceActionFieldType, { description: 'The question that it tries to answer.' })
  actionField!: WorkspaceActionFieldType;
  @Field(() => WorkspaceUnitType, { nullable: true, description: 'The unit that carries it.' })
  unit!: WorkspaceUnitType | null;
  @Field(() => [WorkspaceGoalType], { description: 'The goals that it serves.' })
  goals!: readonly WorkspaceGoalType[];
  @Field(() => WorkspacePersonType, { nullable: true, description: 'The one accountable person.' })
  owner!: WorkspacePersonType | null;
  @Field(() => Boolean, { description: 'Whether the owner has accepted.' }) ownerAccepted!: boolean;
  @Field(() => WorkspacePersonType, {
    nullable: true,
    description: 'Judges the result; never the owner.',
  })
  checker!: WorkspacePersonType | null;
  @Field(() => WorkspacePersonType, {
    nullable: true,
    description: 'Asked for the measure, and takes its outcome over.',
  })
  commissioner!: WorkspacePersonType | null;
  @Field(() => Boolean, { description: 'Whether the outcome was taken over.' })
  commissionerTookOver!: boolean;
  @Field(() => [WorkspacePersonType], { description: 'Who helps the owner, by name.' })
  contributors!: readonly WorkspacePersonType[];
  @Field(() => [WorkspacePersonType], { description: 'Its transformation guides, by name.' })
  guides!: readonly WorkspacePersonType[];
  @Field(() => [MeasureHintType], {
    description: 'What is amiss with those who own or guide it; none once it has ended.',
  })
  hints!: readonly MeasureHintType[];
  @Field(() => VerdictEnum, { nullable: true, description: 'What the check concluded.' })
  verdict!: Verdict | null;
  @Field(() => String, { nullable: true, description: 'What was learned.' }) lesson!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the outcome is anchored.' })
  anchoredIn!: string | null;
  @Field(() => Boolean, { description: 'The word that no next step is needed.' })
  noNextStepNeeded!: boolean;
  @Field(() => String, { nullable: true, description: 'What help is asked for; null when none.' })
  helpWanted!: string | null;
  @Field(() => PdcaPhaseEnum, {
    nullable: true,
    description: 'The phase that it enters only after a decision that approves.',
  })
  decisionRequiredFor!: PdcaPhase | null;
  @Field(() => Boolean, { description: 'Recorded history, in which facts may be missing.' })
  recorded!: boolean;
  @Field(() => Boolean, { description: 'Its due day, or that of an open step, has passed.' })
  late!: boolean;
  @Field(() => Boolean, {
    description: 'Nothing happened on it for as long as the programme says.',
  })
  stale!: boolean;
  @Field(() => DateTime, { description: 'When something last happened on it.' })
  lastActivityAt!: Date;
  @Field(() => Int, { description: 'Whole days since then, by the programme’s calendar.' })
  staleDays!: number;
  @Field(() => Int, { description: 'How many steps it has.' }) stepCount!: number;
  @Field(() => Int, { description: 'How many of them are done or dropped.' }) stepsSettled!: number;
  @Field(() => [WorkspaceStepType], { description: 'Its steps, in their order.' })
  steps!: readonly WorkspaceStepType[];
  @Field(() => [WorkspaceResultType], { description: 'Its results, in their order.' })
  results!: readonly WorkspaceResultType[];
  @Field(() => [WorkspaceNextStepType], { description: 'Its next steps, in their order.' })
  nextSteps!: readonly WorkspaceNextStepType[];
  @Field(() => [WorkspaceDecisionType], { description: 'Decisions about it, newest first.' })
  decisions!: readonly WorkspaceDecisionType[];
  @Field(() => [AvailableMoveType], {
    description: 'All moves that leave its phase, whether open to the caller, and what each lacks.',
  })
  availableMoves!: readonly AvailableMoveType[];
  @Field(() => Boolean, { description: 'Whether the caller may edit it, its steps and drafts.' })
  mayEdit!: boolean;
  @Field(() => PdcaPhaseEnum, {
    nullable: true,
    description: 'The phase that undoing the last move leads back to; null when the caller can’t.',
  })
  undoTo!: PdcaPhase | null;
  @Field(() => [ChainLinkType], {
    description: 'The measure through the loops, oldest first, itself among them.',
  })
  chain!: readonly ChainLinkType[];
}
