import { Inject } from '@nestjs/common';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { OwnIdeasReader, type OwnIdea } from '#application/ideas/own-ideas-reader.js';
import { editIdea, submitIdea, withdrawIdea } from '#application/ideas/submit-idea.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { callerOf } from '../graphql/write-input.js';
import { MeType } from '../workspace/me.type.js';
import { MyIdeaAnswer } from './idea-answer.js';
import { EditIdeaInput, SubmitIdeaInput, WithdrawIdeaInput } from './idea.input.js';
import { MyIdeaType } from './idea.type.js';

/** The caller's own ideas. */
@SignedIn()
@Resolver(() => MeType)
export class MyIdeasResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly ideas: OwnIdeasReader,
  ) {}

  @ResolveField(() => [MyIdeaType], {
    name: 'ideas',
    description: 'The caller’s ideas in all programmes, newest first, at most 200.',
  })
  list(@CurrentAccount() account: string): Promise<OwnIdea[]> {
    return this.ideas.list(account);
  }

  @Mutation(() => MyIdeaAnswer, {
    description:
      'Brings an idea to a programme. For its people, and for whoever has signed in by a link to an address that it takes.',
  })
  submitIdea(
    @Args('input', INPUT) input: SubmitIdeaInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(submitIdea(this.writing, caller, input), ({ ideaId }) =>
      this.ideas.one(caller.accountId, ideaId),
    );
  }

  @Mutation(() => MyIdeaAnswer, {
    description: 'Changes the own idea, as long as the circle hasn’t said anything of it.',
  })
  editIdea(@Args('input', INPUT) input: EditIdeaInput, @CurrentAccount() account: string | null) {
    const caller = callerOf(account, input);
    return answerOf(editIdea(this.writing, caller, input), ({ ideaId }) =>
      this.ideas.one(caller.accountId, ideaId),
    );
  }

  @Mutation(() => MyIdeaAnswer, {
    description: 'Withdraws the own idea until it is taken up, and erases at once what it says.',
  })
  withdrawIdea(
    @Args('input', INPUT) input: WithdrawIdeaInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(withdrawIdea(this.writing, caller, input), ({ ideaId }) =>
      this.ideas.one(caller.accountId, ideaId),
    );
  }
}
