import { Args, Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CallsReader, type WorkspaceCall } from '#application/calls/calls-reader.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { actsForCircle, isAdministrator } from '#domain/people/actor.js';
import { SignedIn } from '../auth/signed-in.js';
import type { FieldRules } from '../graphql/argument-rules.js';
import { AFTER_ENTRY, FIRST } from '../graphql/arguments.js';
import type { Loaders } from '../graphql/loaders.js';
import { HistoryEntryType } from '../history/history-entry.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';
import { ApplicationAccessType, WorkspaceApplicationType } from './application.type.js';
import { WorkspaceCallType } from './workspace-call.type.js';

/** The volunteer calls of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceCallsResolver {
  constructor(private readonly reader: CallsReader) {}

  @ResolveField(() => [WorkspaceCallType], { description: 'The volunteer calls, newest first.' })
  calls(@Parent() scope: WorkspaceScope): Promise<WorkspaceCall[]> {
    return this.reader.calls(scope);
  }

  @ResolveField(() => WorkspaceCallType, {
    nullable: true,
    description: 'One volunteer call; null when there is none of this key.',
  })
  call(
    @Parent() scope: WorkspaceScope,
    @Args('key', { type: () => String, description: 'The call’s key.' }) key: string,
  ): Promise<WorkspaceCall | null> {
    return this.reader.call(scope, key);
  }
}

/** A call was read within a scope, which says what else of it may be read. */
@SignedIn()
@Resolver(() => WorkspaceCallType)
export class CallApplicationsResolver {
  @Extensions({ usualLength: 30 } satisfies FieldRules)
  @ResolveField(() => [WorkspaceApplicationType], {
    nullable: true,
    description:
      'The confirmed applications, in the order in which they came; null for whoever doesn’t choose. Reading them is recorded.',
  })
  applications(@Parent() call: WorkspaceCall, @Context('loaders') loaders: Loaders) {
    return actsForCircle(call.scope.actor) ? loaders.applicationsOf.load(call) : null;
  }

  @ResolveField(() => [ApplicationAccessType], {
    nullable: true,
    description:
      'Who has looked at the applications, newest first, at most 200; null for whoever doesn’t administer.',
  })
  accesses(@Parent() call: WorkspaceCall, @Context('loaders') loaders: Loaders) {
    return isAdministrator(call.scope.actor) ? loaders.accessesOf.load(call.id) : null;
  }

  @ResolveField(() => [HistoryEntryType], { description: 'What happened to it, newest first.' })
  history(
    @Parent() { id }: WorkspaceCall,
    @Args('first', { ...FIRST, defaultValue: 50 }) first: number,
    @Args('after', AFTER_ENTRY) after: string | null,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.history.load({ subjectId: id, first, after });
  }
}
