import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { choosePublicName } from '#application/personal-data/choose-public-name.js';
import { erasePerson } from '#application/personal-data/erase-person.js';
import { retentionOf, type RetentionLine } from '#application/personal-data/retention.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader, type WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { mayAdministerProgramme } from '#domain/people/policy.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { Database } from '../database/database.js';
import { WRITING } from '../database/writing.js';
import { INPUT } from '../graphql/arguments.js';
import { toRefusal } from '../graphql/to-refusal.js';
import { callerOf } from '../graphql/write-input.js';
import { Mailer } from '../mail/mailer.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import {
  ChoosePublicNameInput,
  ErasePersonInput,
  ErasureAnswer,
  PublicNameAnswer,
  RetentionLineType,
} from './own-data.type.js';

@SignedIn()
@Resolver(() => WorkspaceType)
export class RetentionResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly database: Database,
  ) {}

  @ResolveField(() => [RetentionLineType], {
    nullable: true,
    description:
      'What the daily retention would erase of the programme if it ran now, and what it erased last; null for whoever isn’t an administrator.',
  })
  retention(@Parent() scope: WorkspaceScope): Promise<RetentionLine[]> | null {
    return mayAdministerProgramme(scope.actor)
      ? retentionOf(this.database, scope.programmeId, this.writing.now())
      : null;
  }
}

@SignedIn()
@Resolver()
export class OwnDataWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly workspaces: WorkspaceReader,
    private readonly mailer: Mailer,
  ) {}

  @Mutation(() => ErasureAnswer, {
    description:
      'Erases a person with all that the programme keeps of them; in the history a former member remains. Can’t be undone. The administrators’ to do.',
  })
  async erasePerson(
    @Args('input', INPUT) input: ErasePersonInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await erasePerson(this.writing, callerOf(account, input), input);
    if (!outcome.ok) return toRefusal(outcome.error);
    await this.mailer.forget(outcome.value.addresses);
    return { id: input.personId };
  }

  @Mutation(() => PublicNameAnswer, {
    description:
      'Says how much of the caller’s name the public pages of a programme may show; they keep to it at once.',
  })
  async choosePublicName(
    @Args('input', INPUT) input: ChoosePublicNameInput,
    @CurrentAccount() account: string | null,
  ) {
    const caller = callerOf(account, input);
    const outcome = await choosePublicName(this.writing, caller, input);
    if (!outcome.ok) return toRefusal(outcome.error);
    const all = await this.workspaces.memberships(caller.accountId);
    return all.find(({ personId }) => personId === outcome.value.personId);
  }
}
