import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ActionField, Result } from '#application/published/records-reader.js';
import type {
  ChainLink,
  SuccessAttachment,
  SuccessGuide,
  SuccessNextStep,
  SuccessStep,
} from '#application/published/success-rows.js';
import type { AttachmentKind } from '#domain/measures/attachment.js';
import type { NextStepState, StepState } from '#domain/measures/measure.record.js';
import {
  AttachmentKindEnum,
  NextStepStateEnum,
  StepStateEnum,
  type Language,
} from '../graphql/enums.js';
import { LocalisedTextType } from '../graphql/localised-text.type.js';
import { DateTime, LocalDayScalar } from '../graphql/scalars.js';
import { Plain } from '../graphql/plain-types.js';

@Plain()
@ObjectType('Step', { description: 'A step of a measure.' })
export class StepType implements SuccessStep {
  @Field(() => ID, { description: 'UUID of the step.' }) id!: string;
  @Field(() => LocalisedTextType, { description: 'What is to be done.' }) text!: LocalisedTextType;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description: 'The stage of the measure that the step belongs to.',
  })
  stage!: LocalisedTextType | null;
  @Field(() => StepStateEnum, { description: 'Whether it is done.' }) state!: StepState;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when; null without a due day.' })
  dueDay!: string | null;
}

@ObjectType('TakenUp', { description: 'Where a next step went on as a measure of its own.' })
export class TakenUpType {
  @Field(() => Int, { description: 'Number of the loop that took it up.' }) loopNumber!: number;
  @Field(() => String, { description: 'Key of the topic that took it up.' }) topicKey!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the measure; null as long as it has no published result.',
  })
  successKey!: string | null;
}

@Plain()
@ObjectType('NextStep', { description: 'What follows from a measure.' })
export class NextStepType implements SuccessNextStep {
  @Field(() => ID, { description: 'UUID of the next step.' }) id!: string;
  @Field(() => LocalisedTextType, { description: 'What is to be done.' }) text!: LocalisedTextType;
  @Field(() => NextStepStateEnum, { description: 'Whether it is done.' }) state!: NextStepState;
  @Field(() => Boolean, { description: 'Open, and past its due day in the programme’s time zone.' })
  overdue!: boolean;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'Not before this day; null when it may start at once.',
  })
  dueFrom!: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when; null without a due day.' })
  dueDay!: string | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'When it was done; null when it isn’t.',
  })
  doneDay!: string | null;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description:
      'The unit it is for, or the person with that person’s consent; null for nobody or without consent.',
  })
  addressee!: LocalisedTextType | null;
  @Field(() => TakenUpType, {
    nullable: true,
    description: 'Where it went on; null when it didn’t become a measure.',
  })
  takenUp!: TakenUpType | null;
}

@Plain()
@ObjectType('Guide', {
  description:
    'A person who guides a measure, as far as that person consents; those who don’t are left out.',
})
export class GuideType implements SuccessGuide {
  @Field(() => String, {
    nullable: true,
    description: 'Name; null when only the role may be shown.',
  })
  name!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the organisational unit; null without consent.',
  })
  unit!: string | null;
}

@Plain()
@ObjectType('Attachment', { description: 'What is attached to a result.' })
export class AttachmentType implements SuccessAttachment {
  @Field(() => AttachmentKindEnum, { description: 'What it is.' }) kind!: AttachmentKind;
  @Field(() => LocalisedTextType, { description: 'Title.' }) title!: LocalisedTextType;
  @Field(() => String, { description: 'Address, http or https.' }) address!: string;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description: 'What a figure shows, in words; always there for a figure.',
  })
  alternativeText!: LocalisedTextType | null;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description: 'What is said and shown in a video; always there for a video.',
  })
  transcript!: LocalisedTextType | null;
}

@ObjectType('Result', {
  description: 'A published result of a measure; seen from the programme’s page it is a success.',
})
export class ResultType implements Result {
  @Field(() => ID, { description: 'UUID of the result, and of the success that it is.' })
  id!: string;
  @Field(() => LocalisedTextType, { description: 'What came of the measure, in Markdown.' })
  text!: LocalisedTextType;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'The day of the result; null when it isn’t known.',
  })
  day!: string | null;
  @Field(() => DateTime, { description: 'When it was published.' }) publishedAt!: string;
  @Field(() => [AttachmentType], { description: 'Attachments in editorial order.' })
  attachments!: readonly AttachmentType[];
}

/** An action field and the language in which the caller wants it; null means the programme's own. */
export type WantedActionField = ActionField & { readonly wanted: Language | null };

@ObjectType('ActionField', {
  description: 'A question that a loop asks of a topic; its measures try to answer it.',
})
export class ActionFieldType implements Omit<ActionField, 'topicId' | 'loopId'> {
  @Field(() => ID, { description: 'UUID of the action field.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files; unique in the programme.' })
  key!: string;
  @Field(() => LocalisedTextType, { description: 'The question.' }) question!: LocalisedTextType;
}

@Plain()
@ObjectType('SuccessLink', {
  description: 'The neighbouring member of a measure’s chain through the loops.',
})
export class SuccessLinkType implements ChainLink {
  @Field(() => Int, { description: 'Number of the neighbour’s loop.' }) loopNumber!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the neighbouring measure; null as long as it has no published result.',
  })
  successKey!: string | null;
}
