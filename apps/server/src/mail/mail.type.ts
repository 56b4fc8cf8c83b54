import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { DeadMail } from '#application/mail/dead-mails.js';
import type { MailSettings } from '#application/mail/choose-mail.js';
import {
  MAIL_CHOICES,
  MAIL_KINDS,
  MAIL_LANGUAGES,
  type MailChoice,
  type MailKind,
  type MailLanguage,
} from '#domain/mail/mail-kind.js';
import { InvalidInput, NotAllowed, NotFound } from '../graphql/common-refusals.type.js';
import { enumOf } from '../graphql/enums.js';
import { resultUnion } from '../graphql/result-union.js';
import { DateTime } from '../graphql/scalars.js';
import { WriteInput } from '../graphql/write-input.js';

export const MailChoiceEnum = enumOf('MailChoice', 'When a person wants mail.', MAIL_CHOICES, {
  AT_ONCE: 'As it comes.',
  DAILY: 'What was gathered, in one mail a day.',
  NONE: 'Only what comes in any case: invitations and answers.',
});

export const MailLanguageEnum = enumOf('MailLanguage', 'A language of mails.', MAIL_LANGUAGES, {
  de: 'German.',
  en: 'English.',
});

export const MailKindEnum = enumOf('MailKind', 'What a mail is about.', MAIL_KINDS, {
  INVITATION: 'Tells a person how to come in.',
  APPLICATION_TO_CONFIRM: 'Asks whether an application is the reader’s.',
  APPLICATION_KNOWN: 'Tells an applicant that somebody has tried to apply in their name.',
  APPLICATION_RECEIVED: 'Tells an applicant that the application has come in.',
  APPLICATION_CHOSEN: 'Tells an applicant of being chosen.',
  APPLICATION_WAITLISTED: 'Tells an applicant of being on the waiting list.',
  APPLICATION_DECLINED: 'Tells an applicant that it didn’t work out.',
  APPLICANT_WITHDREW: 'Tells the circle that somebody who was chosen has withdrawn.',
  MEASURE_OFFERED: 'Asks a person to own a measure.',
  CHECK_WANTED: 'Asks for the check of a measure.',
  SENT_BACK: 'Tells an owner that a measure came back from its check.',
  DUE_SOON: 'Reminds an owner, or the addressee of a next step, of a day that comes near.',
  OVERDUE: 'Tells an owner of a day that has passed.',
  LOOP_ENDING: 'Tells the circle that a loop ends soon.',
  FEEDBACK_RECEIVED: 'Tells of a reader’s question or feedback.',
  FEEDBACK_ANSWERED: 'Answers a reader.',
  THANKS_GIVEN: 'Tells the people of a measure that somebody thanks them.',
  IDEA_RECEIVED: 'Tells the circle of an idea.',
  IDEA_ACKNOWLEDGED: 'Tells an author that the idea was read.',
  IDEA_TAKEN_UP: 'Tells an author that the idea was taken up.',
  IDEA_DECLINED: 'Tells an author that the idea was declined, and why.',
  DIGEST: 'What was gathered in a day.',
});

@ObjectType('MailSettings', { description: 'How the caller gets mail of a programme.' })
export class MailSettingsType implements MailSettings {
  @Field(() => MailChoiceEnum, { description: 'When.' }) choice!: MailChoice;
  @Field(() => MailLanguageEnum, {
    description: 'In which language: the chosen one, else the programme’s.',
  })
  language!: MailLanguage;
}

@ObjectType('DeadMail', { description: 'A mail that could not be sent and was given up.' })
export class DeadMailType implements DeadMail {
  @Field(() => ID, { description: 'UUID of the mail.' }) id!: string;
  @Field(() => MailKindEnum, { description: 'What it is about.' }) kind!: MailKind;
  @Field(() => String, {
    description:
      'To whom it should have gone; the domain alone of an answer to a reader, and of what asks to confirm an application.',
  })
  address!: string;
  @Field(() => DateTime, { description: 'Since when it was to be sent.' }) queuedAt!: Date;
  @Field(() => DateTime, { description: 'When it was given up.' }) failedAt!: Date;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts!: number;
  @Field(() => String, {
    description:
      'Why the last try failed: code of the fault, and the number of the mail server’s answer.',
  })
  reason!: string;
}

@ObjectType('RetriedMail', { description: 'It will be sent again.' })
export class RetriedMailType {
  @Field(() => ID, { description: 'UUID of the mail.' }) id!: string;
}

@InputType('RetryMailInput', { description: 'Which mail is to be sent again.' })
export class RetryMailInput extends WriteInput {
  @Field(() => ID, { description: 'A mail that was given up.' }) mailId!: string;
}

@InputType('ChooseMailInput', { description: 'How the caller wants mail of a programme.' })
export class ChooseMailInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => MailChoiceEnum, { description: 'When.' }) choice!: MailChoice;
  @Field(() => MailLanguageEnum, {
    nullable: true,
    description: 'In which language; what is left out stays as it is.',
  })
  language?: MailLanguage | null;
}

export const RetryMailAnswer = resultUnion<'INVALID_INPUT' | 'NOT_ALLOWED' | 'NOT_FOUND'>({
  name: 'RetryMailAnswer',
  description: 'That it will be sent again, or why not.',
  success: RetriedMailType,
  refusals: { INVALID_INPUT: InvalidInput, NOT_ALLOWED: NotAllowed, NOT_FOUND: NotFound },
});

export const ChooseMailAnswer = resultUnion<'INVALID_INPUT' | 'NOT_FOUND'>({
  name: 'ChooseMailAnswer',
  description: 'How the caller gets mail from now on, or why nothing was changed.',
  success: MailSettingsType,
  refusals: { INVALID_INPUT: InvalidInput, NOT_FOUND: NotFound },
});
