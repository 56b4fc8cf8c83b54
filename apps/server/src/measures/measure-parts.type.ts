import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  ChainLink,
  WorkspaceAttachment,
  WorkspaceNextStep,
  WorkspaceResult,
  WorkspaceStep,
} from '#application/workspace/measure-rows.js';
import type { AttachmentKind } from '#domain/measures/attachment.js';
import {
  RESULT_STATES,
  type NextStepState,
  type ResultState,
  type StepState,
} from '#domain/measures/measure.record.js';
import type { AvailableMove } from '#domain/pdca/available-moves.js';
import { REQUIREMENT_NAMES, type Requirement } from '#domain/pdca/pdca-moves.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import {
  AttachmentKindEnum,
  enumOf,
  NextStepStateEnum,
  PdcaPhaseEnum,
  StepStateEnum,
} from '../graphql/enums.js';
import { DateTime, LocalDayScalar } from '../graphql/scalars.js';
import { WorkspacePersonType } from '../people/person.type.js';
import { WorkspaceUnitType } from '../programme-settings/unit.type.js';

export const ResultStateEnum = enumOf('ResultState', 'Who may see a result.', RESULT_STATES, {
  DRAFT: 'Guides and circle; it is still worked on.',
  PUBLISHED: 'Everyone.',
  INTERNAL: 'Guides and circle, for good, with a reason.',
});

export const RequirementEnum = enumOf(
  'Requirement',
  'What a move may ask for.',
  REQUIREMENT_NAMES,
  {
    OWNER_ACCEPTED: 'An owner, who has accepted.',
    SUCCESS_CRITERION: 'A success criterion.',
    STEP: 'At least one step.',
    DUE_DAY: 'A due day.',
    STEPS_SETTLED: 'Every step done, or dropped with a reason.',
    RESULT: 'A result, be it a draft.',
    VERDICT: 'A verdict: adopt, adapt or stop.',
    LESSON: 'A lesson.',
    RESULT_SETTLED: 'A result, and each published or kept internal.',
    COMMISSIONER_TOOK_OVER: 'A commissioner, who has taken the outcome over.',
    NEXT_STEPS_SETTLED: 'A next step, or the word that none is needed.',
    SUCCESSOR: 'For ADAPT a successor in a later loop.',
    ANCHORED: 'For ADOPT where the outcome is anchored.',
    DECISION: 'A decision that approves.',
    REASON: 'A reason, given with the move.',
    LATER_LOOP: 'A later loop that isn’t closed, given with the move.',
    LOOP_NOT_CLOSED: 'That the measure’s own loop isn’t closed.',
  },
);

@ObjectType('AvailableMove', {
  description: 'A move that the rules hold for the measure’s phase, and what stands in its way.',
})
export class AvailableMoveType implements AvailableMove {
  @Field(() => PdcaPhaseEnum, { description: 'The phase that it leads to.' }) to!: PdcaPhase;
  @Field(() => Boolean, { description: 'Whether the caller may make it, once nothing is missing.' })
  permitted!: boolean;
  @Field(() => [RequirementEnum], {
    description:
      'All that is missing; REASON and LATER_LOOP, which are given with the move, stand here always.',
  })
  missing!: readonly Requirement[];
}

@ObjectType('ChainLink', { description: 'A measure as another record refers to it.' })
export class ChainLinkType implements ChainLink {
  @Field(() => ID, { description: 'UUID of the measure.' }) measureId!: string;
  @Field(() => String, { description: 'Its title.' }) title!: string;
  @Field(() => Int, { description: 'Number of its loop.' }) loopNumber!: number;
  @Field(() => PdcaPhaseEnum, { description: 'Its phase.' }) phase!: PdcaPhase;
}

@ObjectType('WorkspaceStep', { description: 'A step of a measure.' })
export class WorkspaceStepType implements WorkspaceStep {
  @Field(() => ID, { description: 'UUID of the step.' }) id!: string;
  @Field(() => Int, { description: 'Place in the measure, from 1.' }) position!: number;
  @Field(() => String, { description: 'What is to be done.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'Stage of a staged roll-out.' })
  stage!: string | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay!: LocalDay | null;
  @Field(() => StepStateEnum, { description: 'Whether it is done.' }) state!: StepState;
  @Field(() => LocalDayScalar, { nullable: true, description: 'When it was done.' })
  doneDay!: LocalDay | null;
  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  dropReason!: string | null;
  @Field(() => Boolean, { description: 'Open, past its due day, and the measure goes on.' })
  late!: boolean;
}

@ObjectType('WorkspaceAttachment', { description: 'What is attached to a result.' })
export class WorkspaceAttachmentType implements WorkspaceAttachment {
  @Field(() => ID, { description: 'UUID of the attachment.' }) id!: string;
  @Field(() => AttachmentKindEnum, { description: 'What it is.' }) kind!: AttachmentKind;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { description: 'Address, http or https.' }) address!: string;
  @Field(() => String, { nullable: true, description: 'What a figure shows, in words.' })
  alternativeText!: string | null;
  @Field(() => String, { nullable: true, description: 'What is said and shown in a video.' })
  transcript!: string | null;
}

/** `html` comes from a resolver: Markdown is rendered only where it is asked for. */
@ObjectType('WorkspaceResult', { description: 'What came out of a measure.' })
export class WorkspaceResultType implements WorkspaceResult {
  @Field(() => ID, { description: 'UUID of the result.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files.' }) key!: string;
  @Field(() => String, { description: 'What came out, in Markdown.' }) text!: string;
  @Field(() => LocalDayScalar, { nullable: true, description: 'The day of the result.' })
  day!: LocalDay | null;
  @Field(() => ResultStateEnum, { description: 'Who may see it.' }) state!: ResultState;
  @Field(() => DateTime, { nullable: true, description: 'Since when it is public.' })
  publishedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is kept internal.' })
  internalReason!: string | null;
  @Field(() => [WorkspaceAttachmentType], { description: 'Attachments, in their order.' })
  attachments!: readonly WorkspaceAttachmentType[];
}

@ObjectType('WorkspaceNextStep', { description: 'What follows from a measure.' })
export class WorkspaceNextStepType implements WorkspaceNextStep {
  @Field(() => ID, { description: 'UUID of the next step.' }) id!: string;
  @Field(() => String, { description: 'Name in programme files.' }) key!: string;
  @Field(() => Int, { description: 'Place in the measure, from 1.' }) position!: number;
  @Field(() => String, { description: 'What is to be done.' }) text!: string;
  @Field(() => LocalDayScalar, { nullable: true, description: 'First day of a due period.' })
  dueFrom!: LocalDay | null;
  @Field(() => LocalDayScalar, { nullable: true, description: 'By when.' })
  dueDay!: LocalDay | null;
  @Field(() => WorkspaceUnitType, { nullable: true, description: 'The unit that it is for.' })
  addresseeUnit!: WorkspaceUnitType | null;
  @Field(() => WorkspacePersonType, { nullable: true, description: 'The person that it is for.' })
  addresseePerson!: WorkspacePersonType | null;
  @Field(() => NextStepStateEnum, { description: 'Whether it is done.' }) state!: NextStepState;
  @Field(() => LocalDayScalar, { nullable: true, description: 'When it was done.' })
  doneDay!: LocalDay | null;
  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  dropReason!: string | null;
  @Field(() => ChainLinkType, { nullable: true, description: 'The measure that it became.' })
  becameMeasure!: ChainLinkType | null;
  @Field(() => Boolean, { description: 'Open, and past its due day.' }) overdue!: boolean;
}
