import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { WriteInput } from '../graphql/write-input.js';

@InputType({ isAbstract: true })
abstract class IdeaInput extends WriteInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => Int, {
    description: 'The version of the idea that the caller saw; an older one is refused.',
  })
  version!: number;
}

@InputType('AcknowledgeIdeaInput', { description: 'Which idea was read.' })
export class AcknowledgeIdeaInput extends IdeaInput {}

@InputType('DeclineIdeaInput', { description: 'Which idea isn’t taken up, and why.' })
export class DeclineIdeaInput extends IdeaInput {
  @Field(() => String, { description: 'Why; the author reads it.' }) reason!: string;
}

@InputType('TakeUpIdeaInput', {
  description:
    'Where an idea is taken up: a question that a new measure is to answer, or a measure that goes on with it; one of both.',
})
export class TakeUpIdeaInput extends IdeaInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The question that a new measure is to answer; its loop isn’t closed.',
  })
  actionFieldId?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Title of the new measure; the idea’s own where it is left out. Nothing else of the idea goes there: readers may see it one day.',
  })
  title?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A measure of the programme that goes on with the idea; its loop isn’t closed.',
  })
  measureId?: string | null;
}

@InputType('SubmitIdeaInput', { description: 'An idea for a programme that takes some.' })
export class SubmitIdeaInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'Name of the author.' }) name!: string;
  @Field(() => String, { description: 'The idea in a sentence.' }) title!: string;
  @Field(() => String, { description: 'The idea, in plain text.' }) text!: string;
  @Field(() => ID, { nullable: true, description: 'A public topic that it belongs to.' })
  topicId?: string | null;
}

@InputType('EditIdeaInput', { description: 'What is left out stays as it is.' })
export class EditIdeaInput extends WriteInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => String, { nullable: true, description: 'Name; can’t be emptied.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'The sentence; can’t be emptied.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'The text; can’t be emptied.' })
  text?: string | null;
  @Field(() => ID, { nullable: true, description: 'A public topic; null for none.' })
  topicId?: string | null;
}

@InputType('WithdrawIdeaInput', { description: 'Which idea to withdraw.' })
export class WithdrawIdeaInput extends WriteInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
}
