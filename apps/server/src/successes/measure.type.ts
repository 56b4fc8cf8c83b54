import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ActionField, Measure } from '#application/published/records-reader.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { PdcaPhaseEnum, type Language } from '../graphql/enums.js';
import { LocalisedTextType } from '../graphql/localised-text.type.js';
import { GuideType, NextStepType, ResultType, StepType } from './measure-parts.type.js';

/** A measure and the language in which the caller wants it; null means the programme's own. */
export type WantedMeasure = Omit<Measure, 'actionField'> & {
  readonly wanted: Language | null;
  /** A promise where it is loaded apart. */
  readonly actionField: ActionField | Promise<ActionField>;
};

@ObjectType({ isAbstract: true })
abstract class MeasureFields implements Omit<
  Measure,
  'topicId' | 'loopId' | 'loopNumber' | 'actionField'
> {
  @Field(() => ID, { description: 'UUID of the measure.' }) id!: string;
  @Field(() => String, { description: 'Name in addresses; unique in the programme.' }) key!: string;
  @Field(() => LocalisedTextType, { description: 'Title.' }) title!: LocalisedTextType;
  @Field(() => LocalisedTextType, { nullable: true, description: 'What is done, in Markdown.' })
  description!: LocalisedTextType | null;
  @Field(() => PdcaPhaseEnum, { description: 'Where it stands in its cycle.' }) phase!: PdcaPhase;
  @Field(() => [LocalisedTextType], {
    description: 'Titles of the strategic goals that it serves.',
  })
  goals!: readonly LocalisedTextType[];
  @Field(() => [StepType], { description: 'Its steps in their order.' })
  steps!: readonly StepType[];
  @Field(() => [ResultType], {
    description: 'Its published results in editorial order; at least one.',
  })
  results!: readonly ResultType[];
  @Field(() => [NextStepType], { description: 'What follows from it.' })
  nextSteps!: readonly NextStepType[];
  @Field(() => [GuideType], { description: 'Who guides it, as far as they consent.' })
  guides!: readonly GuideType[];
}

@ObjectType('Measure', { description: 'A measure with at least one published result.' })
export class MeasureType extends MeasureFields {}

/** Without a chain of its own, so that no query can go round and round in it. */
@ObjectType('ChainedMeasure', {
  description: 'A measure as a member of a chain through the loops.',
})
export class ChainedMeasureType extends MeasureFields {}
