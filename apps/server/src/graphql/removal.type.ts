import { Field, ID, ObjectType } from '@nestjs/graphql';
import { COMMON_REFUSALS, LoopFrozen } from './common-refusals.type.js';
import { resultUnion } from './result-union.js';
import { UserError } from './user-error.js';

@ObjectType('InUse', {
  implements: () => UserError,
  description: 'Another record still names it, or already has its name.',
})
export class InUse extends UserError {}

@ObjectType('Removed', { description: 'It is gone.' })
export class RemovedType {
  @Field(() => ID, { description: 'The id that it had.' }) id!: string;
}

/** What mutations answer that take a record away. */
export const RemovalAnswer = resultUnion<
  'INVALID_INPUT' | 'IN_USE' | 'LOOP_FROZEN' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'
>({
  name: 'RemovalAnswer',
  description: 'That it is gone, or why nothing was taken away.',
  success: RemovedType,
  refusals: {
    INVALID_INPUT: COMMON_REFUSALS.INVALID_INPUT,
    IN_USE: InUse,
    LOOP_FROZEN: LoopFrozen,
    NOT_ALLOWED: COMMON_REFUSALS.NOT_ALLOWED,
    NOT_FOUND: COMMON_REFUSALS.NOT_FOUND,
    STALE_VERSION: COMMON_REFUSALS.STALE_VERSION,
  },
});
