import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { chooseMail, mailSettingsOf, type MailSettings } from '#application/mail/choose-mail.js';
import { deadMails, retryMail, type DeadMail } from '#application/mail/dead-mails.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { Database } from '../database/database.js';
import { WRITING } from '../database/writing.js';
import { INPUT } from '../graphql/arguments.js';
import { toRefusal } from '../graphql/to-refusal.js';
import { callerOf } from '../graphql/write-input.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import {
  ChooseMailAnswer,
  ChooseMailInput,
  DeadMailType,
  MailSettingsType,
  RetryMailAnswer,
  RetryMailInput,
} from './mail.type.js';

@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceMailResolver {
  constructor(private readonly database: Database) {}

  @ResolveField(() => MailSettingsType, {
    nullable: true,
    description: 'How the caller gets mail of this programme.',
  })
  mailSettings(@Parent() scope: WorkspaceScope): Promise<MailSettings | null> {
    return mailSettingsOf(this.database, scope.actor.personId);
  }

  @ResolveField(() => [DeadMailType], {
    nullable: true,
    description:
      'The newest hundred mails of the programme that were given up; null for whoever isn’t an administrator.',
  })
  deadMails(@Parent() scope: WorkspaceScope): Promise<DeadMail[] | null> {
    return deadMails(this.database, scope);
  }
}

@SignedIn()
@Resolver()
export class MailWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly database: Database,
  ) {}

  @Mutation(() => RetryMailAnswer, {
    description: 'Sends a mail again that was given up. The administrators’ to do.',
  })
  async retryMail(
    @Args('input', INPUT) input: RetryMailInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await retryMail(this.writing, callerOf(account, input), input);
    return outcome.ok ? { id: outcome.value.mailId } : toRefusal(outcome.error);
  }

  @Mutation(() => ChooseMailAnswer, {
    description: 'Chooses how the caller gets mail of a programme.',
  })
  async chooseMail(
    @Args('input', INPUT) input: ChooseMailInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await chooseMail(this.writing, callerOf(account, input), input);
    return outcome.ok
      ? mailSettingsOf(this.database, outcome.value.personId)
      : toRefusal(outcome.error);
  }
}
