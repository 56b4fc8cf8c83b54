import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceTopic } from '#application/workspace/measure-rows.js';

/** Its action fields come from a resolver of their own. */
@ObjectType('WorkspaceTopic', { description: 'A thread that goes through the loops.' })
export class WorkspaceTopicType implements WorkspaceTopic {
  @Field(() => ID, { description: 'UUID of the topic.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files and filters.' }) key!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What it is about, in Markdown.' })
  description!: string | null;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
}
