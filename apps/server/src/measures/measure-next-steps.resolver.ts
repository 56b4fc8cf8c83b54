import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  addNextStep,
  completeNextStep,
  dropNextStep,
  editNextStep,
  reopenNextStep,
} from '#application/measures/next-steps.js';
import { takeUpNextStep } from '#application/measures/take-up-next-step.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { INPUT } from '../graphql/arguments.js';
import { MeasureAnswer } from './measure-answer.js';
import { MeasureAnswers } from './measure-answers.js';
import {
  AddNextStepInput,
  CompleteNextStepInput,
  DropNextStepInput,
  EditNextStepInput,
  ReopenNextStepInput,
  TakeUpNextStepInput,
} from './next-steps.input.js';

@SignedIn()
@Resolver()
export class MeasureNextStepsResolver {
  constructor(private readonly measures: MeasureAnswers) {}

  @Mutation(() => MeasureAnswer, { description: 'Adds a next step at the end.' })
  addNextStep(
    @Args('input', INPUT) input: AddNextStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(addNextStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Changes a next step.' })
  editNextStep(
    @Args('input', INPUT) input: EditNextStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(editNextStep, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Says that a next step is done; also after the close of the loop.',
  })
  completeNextStep(
    @Args('input', INPUT) input: CompleteNextStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(completeNextStep, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Opens a next step again; also after the close of the loop.',
  })
  reopenNextStep(
    @Args('input', INPUT) input: ReopenNextStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(reopenNextStep, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Says that a next step won’t be done, and why; also after the close of the loop.',
  })
  dropNextStep(
    @Args('input', INPUT) input: DropNextStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(dropNextStep, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description:
      'Makes a measure of a next step, and answers the new measure. The circle’s to do, also after the close of the loop.',
  })
  takeUpNextStep(
    @Args('input', INPUT) input: TakeUpNextStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(takeUpNextStep, account, input);
  }
}
