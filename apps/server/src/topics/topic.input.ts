import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { WriteInput } from '../graphql/write-input.js';

@InputType('CreateTopicInput', { description: 'A new topic, behind the others.' })
export class CreateTopicInput extends WriteInput {
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Name in programme files and filters: lower-case words joined by hyphens. Made from the title when left out.',
  })
  key?: string | null;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What it is about, in Markdown.' })
  description?: string | null;
}

@InputType('EditTopicInput', { description: 'What is left out stays as it is; null empties it.' })
export class EditTopicInput extends WriteInput {
  @Field(() => ID, { description: 'The topic.' }) topicId!: string;
  @Field(() => Int, {
    description: 'The version of the topic that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { nullable: true, description: 'Title; can’t be emptied.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is about, in Markdown.' })
  description?: string | null;
}

@InputType('RemoveTopicInput', { description: 'A topic that no question was ever asked of.' })
export class RemoveTopicInput extends WriteInput {
  @Field(() => ID, { description: 'The topic.' }) topicId!: string;
}

@InputType('AskQuestionInput', { description: 'A question that a loop asks of a topic.' })
export class AskQuestionInput extends WriteInput {
  @Field(() => ID, { description: 'The topic.' }) topicId!: string;
  @Field(() => Int, { description: 'Number of the loop, which isn’t closed.' }) loopNumber!: number;
  @Field(() => String, { description: 'The question.' }) question!: string;
}

@InputType('EditQuestionInput', { description: 'Other words for a question.' })
export class EditQuestionInput extends WriteInput {
  @Field(() => ID, { description: 'The action field.' }) actionFieldId!: string;
  @Field(() => Int, {
    description: 'The version of the action field that the caller saw; an older one is refused.',
  })
  version!: number;
  @Field(() => String, { description: 'The question.' }) question!: string;
}

@InputType('RemoveQuestionInput', { description: 'A question that no measure answers.' })
export class RemoveQuestionInput extends WriteInput {
  @Field(() => ID, { description: 'The action field.' }) actionFieldId!: string;
}
