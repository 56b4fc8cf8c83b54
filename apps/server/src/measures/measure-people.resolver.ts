import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { requestHelp, withdrawHelp } from '#application/measures/measure-help.js';
import {
  acceptOwnership,
  assignOwner,
  declineOwnership,
} from '#application/measures/measure-owner.js';
import {
  addContributor,
  addGuide,
  assignChecker,
  assignCommissioner,
  removeContributor,
  removeGuide,
  takeOverOutcome,
} from '#application/measures/measure-people.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { INPUT } from '../graphql/arguments.js';
import { MeasureAnswer } from './measure-answer.js';
import { MeasureAnswers } from './measure-answers.js';
import {
  AcceptOwnershipInput,
  AddContributorInput,
  AddGuideInput,
  AssignCheckerInput,
  AssignCommissionerInput,
  AssignOwnerInput,
  DeclineOwnershipInput,
  RemoveContributorInput,
  RemoveGuideInput,
  RequestHelpInput,
  TakeOverOutcomeInput,
  WithdrawHelpInput,
} from './measure-people.input.js';

@SignedIn()
@Resolver()
export class MeasurePeopleResolver {
  constructor(private readonly measures: MeasureAnswers) {}

  @Mutation(() => MeasureAnswer, {
    description: 'Asks a person to own the measure, who then has to accept. The circle’s to do.',
  })
  assignOwner(
    @Args('input', INPUT) input: AssignOwnerInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(assignOwner, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Says that the owner accepts. The owner’s alone to do.',
  })
  acceptOwnership(
    @Args('input', INPUT) input: AcceptOwnershipInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(acceptOwnership, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Gives the measure back: nobody owns it then. The owner’s alone to do.',
  })
  declineOwnership(
    @Args('input', INPUT) input: DeclineOwnershipInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(declineOwnership, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Says who judges the result. The circle’s to do.' })
  assignChecker(
    @Args('input', INPUT) input: AssignCheckerInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(assignChecker, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Says who asked for the measure. The circle’s to do.',
  })
  assignCommissioner(
    @Args('input', INPUT) input: AssignCommissionerInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(assignCommissioner, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Takes the outcome over. The commissioner’s or the circle’s to do.',
  })
  takeOverOutcome(
    @Args('input', INPUT) input: TakeOverOutcomeInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(takeOverOutcome, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Adds someone who helps the owner.' })
  addContributor(
    @Args('input', INPUT) input: AddContributorInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(addContributor, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Takes someone out who helped the owner.' })
  removeContributor(
    @Args('input', INPUT) input: RemoveContributorInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(removeContributor, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Gives the measure a transformation guide. The circle’s to do.',
  })
  addGuide(@Args('input', INPUT) input: AddGuideInput, @CurrentAccount() account: string | null) {
    return this.measures.write(addGuide, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Takes a transformation guide away. The circle’s to do.',
  })
  removeGuide(
    @Args('input', INPUT) input: RemoveGuideInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(removeGuide, account, input);
  }

  @Mutation(() => MeasureAnswer, {
    description: 'Asks for help; a later call takes the place of an earlier one.',
  })
  requestHelp(
    @Args('input', INPUT) input: RequestHelpInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(requestHelp, account, input);
  }

  @Mutation(() => MeasureAnswer, { description: 'Says that help is wanted no more.' })
  withdrawHelp(
    @Args('input', INPUT) input: WithdrawHelpInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.measures.write(withdrawHelp, account, input);
  }
}
