import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ApplicantsReader } from '#application/calls/applicants-reader.js';
import {
  chooseApplicant,
  waitlistApplicant,
  declineApplicant,
  reconsiderApplicant,
  moveOnWaitlist,
  noteApplicant,
} from '#application/calls/select-applicants.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { callerOf } from '../graphql/write-input.js';
import { ApplicantAnswer } from './call-answer.js';
import {
  ChooseApplicantInput,
  WaitlistApplicantInput,
  DeclineApplicantInput,
  ReconsiderApplicantInput,
  MoveOnWaitlistInput,
  NoteApplicantInput,
} from './application.input.js';

@SignedIn()
@Resolver()
export class ApplicantWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly applicants: ApplicantsReader,
  ) {}

  @Mutation(() => ApplicantAnswer, {
    description:
      'Gives an applicant a seat: between the close and the decision of the call, or later to one who waits. The circle’s to do.',
  })
  chooseApplicant(
    @Args('input', INPUT) input: ChooseApplicantInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(chooseApplicant(this.writing, caller, input), ({ applicationId }) =>
      this.applicants.written(caller.accountId, applicationId),
    );
  }

  @Mutation(() => ApplicantAnswer, {
    description: 'Puts an applicant at the end of the waitlist. The circle’s to do.',
  })
  waitlistApplicant(
    @Args('input', INPUT) input: WaitlistApplicantInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(waitlistApplicant(this.writing, caller, input), ({ applicationId }) =>
      this.applicants.written(caller.accountId, applicationId),
    );
  }

  @Mutation(() => ApplicantAnswer, {
    description: 'Declines an applicant. The circle’s to do.',
  })
  declineApplicant(
    @Args('input', INPUT) input: DeclineApplicantInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(declineApplicant(this.writing, caller, input), ({ applicationId }) =>
      this.applicants.written(caller.accountId, applicationId),
    );
  }

  @Mutation(() => ApplicantAnswer, {
    description: 'Takes back what was said of an applicant. The circle’s to do.',
  })
  reconsiderApplicant(
    @Args('input', INPUT) input: ReconsiderApplicantInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(reconsiderApplicant(this.writing, caller, input), ({ applicationId }) =>
      this.applicants.written(caller.accountId, applicationId),
    );
  }

  @Mutation(() => ApplicantAnswer, {
    description: 'Gives an applicant another place on the waitlist. The circle’s to do.',
  })
  moveOnWaitlist(
    @Args('input', INPUT) input: MoveOnWaitlistInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(moveOnWaitlist(this.writing, caller, input), ({ applicationId }) =>
      this.applicants.written(caller.accountId, applicationId),
    );
  }

  @Mutation(() => ApplicantAnswer, {
    description: 'Notes something on an applicant that only the circle reads. The circle’s to do.',
  })
  noteApplicant(
    @Args('input', INPUT) input: NoteApplicantInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(noteApplicant(this.writing, caller, input), ({ applicationId }) =>
      this.applicants.written(caller.accountId, applicationId),
    );
  }
}
