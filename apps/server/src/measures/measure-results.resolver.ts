import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  draftResult,
  keepResultInternal,
  publishResult,
  removeResult,
  withdrawResult,
} from '#application/measures/measure-results.js';
import { addAttachment, removeAttachment } from '#application/measures/result-attachments.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { INPUT } from '../graphql/arguments.js';
import { MeasureAnswer } from './measure-answer.js';
import { MeasureAnswers } from './measure-answers.js';
import {
  AddAttachmentInput,
  DraftResultInput,
  KeepResultInternalInput,
  PublishResultInput,
  RemoveAttachmentInput,
  RemoveResultInput,
  WithdrawResultInput,
} from './measure-results.input.js';

@SignedIn()
@Resolver()
export class MeasureResultsResolver {
  constructor(private readonly measures: MeasureAnswers) {}

  @Mutation(() => MeasureAnswer, {
    description:
      'Begins a result, or changes one; what is published or internal is the circle’s to change.',
  })
  draftResult(
    @Args('input', INPUT) input: DraftResultInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(draftResult, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Shows a result to everyone. The circle’s to do.' })
  publishResult(
    @Args('input', INPUT) input: PublishResultInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(publishResult, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Makes a published or internal result a draft again. The circle’s to do.',
  })
  withdrawResult(
    @Args('input', INPUT) input: WithdrawResultInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(withdrawResult, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Keeps a result inside for good, and says why. The circle’s to do.',
  })
  keepResultInternal(
    @Args('input', INPUT) input: KeepResultInternalInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(keepResultInternal, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Takes a result out altogether; what isn’t a draft is the circle’s to remove.',
  })
  removeResult(
    @Args('input', INPUT) input: RemoveResultInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(removeResult, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Adds an attachment to a result, under the rights of the result.',
  })
  addAttachment(
    @Args('input', INPUT) input: AddAttachmentInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(addAttachment, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Takes an attachment away from a result, under the rights of the result.',
  })
  removeAttachment(
    @Args('input', INPUT) input: RemoveAttachmentInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(removeAttachment, account, input);
  }
}
