import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { TakenUpIdea, WorkspaceIdea } from '#application/ideas/ideas-reader.js';
import type { OwnIdea, PublicMeasure } from '#application/ideas/own-ideas-reader.js';
import {
  IDEA_INTENTS,
  IDEA_STATES,
  type IdeaIntent,
  type IdeaState,
} from '#domain/ideas/decide-idea.js';
import { enumOf } from '../graphql/enums.js';
import { DateTime } from '../graphql/scalars.js';
import { ChainLinkType } from '../measures/measure-parts.type.js';
import { WorkspaceTopicType } from '../workspace/topic.type.js';

export const IdeaStateEnum = enumOf('IdeaState', 'Where an idea stands.', IDEA_STATES, {
  SUBMITTED: 'Nothing was said of it yet; its author may still change it.',
  ACKNOWLEDGED: 'The circle has read it and thinks about it.',
  TAKEN_UP: 'It goes into a measure.',
  DECLINED: 'The circle has said why it isn’t taken up.',
  WITHDRAWN: 'Its author has withdrawn it; what it said is erased.',
});

export const IdeaIntentEnum = enumOf(
  'IdeaIntent',
  'What the circle may do with an idea.',
  IDEA_INTENTS,
  {
    ACKNOWLEDGE: 'Tell its author that it was read: acknowledgeIdea.',
    TAKE_UP: 'Make a measure of it, or let one go on with it: takeUpIdea.',
    DECLINE: 'Tell its author why it isn’t taken up: declineIdea.',
  },
);

@ObjectType('WorkspaceIdea', { description: 'An idea of an employee, for the workspace.' })
export class WorkspaceIdeaType implements WorkspaceIdea {
  @Field(() => ID, { description: 'UUID of the idea.' }) id!: string;
  @Field(() => String, { description: 'Name that the author gave.' }) name!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Address of the author; null for whoever isn’t of the circle, and where none is known.',
  })
  email!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The idea in a sentence; null once it is withdrawn.',
  })
  title!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The idea, in plain text; null once it is withdrawn.',
  })
  text!: string | null;
  @Field(() => WorkspaceTopicType, {
    nullable: true,
    description: 'The topic that its author has given it.',
  })
  topic!: WorkspaceTopicType | null;
  @Field(() => IdeaStateEnum, { description: 'Where it stands.' }) state!: IdeaState;
  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined; its author reads it.',
  })
  reason!: string | null;
  @Field(() => ChainLinkType, {
    nullable: true,
    description: 'The measure that it became, or that goes on with it.',
  })
  measure!: ChainLinkType | null;
  @Field(() => DateTime, { description: 'When it came.' }) submittedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: 'When its author was told it was read.' })
  acknowledgedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was taken up or declined.' })
  answeredAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Name of who took it up or declined it; null for a former member.',
  })
  answeredBy!: string | null;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
  @Field(() => [IdeaIntentEnum], { description: 'What the caller may do with it as it stands.' })
  moves!: readonly IdeaIntent[];
}

@ObjectType('TakenUpIdea', { description: 'An idea, as the measure shows it that took it up.' })
export class TakenUpIdeaType implements Omit<TakenUpIdea, 'measureId'> {
  @Field(() => ID, { description: 'UUID of the idea.' }) id!: string;
  @Field(() => String, { description: 'Name of the author.' }) name!: string;
  @Field(() => String, { description: 'The idea in a sentence.' }) title!: string;
  @Field(() => String, { description: 'The idea, in plain text.' }) text!: string;
  @Field(() => DateTime, { description: 'When it came.' }) submittedAt!: Date;
}

@ObjectType('IdeaMeasure', { description: 'The public measure that an idea became.' })
export class IdeaMeasureType implements PublicMeasure {
  @Field(() => String, { description: 'Name in addresses; unique in the programme.' }) key!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
}

@ObjectType('MyIdea', { description: 'An idea of the caller’s own.' })
export class MyIdeaType implements OwnIdea {
  @Field(() => ID, { description: 'UUID of the idea.' }) id!: string;
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => String, { description: 'Name that the author gave.' }) name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Address to which the answer goes; null where none was known.',
  })
  email!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The idea in a sentence; null once it is withdrawn.',
  })
  title!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The idea, in plain text; null once it is withdrawn.',
  })
  text!: string | null;
  @Field(() => ID, { nullable: true, description: 'The topic that it belongs to.' })
  topicId!: string | null;
  @Field(() => IdeaStateEnum, { description: 'Where it stands.' }) state!: IdeaState;
  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  reason!: string | null;
  @Field(() => IdeaMeasureType, {
    nullable: true,
    description: 'The measure that it became; null as long as that isn’t public.',
  })
  measure!: IdeaMeasureType | null;
  @Field(() => DateTime, { description: 'When it was submitted.' }) submittedAt!: Date;
  @Field(() => Boolean, { description: 'Whether it can still be changed.' }) mayChange!: boolean;
  @Field(() => Boolean, { description: 'Whether it can still be withdrawn.' })
  mayWithdraw!: boolean;
}
