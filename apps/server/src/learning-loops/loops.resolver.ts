import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  closeLoop,
  reopenLoop,
  reviewLoop,
  startLoop,
} from '#application/learning-loops/change-loop-stage.js';
import { LoopsReader } from '#application/learning-loops/loops-reader.js';
import { editLoop, planLoop } from '#application/learning-loops/plan-loop.js';
import { removeLoop } from '#application/learning-loops/remove-loop.js';
import type { Caller } from '#application/shared/caller.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import type { Result } from '#domain/shared/result.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { RemovalAnswer } from '../graphql/removal.type.js';
import { callerOf, type WriteInput } from '../graphql/write-input.js';
import { LoopAnswer, type LoopRefusal } from './loop-answer.js';
import { EditLoopInput, LoopStageInput, PlanLoopInput, RemoveLoopInput } from './loop.input.js';

@SignedIn()
@Resolver()
export class LoopWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly loops: LoopsReader,
  ) {}

  @Mutation(() => LoopAnswer, {
    description: 'Plans the programme’s next loop. The circle’s to do.',
  })
  planLoop(@Args('input', INPUT) input: PlanLoopInput, @CurrentAccount() account: string | null) {
    return this.#write(planLoop, account, input);
  }

  @Mutation(() => LoopAnswer, {
    description: 'Changes the period or the reflection of a loop. The circle’s to do.',
  })
  editLoop(@Args('input', INPUT) input: EditLoopInput, @CurrentAccount() account: string | null) {
    return this.#write(editLoop, account, input);
  }

  @Mutation(() => RemovalAnswer, {
    description:
      'Takes the last loop away, as long as it is only planned and empty. The circle’s to do.',
  })
  removeLoop(
    @Args('input', INPUT) input: RemoveLoopInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(removeLoop(this.writing, caller, input), (removed) => Promise.resolve(removed));
  }

  @Mutation(() => LoopAnswer, {
    description: 'Starts a planned loop, unless another one runs. The circle’s to do.',
  })
  startLoop(@Args('input', INPUT) input: LoopStageInput, @CurrentAccount() account: string | null) {
    return this.#write(startLoop, account, input);
  }

  @Mutation(() => LoopAnswer, {
    description: 'Puts a running loop under review. The circle’s to do.',
  })
  reviewLoop(
    @Args('input', INPUT) input: LoopStageInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.#write(reviewLoop, account, input);
  }

  @Mutation(() => LoopAnswer, {
    description:
      'Closes a loop under review: its measures have ended, and its reflection is written. The circle’s to do.',
  })
  closeLoop(@Args('input', INPUT) input: LoopStageInput, @CurrentAccount() account: string | null) {
    return this.#write(closeLoop, account, input);
  }

  @Mutation(() => LoopAnswer, {
    description:
      'Opens a closed loop again, for its review. An administrator’s to do, with a reason.',
  })
  reopenLoop(
    @Args('input', INPUT) input: LoopStageInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.#write(reopenLoop, account, input);
  }

  #write<Input extends WriteInput>(
    useCase: (
      writing: Writing,
      caller: Caller,
      input: Input,
    ) => Promise<Result<{ readonly loopId: string }, LoopRefusal>>,
    accountId: string | null,
    input: Input,
  ) {
    const caller = callerOf(accountId, input);
    return answerOf(useCase(this.writing, caller, input), ({ loopId }) =>
      this.loops.written(caller.accountId, loopId),
    );
  }
}
