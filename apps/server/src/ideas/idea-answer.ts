import { Field, ObjectType } from '@nestjs/graphql';
import type { AnswerIdeaRefusal } from '#application/ideas/answer-idea.js';
import type { OwnIdeaRefusal, SubmitIdeaRefusal } from '#application/ideas/submit-idea.js';
import type { IdeaState } from '#domain/ideas/decide-idea.js';
import { COMMON_REFUSALS, LoopFrozen } from '../graphql/common-refusals.type.js';
import { resultUnion } from '../graphql/result-union.js';
import { UserError } from '../graphql/user-error.js';
import { IdeaStateEnum, MyIdeaType, WorkspaceIdeaType } from './idea.type.js';

@ObjectType('IdeaMoveNotAllowed', {
  implements: () => UserError,
  description: 'The idea isn’t in a state for this.',
})
export class IdeaMoveNotAllowed extends UserError {
  @Field(() => IdeaStateEnum, { description: 'Where the idea stands.' }) from!: IdeaState;
}

@ObjectType('IdeasNotOpen', {
  implements: () => UserError,
  description: 'The programme takes no ideas.',
})
export class IdeasNotOpen extends UserError {}

/** What mutations of the circle about an idea answer. */
export const IdeaAnswer = resultUnion<Exclude<AnswerIdeaRefusal['code'], 'REQUEST_REUSED'>>({
  name: 'IdeaAnswer',
  description: 'The idea as it is now, or why nothing was written.',
  success: WorkspaceIdeaType,
  refusals: {
    ...COMMON_REFUSALS,
    IDEA_MOVE_NOT_ALLOWED: IdeaMoveNotAllowed,
    LOOP_FROZEN: LoopFrozen,
  },
});

/** What mutations of an author answer. */
export const MyIdeaAnswer = resultUnion<
  Exclude<(SubmitIdeaRefusal | OwnIdeaRefusal)['code'], 'REQUEST_REUSED'>
>({
  name: 'MyIdeaAnswer',
  description: 'The own idea as it is now, or why nothing was written.',
  success: MyIdeaType,
  refusals: {
    INVALID_INPUT: COMMON_REFUSALS.INVALID_INPUT,
    NOT_FOUND: COMMON_REFUSALS.NOT_FOUND,
    IDEAS_NOT_OPEN: IdeasNotOpen,
    IDEA_MOVE_NOT_ALLOWED: IdeaMoveNotAllowed,
  },
});
