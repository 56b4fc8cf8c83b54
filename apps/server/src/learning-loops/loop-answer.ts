import { Field, ObjectType } from '@nestjs/graphql';
import type { LoopStageRefusal } from '#application/learning-loops/change-loop-stage.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import { COMMON_REFUSALS, LoopFrozen } from '../graphql/common-refusals.type.js';
import { LoopStageEnum } from '../graphql/enums.js';
import { resultUnion } from '../graphql/result-union.js';
import { UserError } from '../graphql/user-error.js';
import { LoopObstacleType, WorkspaceLoopType } from './workspace-loop.type.js';

@ObjectType('LoopStageNotAllowed', {
  implements: () => UserError,
  description: 'That stage doesn’t follow the loop’s own.',
})
export class LoopStageNotAllowed extends UserError {
  @Field(() => LoopStageEnum, { description: 'The stage in which the loop is.' }) from!: LoopStage;
  @Field(() => LoopStageEnum, { description: 'The stage that was asked for.' }) to!: LoopStage;
}

@ObjectType('LoopNotReady', {
  implements: () => UserError,
  description: 'Something stands in the way of that stage; all of it is told at once.',
})
export class LoopNotReady extends UserError {
  @Field(() => [LoopObstacleType], { description: 'All that stands in the way; at least one.' })
  obstacles!: readonly LoopObstacleType[];
}

/** Every refusal of a write to a loop. */
export type LoopRefusal = LoopStageRefusal;

/** What every mutation about a loop answers; a request id that was used before is told as a fault of the input. */
export const LoopAnswer = resultUnion<Exclude<LoopRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'LoopAnswer',
  description: 'The loop as it is now, or why nothing was written.',
  success: WorkspaceLoopType,
  refusals: {
    ...COMMON_REFUSALS,
    LOOP_FROZEN: LoopFrozen,
    LOOP_STAGE_NOT_ALLOWED: LoopStageNotAllowed,
    LOOP_NOT_READY: LoopNotReady,
  },
});
