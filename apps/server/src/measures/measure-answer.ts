import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { MeasureRefusal } from '#application/measures/measure-refusal.js';
import { COMMON_REFUSALS, LoopFrozen } from '../graphql/common-refusals.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { MeasureHasSuccessor, MoveNotAllowed, MoveNotReady } from './measure-refusals.type.js';
import { WorkspaceMeasureType } from './workspace-measure.type.js';

/** What every mutation about one measure answers. */
export const MeasureAnswer = resultUnion<Exclude<MeasureRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'MeasureAnswer',
  description: 'The measure as it is now, or why nothing was written.',
  success: WorkspaceMeasureType,
  refusals: {
    ...COMMON_REFUSALS,
    LOOP_FROZEN: LoopFrozen,
    MEASURE_HAS_SUCCESSOR: MeasureHasSuccessor,
    MOVE_NOT_ALLOWED: MoveNotAllowed,
    MOVE_NOT_READY: MoveNotReady,
  },
});

@ObjectType('BulkMeasureAnswer', {
  description: 'What became of one of several measures; each is written by itself.',
})
export class BulkMeasureAnswerType {
  @Field(() => ID, { description: 'The measure that was named.' }) measureId!: string;
  @Field(() => MeasureAnswer, { description: 'What became of it.' }) answer!: object;
}
