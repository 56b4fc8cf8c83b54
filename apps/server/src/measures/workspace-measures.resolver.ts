import { Args, Context, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { WorkspaceMeasure, WorkspaceResult } from '#application/workspace/measure-rows.js';
import { MeasuresReader } from '#application/workspace/measures-reader.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { markdownToHtml } from '#ui/markdown.js';
import { SignedIn } from '../auth/signed-in.js';
import { AFTER_ENTRY, FIRST } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { HistoryEntryType } from '../history/history-entry.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { BoardFilterInput } from './board-filter.input.js';
import { WorkspaceResultType } from './measure-parts.type.js';
import { WorkspaceMeasureType } from './workspace-measure.type.js';

/** The measures of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceMeasuresResolver {
  constructor(private readonly measures: MeasuresReader) {}

  @ResolveField(() => [WorkspaceMeasureType], {
    description: 'The measures of one loop, in the order of topic and position.',
  })
  board(
    @Parent() scope: WorkspaceScope,
    @Args('loop', { type: () => Int, description: 'Number of the loop.' }) loop: number,
    @Args('filter', {
      type: () => BoardFilterInput,
      nullable: true,
      defaultValue: null,
      description: 'Which of them; null for all.',
    })
    filter: BoardFilterInput | null,
  ): Promise<WorkspaceMeasure[]> {
    return this.measures.board(scope, loop, filter ?? {});
  }

  @ResolveField(() => WorkspaceMeasureType, {
    nullable: true,
    description: 'One measure; null when this programme has none of that id.',
  })
  measure(
    @Parent() scope: WorkspaceScope,
    @Args('id', { type: () => ID, description: 'UUID of the measure.' }) id: string,
  ): Promise<WorkspaceMeasure | null> {
    return this.measures.measure(scope, id);
  }
}

/** A measure was read within a scope, so its history may be read too. */
@SignedIn()
@Resolver(() => WorkspaceMeasureType)
export class MeasureHistoryResolver {
  @ResolveField(() => [HistoryEntryType], { description: 'What happened to it, newest first.' })
  history(
    @Parent() { id }: WorkspaceMeasure,
    @Args('first', { ...FIRST, defaultValue: 50 }) first: number,
    @Args('after', AFTER_ENTRY) after: string | null,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.history.load({ subjectId: id, first, after });
  }
}

@SignedIn()
@Resolver(() => WorkspaceResultType)
export class ResultHtmlResolver {
  @ResolveField(() => String, { description: 'The text as HTML, as public pages would show it.' })
  html(@Parent() { text }: WorkspaceResult): string {
    return markdownToHtml(text);
  }
}
