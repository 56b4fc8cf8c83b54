import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceActionField } from '#application/workspace/measure-rows.js';
import { WorkspaceTopicType } from './topic.type.js';

@ObjectType('WorkspaceActionField', { description: 'A question that a loop asks of a topic.' })
export class WorkspaceActionFieldType implements WorkspaceActionField {
  @Field(() => ID, { description: 'UUID of the action field.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files.' }) key!: string;
  @Field(() => String, { description: 'The question.' }) question!: string;
  @Field(() => Int, { description: 'Number of the loop that asks it.' }) loopNumber!: number;
  @Field(() => WorkspaceTopicType, { description: 'The topic that it is asked of.' })
  topic!: WorkspaceTopicType;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
}
