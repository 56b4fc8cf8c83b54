import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import type { Role } from '#domain/people/role.js';
import { WriteInput } from '../graphql/write-input.js';
import { RoleEnum } from '../workspace/me.type.js';
import { PublicNameGradeEnum } from '../graphql/public-name-grade.js';

@InputType('InvitePersonInput', { description: 'A new person of a programme.' })
export class InvitePersonInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'The name; the key is made from it.' }) name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Whoever proves to have this address signs in as the person; null for nobody.',
  })
  email?: string | null;
  @Field(() => ID, { nullable: true, description: 'Where the person works.' })
  unitId?: string | null;
  @Field(() => RoleEnum, { description: 'The role.' }) role!: Role;
}

@InputType('EditPersonInput', { description: 'What is left out stays as it is; null empties it.' })
export class EditPersonInput extends WriteInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => Int, {
    description: 'The version of the person that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { nullable: true, description: 'The name; can’t be emptied.' })
  name?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The address. Another one signs the person out, and whoever proves to have it in; one’s own changes quietly.',
  })
  email?: string | null;
  @Field(() => ID, { nullable: true, description: 'Where the person works.' })
  unitId?: string | null;
  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The role; can’t be emptied. Another one signs the person out.',
  })
  role?: Role | null;
  @Field(() => PublicNameGradeEnum, {
    nullable: true,
    description:
      'The consent to be named on public pages, as the person gave it; can’t be emptied. Once the person has signed in, others can only take from it.',
  })
  publicName?: PublicNameGrade | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the first loop of the term as a guide; both ends or neither.',
  })
  termFirstLoop?: number | null;
  @Field(() => Int, { nullable: true, description: 'Number of the last loop of that term.' })
  termLastLoop?: number | null;
}

@InputType('BlockPersonInput', { description: 'Who is shut out.' })
export class BlockPersonInput extends WriteInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType('UnblockPersonInput', { description: 'Who is let in again.' })
export class UnblockPersonInput extends WriteInput {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}
