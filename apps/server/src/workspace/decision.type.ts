import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { WorkspaceDecision } from '#application/workspace/measure-rows.js';
import { RULINGS, type Ruling } from '#domain/decisions/ruling.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { enumOf } from '../graphql/enums.js';
import { LocalDayScalar } from '../graphql/scalars.js';
import { ChainLinkType, WorkspaceNextStepType } from '../measures/measure-parts.type.js';

export const RulingEnum = enumOf('Ruling', 'How a body ruled on a point.', RULINGS, {
  DISCUSSED: 'Talked about, without a ruling.',
  NOTED: 'Taken note of.',
  APPROVED: 'Approved as it was put.',
  APPROVED_WITH_CHANGES: 'Approved with changes.',
  REFERRED: 'Given to another body, or back.',
  REJECTED: 'Rejected.',
});

@ObjectType('WorkspaceDecision', { description: 'A body’s ruling on one point.' })
export class WorkspaceDecisionType implements WorkspaceDecision {
  @Field(() => ID, { description: 'UUID of the decision.' }) id!: string;
  @Field(() => String, { description: 'Who ruled.' }) body!: string;
  @Field(() => LocalDayScalar, { description: 'Day of the meeting.' }) day!: LocalDay;
  @Field(() => String, { description: 'What was to be ruled on.' }) point!: string;
  @Field(() => RulingEnum, { description: 'The ruling.' }) ruling!: Ruling;
  @Field(() => String, { nullable: true, description: 'What was said besides.' })
  note!: string | null;
  @Field(() => [ChainLinkType], {
    description: 'The measures that it is about, oldest loop first.',
  })
  measures!: readonly ChainLinkType[];
  @Field(() => [WorkspaceNextStepType], { description: 'The next steps that it made.' })
  nextSteps!: readonly WorkspaceNextStepType[];
  @Field(() => Int, { description: 'Grows by one with every change.' }) version!: number;
}
