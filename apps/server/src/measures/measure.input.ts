import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Verdict } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { PdcaPhaseEnum } from '../graphql/enums.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { MeasureInput, WriteInput } from '../graphql/write-input.js';
import { VerdictEnum } from './workspace-measure.type.js';

@InputType('CreateMeasureInput', { description: 'A new measure, in PLAN.' })
export class CreateMeasureInput extends WriteInput {
  @Field(() => ID, { description: 'The question that it is to answer; its loop isn’t closed.' })
  actionFieldId!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What is done, in Markdown.' })
  description?: string | null;
  @Field(() => String, { nullable: true, description: 'By what its success is seen.' })
  successCriterion?: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay?: LocalDay | null;
  @Field(() => ID, { nullable: true, description: 'The unit that carries it.' })
  unitId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who is asked to own it; not the checker.' })
  ownerId?: string | null;
}

@InputType('EditMeasureInput', { description: 'What is left out stays as it is; null empties it.' })
export class EditMeasureInput extends MeasureInput {
  @Field(() => String, { nullable: true, description: 'Title; can’t be emptied.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'What is done, in Markdown.' })
  description?: string | null;
  @Field(() => String, { nullable: true, description: 'By what its success is seen.' })
  successCriterion?: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay?: LocalDay | null;
  @Field(() => ID, { nullable: true, description: 'The unit that carries it.' })
  unitId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'The goals that it serves, all of them.' })
  goalIds?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Where the outcome is anchored.' })
  anchoredIn?: string | null;
  @Field(() => VerdictEnum, {
    nullable: true,
    description:
      'What the check concludes: the checker’s or the circle’s to say, never the owner’s.',
  })
  verdict?: Verdict | null;
  @Field(() => String, {
    nullable: true,
    description: 'What was learned: said by whoever may say the verdict.',
  })
  lesson?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'The word that no next step is needed; can’t be emptied.',
  })
  noNextStepNeeded?: boolean | null;
  @Field(() => PdcaPhaseEnum, {
    nullable: true,
    description:
      'The phase that it enters only after a decision that approves; the circle’s to say.',
  })
  decisionRequiredFor?: PdcaPhase | null;
}

@InputType('MoveMeasureInput', { description: 'Another phase for a measure.' })
export class MoveMeasureInput extends MeasureInput {
  @Field(() => PdcaPhaseEnum, {
    description: 'The phase; CARRIED_OVER is reached by carryOverMeasure alone.',
  })
  to!: PdcaPhase;
  @Field(() => String, { nullable: true, description: 'Why, where the rules ask for it.' })
  reason?: string | null;
}

@InputType('MeasureVersionInput', {
  description: 'A measure and the version of it that the caller saw.',
})
export class MeasureVersionInput {
  @Field(() => ID, { description: 'The measure.' }) measureId!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) version!: number;
}

@InputType('MoveMeasuresInput', { description: 'Another phase for several measures.' })
export class MoveMeasuresInput extends WriteInput {
  @Field(() => [MeasureVersionInput], {
    description: 'The measures, in the order of the answers; at most 100.',
  })
  measures!: MeasureVersionInput[];
  @Field(() => PdcaPhaseEnum, { description: 'The phase.' }) to!: PdcaPhase;
  @Field(() => String, { nullable: true, description: 'Why, where the rules ask for it.' })
  reason?: string | null;
}

@InputType('UndoLastMoveInput', { description: 'The way back of a measure’s last move.' })
export class UndoLastMoveInput extends MeasureInput {
  @Field(() => String, { nullable: true, description: 'Why, where the rules ask for it.' })
  reason?: string | null;
}

@InputType('CarryOverMeasureInput', { description: 'Where a measure goes on.' })
export class CarryOverMeasureInput extends MeasureInput {
  @Field(() => Int, { description: 'The later loop in which it goes on.' }) loopNumber!: number;
  @Field(() => ID, {
    nullable: true,
    description:
      'The question there; left out, the same topic’s first one, else a copy of its present question.',
  })
  actionFieldId?: string | null;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('CarryOverMeasuresInput', { description: 'Where several measures go on.' })
export class CarryOverMeasuresInput extends WriteInput {
  @Field(() => [MeasureVersionInput], {
    description: 'The measures, in the order of the answers; at most 100.',
  })
  measures!: MeasureVersionInput[];
  @Field(() => Int, { description: 'The later loop in which it goes on.' }) loopNumber!: number;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('PlanSuccessorInput', { description: 'Where a measure that is to be adapted goes on.' })
export class PlanSuccessorInput extends MeasureInput {
  @Field(() => Int, { description: 'The later loop in which it goes on.' }) loopNumber!: number;
  @Field(() => ID, {
    nullable: true,
    description:
      'The question there; left out, the same topic’s first one, else a copy of its present question.',
  })
  actionFieldId?: string | null;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}
