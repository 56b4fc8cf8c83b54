import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LoopsReader, type WorkspaceLoop } from '#application/learning-loops/loops-reader.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { SignedIn } from '../auth/signed-in.js';
import { AFTER_ENTRY, FIRST } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { HistoryEntryType } from '../history/history-entry.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { WorkspaceLoopType } from './workspace-loop.type.js';

/** The loops of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceLoopsResolver {
  constructor(private readonly reader: LoopsReader) {}

  @ResolveField(() => [WorkspaceLoopType], { description: 'All loops by number, newest last.' })
  loops(@Parent() scope: WorkspaceScope): Promise<WorkspaceLoop[]> {
    return this.reader.loops(scope);
  }

  @ResolveField(() => WorkspaceLoopType, {
    nullable: true,
    description: 'One loop; null when the programme has none of that number.',
  })
  loop(
    @Parent() scope: WorkspaceScope,
    @Args('number', { type: () => Int, description: 'Number of the loop.' }) number: number,
  ): Promise<WorkspaceLoop | null> {
    return this.reader.loop(scope, number);
  }
}

/** A loop was read within a scope, so its history may be read too. */
@SignedIn()
@Resolver(() => WorkspaceLoopType)
export class LoopHistoryResolver {
  @ResolveField(() => [HistoryEntryType], { description: 'What happened to it, newest first.' })
  history(
    @Parent() { id }: WorkspaceLoop,
    @Args('first', { ...FIRST, defaultValue: 50 }) first: number,
    @Args('after', AFTER_ENTRY) after: string | null,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.history.load({ subjectId: id, first, after });
  }
}
