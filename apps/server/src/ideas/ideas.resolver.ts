import { Inject } from '@nestjs/common';
import {
  Args,
  Context,
  Extensions,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { acknowledgeIdea, declineIdea, takeUpIdea } from '#application/ideas/answer-idea.js';
import { IdeasReader, type WorkspaceIdea } from '#application/ideas/ideas-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import type { WorkspaceMeasure } from '#application/workspace/measure-rows.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import type { IdeaState } from '#domain/ideas/decide-idea.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import type { FieldRules } from '../graphql/argument-rules.js';
import { INPUT } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { callerOf } from '../graphql/write-input.js';
import { WorkspaceMeasureType } from '../measures/workspace-measure.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { IdeaAnswer } from './idea-answer.js';
import { AcknowledgeIdeaInput, DeclineIdeaInput, TakeUpIdeaInput } from './idea.input.js';
import { IdeaStateEnum, TakenUpIdeaType, WorkspaceIdeaType } from './idea.type.js';

/** The ideas of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceIdeasResolver {
  constructor(private readonly reader: IdeasReader) {}

  @Extensions({ usualLength: 30 } satisfies FieldRules)
  @ResolveField(() => [WorkspaceIdeaType], {
    description: 'The ideas of employees, newest first, at most 500.',
  })
  ideas(
    @Parent() scope: WorkspaceScope,
    @Args('state', {
      type: () => IdeaStateEnum,
      nullable: true,
      defaultValue: null,
      description: 'Which of them; null for all.',
    })
    state: IdeaState | null,
  ): Promise<WorkspaceIdea[]> {
    return this.reader.ideas(scope, state);
  }
}

/** A measure was read within a scope, so what it has taken up may be read too. */
@SignedIn()
@Resolver(() => WorkspaceMeasureType)
export class MeasureIdeasResolver {
  @ResolveField(() => [TakenUpIdeaType], {
    description: 'The ideas of employees that it has taken up, oldest first.',
  })
  ideas(@Parent() { id }: WorkspaceMeasure, @Context('loaders') loaders: Loaders) {
    return loaders.ideasOf.load(id);
  }
}

@SignedIn()
@Resolver()
export class IdeaWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly ideas: IdeasReader,
  ) {}

  @Mutation(() => IdeaAnswer, {
    description: 'Tells the author that the idea was read. The circle’s to do.',
  })
  acknowledgeIdea(
    @Args('input', INPUT) input: AcknowledgeIdeaInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(acknowledgeIdea(this.writing, caller, input), ({ ideaId }) =>
      this.ideas.written(caller.accountId, ideaId),
    );
  }

  @Mutation(() => IdeaAnswer, {
    description: 'Declines an idea; the author reads the reason. The circle’s to do.',
  })
  declineIdea(
    @Args('input', INPUT) input: DeclineIdeaInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(declineIdea(this.writing, caller, input), ({ ideaId }) =>
      this.ideas.written(caller.accountId, ideaId),
    );
  }

  @Mutation(() => IdeaAnswer, {
    description:
      'Takes an idea up: makes a measure in PLAN of it, or lets one go on with it. The circle’s to do.',
  })
  takeUpIdea(
    @Args('input', INPUT) input: TakeUpIdeaInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(takeUpIdea(this.writing, caller, input), ({ ideaId }) =>
      this.ideas.written(caller.accountId, ideaId),
    );
  }
}
