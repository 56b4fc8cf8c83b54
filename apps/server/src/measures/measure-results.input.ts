import { Field, ID, InputType } from '@nestjs/graphql';
import type { AttachmentKind } from '#domain/measures/attachment.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { AttachmentKindEnum } from '../graphql/enums.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { MeasureInput } from '../graphql/write-input.js';

@InputType('DraftResultInput', { description: 'A result of a measure.' })
export class DraftResultInput extends MeasureInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The result to change; left out, a new one is begun.',
  })
  resultId?: string | null;
  @Field(() => String, { description: 'What came out, in Markdown.' }) text!: string;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'The day of the result; left out, it stays as it is.',
  })
  day?: LocalDay | null;
}

@InputType('PublishResultInput', { description: 'A result that everyone may see.' })
export class PublishResultInput extends MeasureInput {
  @Field(() => ID, { description: 'The result.' }) resultId!: string;
}

@InputType('WithdrawResultInput', { description: 'A result that is a draft again.' })
export class WithdrawResultInput extends MeasureInput {
  @Field(() => ID, { description: 'The result.' }) resultId!: string;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('KeepResultInternalInput', { description: 'A result that stays inside.' })
export class KeepResultInternalInput extends MeasureInput {
  @Field(() => ID, { description: 'The result.' }) resultId!: string;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('RemoveResultInput', { description: 'A result that was never meant.' })
export class RemoveResultInput extends MeasureInput {
  @Field(() => ID, { description: 'The result.' }) resultId!: string;
}

@InputType('AddAttachmentInput', { description: 'An attachment at the end of a result.' })
export class AddAttachmentInput extends MeasureInput {
  @Field(() => ID, { description: 'The result.' }) resultId!: string;
  @Field(() => AttachmentKindEnum, { description: 'What it is.' }) kind!: AttachmentKind;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { description: 'Address, http or https.' }) address!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What a figure shows, in words; a figure must have it.',
  })
  alternativeText?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What is said and shown in a video; a video must have it.',
  })
  transcript?: string | null;
}

@InputType('RemoveAttachmentInput', { description: 'An attachment that is taken away.' })
export class RemoveAttachmentInput extends MeasureInput {
  @Field(() => ID, { description: 'The result.' }) resultId!: string;
  @Field(() => ID, { description: 'The attachment.' }) attachmentId!: string;
}
