import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Membership } from '#application/workspace/workspace-reader.js';
import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import { ROLES, type Role } from '#domain/people/role.js';
import { enumOf } from '../graphql/enums.js';
import { PublicNameGradeEnum } from '../graphql/public-name-grade.js';

export const RoleEnum = enumOf('Role', 'What a person is in a programme.', ROLES, {
  EMPLOYEE: 'May apply to calls and read what is public.',
  GUIDE: 'A transformation guide: may enter the workspace and work on the own measures.',
  CIRCLE: 'Of the transformation circle: may make, publish, judge and close.',
  ADMINISTRATOR: 'May do all that, change people and settings, and reopen loops.',
});

@ObjectType('Membership', { description: 'What the caller is in one programme.' })
export class MembershipType implements Membership {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'Its title, in its own language.' }) title!: string;
  @Field(() => ID, { description: 'The caller as a person of the programme.' }) personId!: string;
  @Field(() => String, { description: 'The name that the programme knows the caller by.' })
  name!: string;
  @Field(() => RoleEnum, { description: 'The role there.' }) role!: Role;
  @Field(() => PublicNameGradeEnum, { description: 'The consent to be named on its public pages.' })
  publicName!: PublicNameGrade;
}

@ObjectType('Me', { description: 'Who is signed in.' })
export class MeType {
  @Field(() => [MembershipType], {
    description: 'The programmes in which the caller is someone, by title.',
  })
  memberships!: readonly MembershipType[];
}
