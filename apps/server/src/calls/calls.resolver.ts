import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CallsReader } from '#application/calls/calls-reader.js';
import {
  closeCall,
  decideCall,
  extendCall,
  openCall,
} from '#application/calls/change-call-state.js';
import { createCall, editCall } from '#application/calls/write-calls.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { answerOf } from '../graphql/answer-of.js';
import { INPUT } from '../graphql/arguments.js';
import { callerOf } from '../graphql/write-input.js';
import { CallAnswer } from './call-answer.js';
import {
  CreateCallInput,
  EditCallInput,
  OpenCallInput,
  ExtendCallInput,
  CloseCallInput,
  DecideCallInput,
} from './call.input.js';

@SignedIn()
@Resolver()
export class CallWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly calls: CallsReader,
  ) {}

  @Mutation(() => CallAnswer, {
    description: 'Writes the draft of a volunteer call. The circle’s to do.',
  })
  createCall(
    @Args('input', INPUT) input: CreateCallInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(createCall(this.writing, caller, input), ({ callId }) =>
      this.calls.written(caller.accountId, callId),
    );
  }

  @Mutation(() => CallAnswer, {
    description: 'Changes what a call says. The circle’s to do.',
  })
  editCall(@Args('input', INPUT) input: EditCallInput, @CurrentAccount() account: string | null) {
    const caller = callerOf(account, input);
    return answerOf(editCall(this.writing, caller, input), ({ callId }) =>
      this.calls.written(caller.accountId, callId),
    );
  }

  @Mutation(() => CallAnswer, {
    description: 'Lets a call be answered from today on. The circle’s to do.',
  })
  openCall(@Args('input', INPUT) input: OpenCallInput, @CurrentAccount() account: string | null) {
    const caller = callerOf(account, input);
    return answerOf(openCall(this.writing, caller, input), ({ callId }) =>
      this.calls.written(caller.accountId, callId),
    );
  }

  @Mutation(() => CallAnswer, {
    description: 'Gives a call a later last day. The circle’s to do.',
  })
  extendCall(
    @Args('input', INPUT) input: ExtendCallInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(extendCall(this.writing, caller, input), ({ callId }) =>
      this.calls.written(caller.accountId, callId),
    );
  }

  @Mutation(() => CallAnswer, {
    description: 'Closes a call before its last day. The circle’s to do.',
  })
  closeCall(@Args('input', INPUT) input: CloseCallInput, @CurrentAccount() account: string | null) {
    const caller = callerOf(account, input);
    return answerOf(closeCall(this.writing, caller, input), ({ callId }) =>
      this.calls.written(caller.accountId, callId),
    );
  }

  @Mutation(() => CallAnswer, {
    description:
      'Lets each applicant know the own answer, and makes the chosen guides. The circle’s to do.',
  })
  decideCall(
    @Args('input', INPUT) input: DecideCallInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    return answerOf(decideCall(this.writing, caller, input), ({ callId }) =>
      this.calls.written(caller.accountId, callId),
    );
  }
}
