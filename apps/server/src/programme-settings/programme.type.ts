import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  ProgrammeWord,
  WorkspaceProgramme,
} from '#application/programmes/programme-settings-reader.js';
import { LanguageEnum } from '../graphql/enums.js';

@ObjectType('ProgrammeWord', { description: 'A word of the interface as the programme says it.' })
export class ProgrammeWordType implements ProgrammeWord {
  @Field(() => String, { description: 'Which word: its key in the interface’s catalogue.' })
  key!: string;
  @Field(() => String, { description: 'What the programme says instead.' }) word!: string;
}

/** Its history comes from a resolver of its own. */
@ObjectType('WorkspaceProgramme', {
  description: 'What a programme is set to, in its own language, published or not.',
})
export class WorkspaceProgrammeType implements WorkspaceProgramme {
  @Field(() => ID, { description: 'UUID of the programme.' }) id!: string;
  @Field(() => String, { description: 'Name in addresses; unique and never changed.' })
  slug!: string;
  @Field(() => String, { description: 'The organisation that runs it.' }) organisation!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { description: 'What it is for, in Markdown.' }) purpose!: string;
  @Field(() => String, { description: 'E-mail address for questions.' }) contactAddress!: string;
  @Field(() => LanguageEnum, { description: 'The language in which it writes.' })
  defaultLanguage!: string;
  @Field(() => String, { description: 'IANA name of the time zone of its days.' })
  timeZone!: string;
  @Field(() => Int, { description: 'Days without activity after which a measure is stale.' })
  staleAfterDays!: number;
  @Field(() => Boolean, { description: 'Whether anyone may read its public pages.' })
  published!: boolean;
  @Field(() => Boolean, { description: 'Whether anyone may give feedback on successes.' })
  feedbackOpen!: boolean;
  @Field(() => Boolean, { description: 'Whether employees may bring ideas.' })
  ideasOpen!: boolean;
  @Field(() => [String], {
    description: 'Domains of the addresses that may apply to a call; empty when every address may.',
  })
  applicationDomains!: readonly string[];
  @Field(() => Int, {
    description: 'Days after the end of a call until its applications are erased.',
  })
  applicationRetentionDays!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Its own accessibility statement, in Markdown; null for the general one.',
  })
  accessibilityText!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Its own privacy notice, in Markdown; null for the general one.',
  })
  privacyText!: string | null;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
  @Field(() => [ProgrammeWordType], { description: 'Its own words, by key.' })
  words!: readonly ProgrammeWordType[];
}
