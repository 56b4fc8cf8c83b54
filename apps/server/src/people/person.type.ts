import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspacePerson } from '#application/people/people-reader.js';
import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import type { Role } from '#domain/people/role.js';
import { PublicNameGradeEnum } from '../graphql/public-name-grade.js';
import { WorkspaceUnitType } from '../programme-settings/unit.type.js';
import { RoleEnum } from '../workspace/me.type.js';

/** Rows come from PeopleReader, which knows what the caller may see of them. */
@ObjectType('WorkspacePerson', {
  description: 'A person of a programme, as its workspace shows it.',
})
export class WorkspacePersonType implements WorkspacePerson {
  @Field(() => ID, { description: 'UUID of the person in this programme.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files; unique in the programme.' })
  key!: string;
  @Field(() => String, { description: 'The name.' }) name!: string;
  @Field(() => RoleEnum, { description: 'The role in this programme.' }) role!: Role;
  @Field(() => WorkspaceUnitType, { nullable: true, description: 'Where the person works.' })
  unit!: WorkspaceUnitType | null;
  @Field(() => PublicNameGradeEnum, { description: 'The consent to be named on public pages.' })
  publicName!: PublicNameGrade;
  // No field of its own: `publicNameChoices` tells what follows from it.
  decidesAlone!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the first loop of the term as a guide; null without a term.',
  })
  termFirstLoop!: number | null;
  @Field(() => Int, { nullable: true, description: 'Number of the last loop of that term.' })
  termLastLoop!: number | null;
  @Field(() => Boolean, { description: 'Whether the person may do nothing in the programme.' })
  blocked!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address; null for whoever is neither an administrator nor the person.',
  })
  email!: string | null;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
}
