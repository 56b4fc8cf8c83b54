import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { LocalDay } from '#domain/shared/local-day.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { WriteInput } from '../graphql/write-input.js';

/** What a call says, beside its title. */
@InputType({ isAbstract: true })
abstract class CallTextsInput extends WriteInput {
  @Field(() => String, { nullable: true, description: 'What is asked, in Markdown.' })
  text?: string | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'Last day on which it can be answered.',
  })
  closesOn?: LocalDay | null;
  @Field(() => Int, { nullable: true, description: 'How many guides are sought, 1 to 1000.' })
  seats?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Least length of a guide’s term, in loops, 1 to 100.',
  })
  minimumTerm?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The loop with which the terms begin; not a closed one.',
  })
  firstLoopId?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'What helps, each in a word or two; all of them.',
  })
  qualifications?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Questions beside the usual ones; all of them.',
  })
  questions?: string[] | null;
}

@InputType('CreateCallInput', { description: 'The draft of a call; most may be left for later.' })
export class CreateCallInput extends CallTextsInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
}

@InputType('EditCallInput', {
  description:
    'What is left out stays as it is; null empties it. Once it was opened: title, text and seats alone.',
})
export class EditCallInput extends CallTextsInput {
  @Field(() => ID, { description: 'The call.' }) callId!: string;
  @Field(() => Int, {
    description: 'The version of the call that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { nullable: true, description: 'Title; can’t be emptied.' })
  title?: string | null;
}

@InputType({ isAbstract: true })
abstract class CallInput extends WriteInput {
  @Field(() => ID, { description: 'The call.' }) callId!: string;
  @Field(() => Int, {
    description: 'The version of the call that the caller saw; an older one is refused.',
  })
  version!: number;
}

@InputType('OpenCallInput', { description: 'Which draft to open.' })
export class OpenCallInput extends CallInput {}

@InputType('ExtendCallInput', { description: 'Until when a call is to be open.' })
export class ExtendCallInput extends CallInput {
  @Field(() => LocalDayScalar, { description: 'The new last day, later than the present one.' })
  closesOn!: LocalDay;
}

@InputType('CloseCallInput', { description: 'Which call to close early, and why.' })
export class CloseCallInput extends CallInput {
  @Field(() => String, { nullable: true, description: 'Why; can’t be left out.' })
  reason?: string | null;
}

@InputType('DecideCallInput', { description: 'Which call to decide.' })
export class DecideCallInput extends CallInput {}
