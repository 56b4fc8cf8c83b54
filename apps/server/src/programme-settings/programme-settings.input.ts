import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LanguageEnum, type Language } from '../graphql/enums.js';
import { WriteInput } from '../graphql/write-input.js';

@InputType('ProgrammeWordInput', { description: 'A word of the interface, said otherwise.' })
export class ProgrammeWordInput {
  @Field(() => String, { description: 'Which word: its key in the interface’s catalogue.' })
  key!: string;
  @Field(() => String, { description: 'What the programme says instead.' }) word!: string;
}

@InputType('EditProgrammeInput', {
  description: 'What is left out stays as it is; only the two texts can be emptied, by null.',
})
export class EditProgrammeInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => Int, {
    description: 'The version of the programme that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { nullable: true, description: 'The organisation that runs it.' })
  organisation?: string | null;
  @Field(() => String, { nullable: true, description: 'Title.' }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is for, in Markdown.' })
  purpose?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address for questions.' })
  contactAddress?: string | null;
  @Field(() => LanguageEnum, { nullable: true, description: 'The language in which it writes.' })
  defaultLanguage?: Language | null;
  @Field(() => String, { nullable: true, description: 'IANA name, such as Europe/Berlin.' })
  timeZone?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days without activity after which a measure is stale, 1 to 3650.',
  })
  staleAfterDays?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether anyone may read its pages.' })
  published?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether anyone may give feedback.' })
  feedbackOpen?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether employees may bring ideas.' })
  ideasOpen?: boolean | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Domains of the addresses that may apply to a call, such as `stadt.example`, all of them; an empty list for every address.',
  })
  applicationDomains?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days after the end of a call until its applications are erased, 1 to 3650.',
  })
  applicationRetentionDays?: number | null;
  @Field(() => String, { nullable: true, description: 'Accessibility statement, in Markdown.' })
  accessibilityText?: string | null;
  @Field(() => String, { nullable: true, description: 'Privacy notice, in Markdown.' })
  privacyText?: string | null;
  @Field(() => [ProgrammeWordInput], {
    nullable: true,
    description: 'All of its own words; an empty list takes them away.',
  })
  words?: ProgrammeWordInput[] | null;
}

@InputType('CreateUnitInput', { description: 'A new unit; its key is made from the name.' })
export class CreateUnitInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'The unit’s name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'What it is, such as “Referat”.' })
  kind?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to.' })
  parentId?: string | null;
}

@InputType('EditUnitInput', { description: 'What is left out stays as it is; null empties it.' })
export class EditUnitInput extends WriteInput {
  @Field(() => ID, { description: 'The unit.' }) unitId!: string;
  @Field(() => Int, {
    description: 'The version of the unit that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { nullable: true, description: 'The name; can’t be emptied.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is, such as “Referat”.' })
  kind?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that it belongs to; neither itself nor one below it.',
  })
  parentId?: string | null;
}

@InputType('RemoveUnitInput', { description: 'A unit that nothing names any more.' })
export class RemoveUnitInput extends WriteInput {
  @Field(() => ID, { description: 'The unit.' }) unitId!: string;
}

@InputType('CreateGoalInput', { description: 'A new goal; its key is made from the title.' })
export class CreateGoalInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'The goal in a few words.' }) title!: string;
}

@InputType('EditGoalInput', { description: 'A goal in other words.' })
export class EditGoalInput extends WriteInput {
  @Field(() => ID, { description: 'The goal.' }) goalId!: string;
  @Field(() => Int, {
    description: 'The version of the goal that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { description: 'The goal in a few words.' }) title!: string;
}

@InputType('RemoveGoalInput', { description: 'A goal that no measure serves.' })
export class RemoveGoalInput extends WriteInput {
  @Field(() => ID, { description: 'The goal.' }) goalId!: string;
}
