import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceLoop } from '#application/learning-loops/loops-reader.js';
import { LOOP_OBSTACLE_CODES } from '#domain/learning-loops/decide-loop-stage.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { enumOf, LoopStageEnum, PdcaPhaseEnum } from '../graphql/enums.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { PhaseCountType } from '../programmes/learning-loop.type.js';
import { WorkspaceActionFieldType } from '../workspace/action-field.type.js';

export const LoopObstacleCodeEnum = enumOf(
  'LoopObstacleCode',
  'What stands in the way of a loop’s stage.',
  LOOP_OBSTACLE_CODES,
  {
    OTHER_LOOP_RUNNING: 'Another loop of the programme runs: `loopNumber` says which.',
    MEASURE_OPEN: 'A measure has not ended: `measureId`, `title` and `phase` say which.',
    REFLECTION_MISSING: 'The reflection isn’t written.',
    REASON_MISSING: 'A reason has to be given with the stage.',
  },
);

@ObjectType('LoopObstacle', { description: 'One thing that stands in the way of a loop’s stage.' })
export class LoopObstacleType {
  @Field(() => LoopObstacleCodeEnum, { description: 'What it is.' })
  code!: (typeof LOOP_OBSTACLE_CODES)[number];
  @Field(() => Int, { nullable: true, description: 'The other loop that runs.' })
  loopNumber?: number | null;
  @Field(() => ID, { nullable: true, description: 'The measure that has not ended.' })
  measureId?: string | null;
  @Field(() => String, { nullable: true, description: 'Its title.' }) title?: string | null;
  @Field(() => PdcaPhaseEnum, { nullable: true, description: 'Its phase.' })
  phase?: PdcaPhase | null;
}

@ObjectType('AvailableLoopStage', {
  description: 'A stage that may follow, and all that stands in its way.',
})
export class AvailableLoopStageType {
  @Field(() => LoopStageEnum, { description: 'The stage.' }) to!: LoopStage;
  @Field(() => Boolean, {
    description: 'Whether it is the caller’s to decide, once nothing stands in the way.',
  })
  permitted!: boolean;
  @Field(() => [LoopObstacleType], {
    description:
      'All that stands in the way; REASON_MISSING stands here always, because the reason is given with the stage.',
  })
  obstacles!: readonly LoopObstacleType[];
}

/** Its history comes from a resolver of its own. */
@ObjectType('WorkspaceLoop', { description: 'A learning loop, with what its circle knows of it.' })
export class WorkspaceLoopType implements Omit<WorkspaceLoop, 'stages'> {
  @Field(() => ID, { description: 'UUID of the loop.' }) id!: string;
  @Field(() => Int, { description: 'Counts the loops of a programme from 1.' }) number!: number;
  @Field(() => LoopStageEnum, { description: 'How far it has come.' }) stage!: LoopStage;
  @Field(() => LocalDayScalar, { nullable: true, description: 'First day.' })
  startDay!: LocalDay | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'Last day.' })
  endDay!: LocalDay | null;
  @Field(() => String, { nullable: true, description: 'What was learned, in Markdown.' })
  reflection!: string | null;
  @Field(() => Boolean, {
    description: 'Closed before the records were kept here, so facts may be missing.',
  })
  recorded!: boolean;
  @Field(() => Int, { description: 'Grows by one with every change.' }) version!: number;
  @Field(() => [PhaseCountType], {
    description:
      'Measures by phase, in the order of the cycle; phases without a measure are left out.',
  })
  counts!: readonly PhaseCountType[];
  @Field(() => [AvailableLoopStageType], { description: 'The stages that may follow.' })
  stages!: readonly AvailableLoopStageType[];
  @Field(() => [WorkspaceActionFieldType], { description: 'The questions that it asks, by topic.' })
  actionFields!: readonly WorkspaceActionFieldType[];
}
