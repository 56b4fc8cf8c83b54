import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { editProgramme } from '#application/programmes/edit-programme.js';
import { ProgrammeSettingsReader } from '#application/programmes/programme-settings-reader.js';
import { createGoal, editGoal, removeGoal } from '#application/programmes/write-goals.js';
import { createUnit, editUnit, removeUnit } from '#application/programmes/write-units.js';
import type { RequestReused } from '#application/shared/caller.js';
import type { InvalidInput, StaleVersion } from '#application/shared/refusals.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { WorkspaceReader, type WorkspaceScope } from '#application/workspace/workspace-reader.js';
import type { Result } from '#domain/shared/result.js';
import { CurrentAccount } from '../auth/current-account.js';
import { SignedIn } from '../auth/signed-in.js';
import { WRITING } from '../database/writing.js';
import { INPUT } from '../graphql/arguments.js';
import { RemovalAnswer } from '../graphql/removal.type.js';
import { toRefusal } from '../graphql/to-refusal.js';
import type { Refusal } from '../graphql/user-error.js';
import { callerOf } from '../graphql/write-input.js';
import {
  CreateGoalInput,
  CreateUnitInput,
  EditGoalInput,
  EditProgrammeInput,
  EditUnitInput,
  RemoveGoalInput,
  RemoveUnitInput,
} from './programme-settings.input.js';
import { GoalAnswer, ProgrammeAnswer, UnitAnswer } from './settings-answer.js';

type Refused = Refusal | InvalidInput | StaleVersion | RequestReused;

@SignedIn()
@Resolver()
export class ProgrammeSettingsWritesResolver {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly workspaces: WorkspaceReader,
    private readonly settings: ProgrammeSettingsReader,
  ) {}

  @Mutation(() => ProgrammeAnswer, {
    description: 'Changes what a programme is set to. The administrators’ to do.',
  })
  async editProgramme(
    @Args('input', INPUT) input: EditProgrammeInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await editProgramme(this.writing, callerOf(account, input), input);
    return this.#answer(
      account,
      outcome,
      ({ programme }) => programme,
      (scope) => this.settings.programme(scope),
    );
  }

  @Mutation(() => UnitAnswer, {
    description: 'Adds a unit of the organisation. The administrators’ to do.',
  })
  async createUnit(
    @Args('input', INPUT) input: CreateUnitInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await createUnit(this.writing, callerOf(account, input), input);
    return this.#unit(account, outcome);
  }

  @Mutation(() => UnitAnswer, {
    description: 'Changes a unit, or its place in the tree. The administrators’ to do.',
  })
  async editUnit(
    @Args('input', INPUT) input: EditUnitInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await editUnit(this.writing, callerOf(account, input), input);
    return this.#unit(account, outcome);
  }

  @Mutation(() => RemovalAnswer, {
    description:
      'Takes a unit away that no person, measure, next step or other unit names. The administrators’ to do.',
  })
  async removeUnit(
    @Args('input', INPUT) input: RemoveUnitInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await removeUnit(this.writing, callerOf(account, input), input);
    return outcome.ok ? outcome.value : toRefusal(outcome.error);
  }

  @Mutation(() => GoalAnswer, {
    description: 'Adds a goal that measures can serve. The administrators’ to do.',
  })
  async createGoal(
    @Args('input', INPUT) input: CreateGoalInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await createGoal(this.writing, callerOf(account, input), input);
    return this.#goal(account, outcome);
  }

  @Mutation(() => GoalAnswer, {
    description: 'Puts a goal in other words. The administrators’ to do.',
  })
  async editGoal(
    @Args('input', INPUT) input: EditGoalInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await editGoal(this.writing, callerOf(account, input), input);
    return this.#goal(account, outcome);
  }

  @Mutation(() => RemovalAnswer, {
    description: 'Takes a goal away that no measure serves. The administrators’ to do.',
  })
  async removeGoal(
    @Args('input', INPUT) input: RemoveGoalInput,
    @CurrentAccount() account: string | null,
  ) {
    const outcome = await removeGoal(this.writing, callerOf(account, input), input);
    return outcome.ok ? outcome.value : toRefusal(outcome.error);
  }

  #unit(account: string | null, outcome: Result<{ readonly unitId: string }, Refused>) {
    return this.#answer(
      account,
      outcome,
      ({ unitId }) => this.settings.programmeOf('organisational_unit', unitId),
      async (scope, { unitId }) =>
        (await this.settings.units(scope)).find(({ id }) => id === unitId),
    );
  }

  #goal(account: string | null, outcome: Result<{ readonly goalId: string }, Refused>) {
    return this.#answer(
      account,
      outcome,
      ({ goalId }) => this.settings.programmeOf('strategic_goal', goalId),
      async (scope, { goalId }) =>
        (await this.settings.goals(scope)).find(({ id }) => id === goalId),
    );
  }

  /** What was written, read as the caller sees it afterwards; or the refusal. */
  async #answer<Written, Row extends object>(
    account: string | null,
    outcome: Result<Written, Refused>,
    slugOf: (written: Written) => string | null | Promise<string | null>,
    read: (scope: WorkspaceScope, written: Written) => Promise<Row | undefined>,
  ): Promise<Row | Refusal> {
    if (!outcome.ok) return toRefusal(outcome.error);
    const slug = await slugOf(outcome.value);
    const scope = slug === null ? null : await this.workspaces.enter(account, slug);
    const row = scope === null ? undefined : await read(scope, outcome.value);
    // Somebody else may have removed it, or blocked the caller, since the write.
    return row ?? { code: 'NOT_FOUND' };
  }
}
