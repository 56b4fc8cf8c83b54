import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { WriteInput } from '../graphql/write-input.js';

@InputType({ isAbstract: true })
abstract class ApplicationInput extends WriteInput {
  @Field(() => ID, { description: 'The application.' }) applicationId!: string;
  @Field(() => Int, {
    description: 'The version of the application that the caller saw; an older one is refused.',
  })
  version!: number;
}

@InputType('ChooseApplicantInput', { description: 'Who is to have a seat.' })
export class ChooseApplicantInput extends ApplicationInput {}

@InputType('WaitlistApplicantInput', { description: 'Who is to wait for a seat.' })
export class WaitlistApplicantInput extends ApplicationInput {}

@InputType('DeclineApplicantInput', { description: 'Who is to be declined, and why.' })
export class DeclineApplicantInput extends ApplicationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why; can’t be left out. The applicant reads it once the call is decided.',
  })
  reason?: string | null;
}

@InputType('ReconsiderApplicantInput', { description: 'Of whom nothing is to be said again.' })
export class ReconsiderApplicantInput extends ApplicationInput {}

@InputType('MoveOnWaitlistInput', { description: 'Who is to have which place on the waitlist.' })
export class MoveOnWaitlistInput extends ApplicationInput {
  @Field(() => Int, { description: 'The new place, from 1.' }) rank!: number;
}

@InputType('NoteApplicantInput', { description: 'What the circle notes on an application.' })
export class NoteApplicantInput extends ApplicationInput {
  @Field(() => String, {
    nullable: true,
    description: 'The note, which only the circle reads; null empties it.',
  })
  note?: string | null;
}

@InputType('ApplicationAnswerInput', { description: 'An answer to a question of the call.' })
export class ApplicationAnswerInput {
  @Field(() => ID, { description: 'The question.' }) questionId!: string;
  @Field(() => String, { description: 'The answer; a blank one is none.' }) text!: string;
}

/** What an applicant may write beside name and motivation. */
@InputType({ isAbstract: true })
abstract class ApplicationTextsInput extends WriteInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Those of the call’s qualifications that fit, in its words; all of them.',
  })
  qualifications?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'The public topics that the applicant would like to guide; all of them.',
  })
  topicIds?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the last loop that the applicant offers; null for the least term.',
  })
  lastLoop?: number | null;
  @Field(() => [ApplicationAnswerInput], {
    nullable: true,
    description: 'Answers to the call’s own questions; all of them.',
  })
  answers?: ApplicationAnswerInput[] | null;
}

@InputType('ApplyToCallInput', { description: 'An application to an open call.' })
export class ApplyToCallInput extends ApplicationTextsInput {
  @Field(() => ID, { description: 'The call.' }) callId!: string;
  @Field(() => String, { description: 'Name of the applicant.' }) name!: string;
  @Field(() => String, { description: 'Why the applicant would like to be a guide.' })
  motivation!: string;
  @Field(() => String, {
    description: 'Version of the text that the applicant agrees to: the call’s `consentVersion`.',
  })
  consentVersion!: string;
}

@InputType('EditApplicationInput', { description: 'What is left out stays as it is.' })
export class EditApplicationInput extends ApplicationTextsInput {
  @Field(() => ID, { description: 'The application.' }) applicationId!: string;
  @Field(() => String, { nullable: true, description: 'Name; can’t be emptied.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Motivation; can’t be emptied.' })
  motivation?: string | null;
}

@InputType('WithdrawApplicationInput', { description: 'Which application to withdraw.' })
export class WithdrawApplicationInput extends WriteInput {
  @Field(() => ID, { description: 'The application.' }) applicationId!: string;
}
