import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceUnit } from '#application/programmes/programme-settings-reader.js';

@ObjectType('WorkspaceUnit', {
  description: 'A part of the organisation, in the programme’s own language.',
})
export class WorkspaceUnitType implements WorkspaceUnit {
  @Field(() => ID, { description: 'UUID of the unit.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files; unique in the programme.' })
  key!: string;
  @Field(() => String, { description: 'The unit’s name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'What it is, such as “Referat”.' })
  kind!: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to; null at the top.' })
  parentId!: string | null;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
}
