import { Inject } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  PeopleReader,
  type OpenMeasure,
  type WorkspacePerson,
} from '#application/people/people-reader.js';
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
import { carriesTooMany, termHint, type MeasureHintKind } from '#domain/measures/measure-hints.js';
import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import { gradesForAnother } from '#domain/people/public-name.js';
import type { Result } from '#domain/shared/result.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { INPUT } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { PublicNameGradeEnum } from '../graphql/public-name-grade.js';
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
import { MeasureHintKindEnum, OpenMeasureType } from './measure-hint.type.js';
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

/** A person was read within a scope, so what that person carries may be read too. */
@SignedIn()
@Resolver(() => WorkspacePersonType)
export class PersonMeasuresResolver {
  @ResolveField(() => [OpenMeasureType], {
    description: 'The measures that the person owns or guides and that go on, by loop and title.',
  })
  openMeasures(
    @Parent() { id }: WorkspacePerson,
    @Context('loaders') loaders: Loaders,
  ): Promise<OpenMeasure[]> {
    return loaders.openMeasuresOf.load(id);
  }

  @ResolveField(() => [PublicNameGradeEnum], {
    description:
      'The grades that an administrator may set for this person: of somebody else who has signed in, none above the present one.',
  })
  publicNameChoices(@Parent() person: WorkspacePerson): readonly PublicNameGrade[] {
    return gradesForAnother(person);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether these are more than is good for a guide; of the circle it is never said.',
  })
  async tooManyMeasures(
    @Parent() { id, role }: WorkspacePerson,
    @Context('loaders') loaders: Loaders,
  ): Promise<boolean> {
    const { length } = await loaders.openMeasuresOf.load(id);
    return carriesTooMany({ role, openMeasures: length });
  }

  @ResolveField(() => MeasureHintKindEnum, {
    nullable: true,
    description: 'How the person’s term as a guide misses a loop; null when it doesn’t.',
  })
  termHint(
    @Parent() person: WorkspacePerson,
    @Args('loop', { type: () => Int, description: 'Number of the loop.' }) loop: number,
  ): MeasureHintKind | null {
    return termHint(person, loop);
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
