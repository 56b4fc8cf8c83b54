import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { OpenMeasure } from '#application/people/people-reader.js';
import type { WorkspaceMeasureHint } from '#application/workspace/measure-rows.js';
import { MEASURE_HINTS, type MeasureHintKind } from '#domain/measures/measure-hints.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { enumOf, PdcaPhaseEnum } from '../graphql/enums.js';

export const MeasureHintKindEnum = enumOf(
  'MeasureHintKind',
  'What is amiss with those who own or guide a measure. It forbids nothing.',
  MEASURE_HINTS,
  {
    NO_OWNER: 'Nobody owns it.',
    NO_GUIDE: 'Nobody guides it: neither a guide owns it, nor is anybody named as its guide.',
    AWAY: 'The person is blocked, or can’t enter the workspace any more.',
    TERM_BEGINS_LATER: 'The person’s term as a guide begins after the measure’s loop.',
    TERM_ENDS_EARLIER: 'The person’s term as a guide ends before the measure’s loop.',
    TOO_MANY_MEASURES: 'The guide owns and guides more open measures than is good.',
  },
);

@ObjectType('MeasureHint', {
  description: 'Something that is amiss with those who own or guide a measure.',
})
export class MeasureHintType implements WorkspaceMeasureHint {
  @Field(() => MeasureHintKindEnum, { description: 'What.' }) kind!: MeasureHintKind;
  @Field(() => ID, {
    nullable: true,
    description: 'UUID of the person whom it is about; null where nobody is there.',
  })
  personId!: string | null;
  @Field(() => String, { nullable: true, description: 'The person’s name.' })
  name!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the loop with which the term begins or ends; null without such a hint.',
  })
  loopNumber!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many open measures the guide has; null unless these are too many.',
  })
  openMeasures!: number | null;
}

@ObjectType('OpenMeasure', {
  description: 'A measure that a person owns or guides: neither it has ended, nor its loop.',
})
export class OpenMeasureType implements Omit<OpenMeasure, 'personId'> {
  @Field(() => ID, { description: 'UUID of the measure.' }) measureId!: string;
  @Field(() => Int, { description: 'Its version; handing it over names it.' }) version!: number;
  @Field(() => String, { description: 'Its title.' }) title!: string;
  @Field(() => Int, { description: 'Number of its loop.' }) loopNumber!: number;
  @Field(() => PdcaPhaseEnum, { description: 'Where it stands.' }) phase!: PdcaPhase;
  @Field(() => Boolean, { description: 'Whether the person owns it, and doesn’t only guide it.' })
  owned!: boolean;
  @Field(() => MeasureHintKindEnum, {
    nullable: true,
    description: 'How the person’s term misses its loop; null when it doesn’t.',
  })
  hint!: MeasureHintKind | null;
}
