import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceGoal } from '#application/programmes/programme-settings-reader.js';

@ObjectType('WorkspaceGoal', {
  description: 'A goal that measures serve, in the programme’s own language.',
})
export class WorkspaceGoalType implements WorkspaceGoal {
  @Field(() => ID, { description: 'UUID of the goal.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files; unique in the programme.' })
  key!: string;
  @Field(() => String, { description: 'The goal in a few words.' }) title!: string;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
}
