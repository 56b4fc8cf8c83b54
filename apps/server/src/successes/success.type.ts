import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Success } from '#application/published/success-rows.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { PdcaPhaseEnum } from '../graphql/enums.js';
import { LocalisedTextType } from '../graphql/localised-text.type.js';
import { PageInfoType } from '../graphql/page-info.type.js';
import { DateTime, LocalDayScalar } from '../graphql/scalars.js';
import { LearningLoopType } from '../programmes/learning-loop.type.js';
import { TopicType } from '../programmes/topic.type.js';
import {
  AttachmentType,
  GuideType,
  NextStepType,
  StepType,
  SuccessLinkType,
} from './measure-parts.type.js';
import { MeasureType } from './measure.type.js';
import { Plain } from '../graphql/plain-types.js';

@Plain()
@ObjectType('Success', {
  description:
    'A published result with the measure that led to it: an entry of the successes page.',
})
export class SuccessType implements Omit<
  Success,
  'measureId' | 'topicId' | 'topicKey' | 'topicTitle' | 'loopId' | 'loopNumber' | 'loopStage'
> {
  @Field(() => ID, { description: 'UUID of the result; also its cursor.' }) id!: string;
  @Field(() => String, { description: 'Key of the measure, the name in addresses.' }) key!: string;
  @Field(() => TopicType, { description: 'The topic that it belongs to.' }) topic!: TopicType;
  @Field(() => LearningLoopType, { description: 'The loop that it was reached in.' })
  loop!: LearningLoopType;
  @Field(() => MeasureType, {
    description: 'The measure that led to it, with its chain through the loops.',
  })
  measure!: MeasureType;
  @Field(() => PdcaPhaseEnum, { description: 'Where the measure stands in its cycle.' })
  phase!: PdcaPhase;
  @Field(() => LocalisedTextType, { description: 'The question that the measure tried to answer.' })
  question!: LocalisedTextType;
  @Field(() => LocalisedTextType, { description: 'Title of the measure.' })
  measureTitle!: LocalisedTextType;
  @Field(() => LocalisedTextType, { nullable: true, description: 'What was done, in Markdown.' })
  measureDescription!: LocalisedTextType | null;
  @Field(() => [StepType], { description: 'The measure’s steps in their order.' })
  steps!: readonly StepType[];
  @Field(() => LocalisedTextType, { description: 'What came of it, in Markdown.' })
  result!: LocalisedTextType;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'The day of the result; null when it isn’t known.',
  })
  resultDay!: string | null;
  @Field(() => DateTime, { description: 'When it was published.' }) publishedAt!: string;
  @Field(() => [AttachmentType], { description: 'Attachments in editorial order.' })
  attachments!: readonly AttachmentType[];
  @Field(() => [NextStepType], { description: 'What follows from it.' })
  nextSteps!: readonly NextStepType[];
  @Field(() => [GuideType], { description: 'Who guided it, as far as they consent.' })
  guides!: readonly GuideType[];
  @Field(() => [LocalisedTextType], {
    description: 'Titles of the strategic goals that it serves.',
  })
  goals!: readonly LocalisedTextType[];
  @Field(() => SuccessLinkType, {
    nullable: true,
    description: 'The measure of an earlier loop that this one goes on from.',
  })
  continuedFrom!: SuccessLinkType | null;
  @Field(() => SuccessLinkType, {
    nullable: true,
    description: 'The measure of a later loop that goes on from this one.',
  })
  continuedIn!: SuccessLinkType | null;
}

@Plain()
@ObjectType('SuccessEdge', { description: 'A success on a page of successes.' })
export class SuccessEdgeType {
  @Field(() => String, { description: 'To be given as `after`, for what follows.' })
  cursor!: string;
  @Field(() => SuccessType, { description: 'The success.' }) node!: SuccessType;
}

@ObjectType('SuccessConnection', { description: 'A page of successes, newest first.' })
export class SuccessConnectionType {
  @Field(() => [SuccessEdgeType], { description: 'The successes of this page.' })
  edges!: readonly SuccessEdgeType[];
  @Field(() => PageInfoType, { description: 'Where the page ends.' }) pageInfo!: PageInfoType;
}
