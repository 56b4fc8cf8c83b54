import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { PathDot, Topic } from '#application/published/successes-reader.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import { LoopStageEnum, TopicLoopStateEnum, type Language } from '../graphql/enums.js';
import { LocalisedTextType } from '../graphql/localised-text.type.js';

/** A topic and the language in which the caller wants it; null means the programme's own. */
export type WantedTopic = Topic & { readonly wanted: Language | null };

@ObjectType('PathDot', { description: 'What a topic has in one loop of its programme.' })
export class PathDotType implements PathDot {
  @Field(() => Int, { description: 'Number of the loop.' }) loopNumber!: number;
  @Field(() => LoopStageEnum, { description: 'Stage of the loop.' }) stage!: LoopStage;
  @Field(() => TopicLoopStateEnum, {
    description: 'Nothing, an action field, or a published success.',
  })
  state!: PathDot['state'];
}

@ObjectType('Topic', { description: 'A subject that a programme works on through its loops.' })
export class TopicType implements Topic {
  @Field(() => ID, { description: 'UUID of the topic.' }) id!: string;
  @Field(() => String, { description: 'Name in addresses and filters; unique in the programme.' })
  key!: string;
  @Field(() => LocalisedTextType, { description: 'Title.' }) title!: LocalisedTextType;
  @Field(() => LocalisedTextType, {
    nullable: true,
    description: 'What the topic is about, in Markdown.',
  })
  description!: LocalisedTextType | null;
  @Field(() => [PathDotType], {
    description: 'The topic’s path: every published loop of the programme, oldest first.',
  })
  path!: readonly PathDotType[];
}
