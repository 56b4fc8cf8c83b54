import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Programme } from '#application/published/programme-reader.js';
import type { Language } from '../graphql/enums.js';
import { LanguageEnum } from '../graphql/enums.js';
import { LocalisedTextType } from '../graphql/localised-text.type.js';
import { PageInfoType } from '../graphql/page-info.type.js';

/** A programme and the language in which the caller wants it; null means its own. */
export type WantedProgramme = Programme & { readonly wanted: Language | null };

@ObjectType('StrategicGoal', { description: 'A goal that measures of a programme serve.' })
export class StrategicGoalType {
  @Field(() => ID, { description: 'UUID of the goal.' }) id!: string;
  @Field(() => String, { description: 'Name in filters; unique in the programme.' }) key!: string;
  @Field(() => LocalisedTextType, { description: 'The goal in a few words.' })
  title!: LocalisedTextType;
}

@ObjectType('OrganisationalUnit', {
  description: 'A part of the organisation, such as a department.',
})
export class OrganisationalUnitType {
  @Field(() => ID, { description: 'UUID of the unit.' }) id!: string;
  @Field(() => String, { description: 'Name in filters; unique in the programme.' }) key!: string;
  @Field(() => LocalisedTextType, { name: 'name', description: 'The unit’s name.' })
  title!: LocalisedTextType;
}

@ObjectType('Programme', {
  description: 'A transformation programme of an organisation; only published ones are answered.',
})
export class ProgrammeType implements Omit<
  Programme,
  'words' | 'callOpen' | 'feedbackOpen' | 'ideasOpen'
> {
  @Field(() => ID, { description: 'UUID of the programme.' }) id!: string;
  @Field(() => String, { description: 'Name in addresses; unique.' }) slug!: string;
  @Field(() => LocalisedTextType, { description: 'Title.' }) title!: LocalisedTextType;
  @Field(() => LocalisedTextType, { description: 'The organisation that runs it.' })
  organisation!: LocalisedTextType;
  @Field(() => LocalisedTextType, { description: 'What the programme is for, in Markdown.' })
  purpose!: LocalisedTextType;
  @Field(() => String, { description: 'E-mail address for questions.' }) contactAddress!: string;
  @Field(() => LanguageEnum, {
    name: 'language',
    description: 'The language in which the programme writes.',
  })
  defaultLanguage!: string;
  @Field(() => String, {
    description: 'IANA name of the time zone in which its days begin and end.',
  })
  timeZone!: string;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description: 'Its own accessibility statement, in Markdown.',
  })
  accessibilityText!: LocalisedTextType | null;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description: 'Its own privacy notice, in Markdown.',
  })
  privacyText!: LocalisedTextType | null;
}

@ObjectType('ProgrammeEdge', { description: 'A programme on a page of programmes.' })
export class ProgrammeEdgeType {
  @Field(() => String, { description: 'To be given as `after`, for what follows.' })
  cursor!: string;
  @Field(() => ProgrammeType, { description: 'The programme.' }) node!: ProgrammeType;
}

@ObjectType('ProgrammeConnection', { description: 'A page of programmes.' })
export class ProgrammeConnectionType {
  @Field(() => [ProgrammeEdgeType], { description: 'The programmes of this page.' })
  edges!: readonly ProgrammeEdgeType[];
  @Field(() => PageInfoType, { description: 'Where the page ends.' }) pageInfo!: PageInfoType;
}
