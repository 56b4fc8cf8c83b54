import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Loop } from '#application/published/programme-reader.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { LoopStageEnum, PdcaPhaseEnum } from '../graphql/enums.js';
import { LocalDayScalar } from '../graphql/scalars.js';

@ObjectType('PhaseCount', { description: 'How many measures of a loop stand in one phase.' })
export class PhaseCountType {
  @Field(() => PdcaPhaseEnum, { description: 'The phase.' }) phase!: PdcaPhase;
  @Field(() => Int, { description: 'Number of measures in it, published or not; at least 1.' })
  count!: number;
}

@ObjectType('LearningLoop', {
  description:
    'One round of a programme in which measures are planned, tried, checked and concluded.',
})
export class LearningLoopType implements Omit<Loop, 'programmeId'> {
  @Field(() => ID, { description: 'UUID of the loop.' }) id!: string;
  @Field(() => Int, { description: 'Counts the loops of a programme from 1.' }) number!: number;
  @Field(() => LoopStageEnum, { description: 'How far the loop has come.' }) stage!: LoopStage;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'First day; null in recorded history that doesn’t know it.',
  })
  startDay!: string | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'Last day; null when it isn’t known.',
  })
  endDay!: string | null;
  @Field(() => [PhaseCountType], {
    description:
      'Measures by phase, in the order of the cycle; phases without a measure are left out.',
  })
  counts!: readonly PhaseCountType[];
  @Field(() => Int, { description: 'Number of measures in the loop, published or not.' })
  total!: number;
}
