import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  VoiceTheme,
  WorkspaceThanks,
  WorkspaceVoice,
} from '#application/voices/voices-reader.js';
import type { MailLanguage } from '#domain/mail/mail-kind.js';
import {
  VOICE_KINDS,
  VOICE_STATES,
  type VoiceKind,
  type VoiceState,
} from '#domain/voices/voice.record.js';
import { enumOf } from '../graphql/enums.js';
import { PageInfoType } from '../graphql/page-info.type.js';
import { DateTime } from '../graphql/scalars.js';
import { MailLanguageEnum } from '../mail/mail.type.js';
import { ChainLinkType } from '../measures/measure-parts.type.js';

export const VoiceKindEnum = enumOf('VoiceKind', 'What a reader has sent.', VOICE_KINDS, {
  QUESTION: 'A question.',
  FEEDBACK: 'What the reader thinks of it.',
});

export const VoiceStateEnum = enumOf(
  'VoiceState',
  'What has become of a reader’s voice.',
  VOICE_STATES,
  {
    OPEN: 'Nobody has dealt with it.',
    ANSWERED: 'It has an answer.',
    SET_ASIDE: 'It gets no answer, for a reason that is kept.',
  },
);

@ObjectType('WorkspaceVoiceTheme', {
  description: 'What voices are about. Its name and count are public once a voice has it.',
})
export class WorkspaceVoiceThemeType implements VoiceTheme {
  @Field(() => ID, { description: 'UUID of the theme.' }) id!: string;
  @Field(() => String, { description: 'Name.' }) name!: string;
  @Field(() => Int, { description: 'Voices that have it; what was set aside doesn’t count.' })
  count!: number;
}

@ObjectType('WorkspaceVoiceThemeName', { description: 'The theme of a voice.' })
export class WorkspaceVoiceThemeNameType {
  @Field(() => ID, { description: 'UUID of the theme.' }) id!: string;
  @Field(() => String, { description: 'Name.' }) name!: string;
}

@ObjectType('WorkspaceVoice', {
  description:
    'What a reader has asked or said of a success. The reader’s address is in no answer.',
})
export class WorkspaceVoiceType implements WorkspaceVoice {
  @Field(() => ID, { description: 'UUID of the voice.' }) id!: string;
  @Field(() => VoiceKindEnum, { description: 'Question or feedback.' }) kind!: VoiceKind;
  @Field(() => String, { description: 'What the reader has written.' }) text!: string;
  @Field(() => MailLanguageEnum, { description: 'Language of the page on which it was written.' })
  language!: MailLanguage;
  @Field(() => VoiceStateEnum, { description: 'What has become of it.' }) state!: VoiceState;
  @Field(() => ChainLinkType, { description: 'The measure that it is about.' })
  measure!: ChainLinkType;
  @Field(() => WorkspaceVoiceThemeNameType, {
    nullable: true,
    description: 'What it is about; null until the circle has sorted it.',
  })
  theme!: WorkspaceVoiceThemeNameType | null;
  @Field(() => Boolean, {
    description: 'Whether the sender has agreed that text and answer may stand in public.',
  })
  agreed!: boolean;
  @Field(() => Boolean, {
    description: 'Whether an answer goes to the sender by mail; never again once it is answered.',
  })
  wantsMail!: boolean;
  @Field(() => String, { nullable: true, description: 'The answer.' }) answer!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was answered last.' })
  answeredAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name of who answered it last; null for a former member.',
  })
  answeredBy!: string | null;
  @Field(() => Boolean, { description: 'Whether text and answer stand in public.' })
  inPublic!: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was set aside.' })
  reason!: string | null;
  @Field(() => ChainLinkType, {
    nullable: true,
    description: 'The measure that came of it.',
  })
  ledTo!: ChainLinkType | null;
  @Field(() => DateTime, { description: 'When it came.' }) receivedAt!: Date;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
  @Field(() => Boolean, { description: 'Whether the caller may answer it, or change its answer.' })
  mayAnswer!: boolean;
  @Field(() => Boolean, { description: 'Whether the caller may show the answer in public.' })
  mayShow!: boolean;
}

@ObjectType('WorkspaceVoiceEdge', { description: 'One entry of a page of voices.' })
export class WorkspaceVoiceEdgeType {
  @Field(() => String, { description: 'Cursor of this entry.' }) cursor!: string;
  @Field(() => WorkspaceVoiceType, { description: 'The voice.' }) node!: WorkspaceVoiceType;
}

@ObjectType('WorkspaceVoiceConnection', { description: 'A page of voices.' })
export class WorkspaceVoiceConnectionType {
  @Field(() => [WorkspaceVoiceEdgeType], { description: 'The entries of this page.' })
  edges!: readonly WorkspaceVoiceEdgeType[];
  @Field(() => PageInfoType, { description: 'Where the page ends.' }) pageInfo!: PageInfoType;
}

@ObjectType('WorkspaceThanks', {
  description: 'A sentence of thanks to the people of a measure. It is counted nowhere.',
})
export class WorkspaceThanksType implements WorkspaceThanks {
  @Field(() => ID, { description: 'UUID of the thanks.' }) id!: string;
  @Field(() => String, { description: 'The sentence.' }) text!: string;
  @Field(() => DateTime, { description: 'When it was given.' }) at!: Date;
  @Field(() => ID, { description: 'Who gives it, and may take it back.' }) personId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of who gives it; null for a former member.',
  })
  name!: string | null;
}
