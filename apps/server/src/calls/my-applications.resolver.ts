import { Inject } from '@nestjs/common';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import {
  applyToCall,
  editApplication,
  withdrawApplication,
} from '#application/calls/apply-to-call.js';
import {
  OwnApplicationsReader,
  type OwnApplication,
} from '#application/calls/own-applications-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { callerOf } from '../graphql/write-input.js';
import { MeType } from '../workspace/me.type.js';
import {
  ApplyToCallInput,
  EditApplicationInput,
  WithdrawApplicationInput,
} from './application.input.js';
import { MyApplicationType } from './application.type.js';
import { MyApplicationAnswer } from './call-answer.js';

/** The caller's own applications. */
@SignedIn()
@Resolver(() => MeType)
export class MyApplicationsResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly applications: OwnApplicationsReader,
  ) {}

  @ResolveField(() => [MyApplicationType], {
    name: 'applications',
    description: 'The caller’s applications to volunteer calls, newest first.',
  })
  list(@CurrentAccount() account: string): Promise<OwnApplication[]> {
    return this.applications.list(account);
  }

  @Mutation(() => MyApplicationAnswer, {
    description:
      'Answers an open call. For people of the programme, and for whoever has signed in by a link to an address that it takes.',
  })
  applyToCall(
    @Args('input', INPUT) input: ApplyToCallInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(applyToCall(this.writing, caller, input), ({ applicationId }) =>
      this.applications.one(caller.accountId, applicationId),
    );
  }

  @Mutation(() => MyApplicationAnswer, {
    description: 'Changes the own application, as long as the call is open.',
  })
  editApplication(
    @Args('input', INPUT) input: EditApplicationInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(editApplication(this.writing, caller, input), ({ applicationId }) =>
      this.applications.one(caller.accountId, applicationId),
    );
  }

  @Mutation(() => MyApplicationAnswer, {
    description: 'Withdraws the own application, and erases at once what it says.',
  })
  withdrawApplication(
    @Args('input', INPUT) input: WithdrawApplicationInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(withdrawApplication(this.writing, caller, input), ({ applicationId }) =>
      this.applications.one(caller.accountId, applicationId),
    );
  }
}
