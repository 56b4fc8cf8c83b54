import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PeopleReader, type WorkspacePerson } from '#application/people/people-reader.js';
import {
  blockPerson,
  editPerson,
  invitePerson,
  unblockPerson,
  type PersonAnswer as Written,
  type PersonRefusal,
} from '#application/people/write-people.js';
import type { Caller } from '#application/shared/caller.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader, type WorkspaceScope } from '#application/workspace/workspace-reader.js';
import type { Result } from '#domain/shared/result.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { INPUT } from '../graphql/arguments.js';
import { toRefusal } from '../graphql/to-refusal.js';
import type { Refusal } from '../graphql/user-error.js';
import { callerOf, type WriteInput } from '../graphql/write-input.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import {
  BlockPersonInput,
  EditPersonInput,
  InvitePersonInput,
  UnblockPersonInput,
} from './people.input.js';
import { PersonAnswer } from './person-answer.js';
import { WorkspacePersonType } from './person.type.js';

/** The people of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspacePeopleResolver {
  constructor(private readonly reader: PeopleReader) {}

  @ResolveField(() => [WorkspacePersonType], {
    description: 'Everybody of the programme, those who were invited last at the end.',
  })
  people(@Parent() scope: WorkspaceScope): Promise<WorkspacePerson[]> {
    return this.reader.list(scope);
  }

  @ResolveField(() => WorkspacePersonType, { description: 'The caller as one of them.' })
  async me(@Parent() scope: WorkspaceScope): Promise<WorkspacePerson | undefined> {
    const [me] = await this.reader.byIds(scope, [scope.actor.personId]);
    return me;
  }
}

@SignedIn()
@Resolver()
export class PeopleWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly workspaces: WorkspaceReader,
    private readonly people: PeopleReader,
  ) {}

  @Mutation(() => PersonAnswer, {
    description:
      'Adds a person, who signs in by proving to have the address. The administrators’ to do.',
  })
  invitePerson(
    @Args('input', INPUT) input: InvitePersonInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.#write(invitePerson, account, input);
  }

  @Mutation(() => PersonAnswer, {
    description:
      'Changes a person; a change of role signs the person out. The administrators’ to do.',
  })
  editPerson(
    @Args('input', INPUT) input: EditPersonInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.#write(editPerson, account, input);
  }

  @Mutation(() => PersonAnswer, {
    description: 'Shuts a person out of the programme at once. The administrators’ to do.',
  })
  blockPerson(
    @Args('input', INPUT) input: BlockPersonInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.#write(blockPerson, account, input);
  }

  @Mutation(() => PersonAnswer, {
    description: 'Lets a person in again. The administrators’ to do.',
  })
  unblockPerson(
    @Args('input', INPUT) input: UnblockPersonInput,
    @CurrentAccount() account: string | null,
  ) {
    return this.#write(unblockPerson, account, input);
  }

  /** Runs a use case, and reads the person as the caller sees it afterwards. */
  async #write<Input extends WriteInput>(
    useCase: (
      writing: Writing,
      caller: Caller,
      input: Input,
    ) => Promise<Result<Written, PersonRefusal>>,
    accountId: string | null,
    input: Input,
  ): Promise<WorkspacePerson | Refusal> {
    const outcome = await useCase(this.writing, callerOf(accountId, input), input);
    if (!outcome.ok) return toRefusal(outcome.error);
    const { personId } = outcome.value;
    const slug = await this.people.programmeOf(personId);
    const scope = slug === null ? null : await this.workspaces.enter(accountId, slug);
    const [person] = scope === null ? [] : await this.people.byIds(scope, [personId]);
    // Whoever gave up the own right to enter sees nothing of the programme from then on.
    return person ?? { code: 'NOT_FOUND' };
  }
}
