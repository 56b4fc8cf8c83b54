import { Args, Mutation, Resolver } from '@nestjs/graphql';
import {
  addStep,
  completeStep,
  dropStep,
  editStep,
  removeStep,
  reopenStep,
  reorderSteps,
} from '#application/measures/measure-steps.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { INPUT } from '../graphql/arguments.js';
import { MeasureAnswer } from './measure-answer.js';
import { MeasureAnswers } from './measure-answers.js';
import {
  AddStepInput,
  CompleteStepInput,
  DropStepInput,
  EditStepInput,
  RemoveStepInput,
  ReopenStepInput,
  ReorderStepsInput,
} from './measure-steps.input.js';

@SignedIn()
@Resolver()
export class MeasureStepsResolver {
  constructor(private readonly measures: MeasureAnswers) {}

  @Mutation(() => MeasureAnswer, { description: 'Adds a step at the end.' })
  addStep(@Args('input', INPUT) input: AddStepInput, @CurrentAccount() account: string | null) {
    return this.measures.write(addStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Changes a step.' })
  editStep(@Args('input', INPUT) input: EditStepInput, @CurrentAccount() account: string | null) {
    return this.measures.write(editStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Says that a step is done.' })
  completeStep(
    @Args('input', INPUT) input: CompleteStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(completeStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Opens a step again that was done or dropped.' })
  reopenStep(
    @Args('input', INPUT) input: ReopenStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(reopenStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Says that a step won’t be done, and why.' })
  dropStep(@Args('input', INPUT) input: DropStepInput, @CurrentAccount() account: string | null) {
    return this.measures.write(dropStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Takes a step out altogether.' })
  removeStep(
    @Args('input', INPUT) input: RemoveStepInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(removeStep, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Puts the steps into another order.' })
  reorderSteps(
    @Args('input', INPUT) input: ReorderStepsInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(reorderSteps, account, input);
  }
}
