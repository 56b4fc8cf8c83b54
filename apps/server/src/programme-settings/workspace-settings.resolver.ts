import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ProgrammeSettingsReader,
  type WorkspaceGoal,
  type WorkspaceProgramme,
  type WorkspaceUnit,
} from '#application/programmes/programme-settings-reader.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { SignedIn } from '../auth/signed-in.js';
import { AFTER_ENTRY, FIRST } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { HistoryEntryType } from '../history/history-entry.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { WorkspaceGoalType } from './goal.type.js';
import { WorkspaceProgrammeType } from './programme.type.js';
import { WorkspaceUnitType } from './unit.type.js';

/** What a programme is set to, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceSettingsResolver {
  constructor(private readonly settings: ProgrammeSettingsReader) {}

  @ResolveField(() => WorkspaceProgrammeType, { description: 'What the programme is set to.' })
  programme(@Parent() scope: WorkspaceScope): Promise<WorkspaceProgramme> {
    return this.settings.programme(scope);
  }

  @ResolveField(() => [WorkspaceUnitType], {
    description: 'The units of the organisation, a tree by `parentId`.',
  })
  units(@Parent() scope: WorkspaceScope): Promise<WorkspaceUnit[]> {
    return this.settings.units(scope);
  }

  @ResolveField(() => [WorkspaceGoalType], { description: 'The goals that measures serve.' })
  goals(@Parent() scope: WorkspaceScope): Promise<WorkspaceGoal[]> {
    return this.settings.goals(scope);
  }
}

/** A programme's settings were read within a scope, so its history may be read too. */
@SignedIn()
@Resolver(() => WorkspaceProgrammeType)
export class ProgrammeHistoryResolver {
  @ResolveField(() => [HistoryEntryType], {
    description: 'What was changed of the settings, units and goals, newest first.',
  })
  history(
    @Parent() { id }: WorkspaceProgramme,
    @Args('first', { ...FIRST, defaultValue: 50 }) first: number,
    @Args('after', AFTER_ENTRY) after: string | null,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.history.load({ subjectId: id, first, after });
  }
}
