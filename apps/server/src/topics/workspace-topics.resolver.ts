import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TopicsReader } from '#application/topics/topics-reader.js';
import type { WorkspaceActionField, WorkspaceTopic } from '#application/workspace/measure-rows.js';
import type { WorkspaceScope } from '#application/workspace/workspace-reader.js';
import { SignedIn } from '../auth/signed-in.js';
import type { Loaders } from '../graphql/loaders.js';
import { WorkspaceActionFieldType } from '../workspace/action-field.type.js';
import { WorkspaceTopicType } from '../workspace/topic.type.js';
import { WorkspaceType } from '../workspace/workspace.type.js';

/** The topics of a workspace, within the scope of the caller. */
@SignedIn()
@Resolver(() => WorkspaceType)
export class WorkspaceTopicsResolver {
  constructor(private readonly reader: TopicsReader) {}

  @ResolveField(() => [WorkspaceTopicType], { description: 'All topics in their editorial order.' })
  topics(@Parent() scope: WorkspaceScope): Promise<WorkspaceTopic[]> {
    return this.reader.topics(scope);
  }
}

/** A topic was read within a scope, so its questions may be read too. */
@SignedIn()
@Resolver(() => WorkspaceTopicType)
export class TopicQuestionsResolver {
  @ResolveField(() => [WorkspaceActionFieldType], {
    description: 'The questions that loops ask of it, oldest loop first.',
  })
  actionFields(
    @Parent() { id }: WorkspaceTopic,
    @Context('loaders') loaders: Loaders,
  ): Promise<WorkspaceActionField[]> {
    return loaders.questionsOf.load(id);
  }
}
