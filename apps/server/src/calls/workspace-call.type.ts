import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ApplicationCounts, WorkspaceCall } from '#application/calls/calls-reader.js';
import { CALL_STATES, type CallState } from '#domain/calls/call.record.js';
import {
  CALL_INTENTS,
  CALL_REQUIREMENTS,
  type AvailableCallMove,
  type CallIntent,
  type CallRequirement,
} from '#domain/calls/decide-call.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { enumOf } from '../graphql/enums.js';
import { DateTime, LocalDayScalar } from '../graphql/scalars.js';
import { CallQuestionType } from './call.type.js';

export const CallStateEnum = enumOf('CallState', 'Where a volunteer call stands.', CALL_STATES, {
  DRAFT: 'Only the workspace sees it.',
  OPEN: 'It can be answered, up to its last day included.',
  CLOSED: 'It can’t be answered any more; the circle chooses.',
  DECIDED: 'Everyone sees the own answer, and the chosen are guides.',
});

export const CallIntentEnum = enumOf(
  'CallIntent',
  'What the circle may do with a call as a whole.',
  CALL_INTENTS,
  {
    OPEN: 'Let it be answered from today on: openCall.',
    EXTEND: 'Give it a later last day: extendCall.',
    CLOSE: 'Close it before its last day: closeCall.',
    DECIDE: 'Let everyone know the own answer: decideCall.',
  },
);

export const CallRequirementEnum = enumOf(
  'CallRequirement',
  'What a move of a call may need.',
  CALL_REQUIREMENTS,
  {
    TEXT: 'A text.',
    CLOSING_DAY: 'A last day that isn’t past, and for an extension is later than the present one.',
    SEATS: 'A number of seats.',
    MINIMUM_TERM: 'The least length of a term.',
    FIRST_LOOP: 'The loop with which the terms begin.',
    REASON: 'A reason.',
    ALL_DECIDED: 'That something was said of each application.',
    NO_OTHER_OPEN: 'That no other call of the programme is open.',
  },
);

@ObjectType('AvailableCallMove', {
  description: 'A move that leaves the call’s state, and all that the call lacks for it.',
})
export class AvailableCallMoveType implements AvailableCallMove {
  @Field(() => CallIntentEnum, { description: 'Which move.' }) intent!: CallIntent;
  @Field(() => Boolean, { description: 'Whether the caller may make it.' }) permitted!: boolean;
  @Field(() => [CallRequirementEnum], { description: 'What is missing; empty when nothing is.' })
  missing!: readonly CallRequirement[];
}

@ObjectType('ApplicationCounts', {
  description: 'How many applications there are in each state; unconfirmed ones don’t count.',
})
export class ApplicationCountsType implements ApplicationCounts {
  @Field(() => Int, { description: 'Nothing was said of them yet.' }) received!: number;
  @Field(() => Int, { description: 'Have a seat.' }) chosen!: number;
  @Field(() => Int, { description: 'Wait for a seat.' }) waitlisted!: number;
  @Field(() => Int, { description: 'Were declined.' }) declined!: number;
  @Field(() => Int, { description: 'Were withdrawn.' }) withdrawn!: number;
}

/** Its applications, accesses and history come from resolvers of their own. */
@ObjectType('WorkspaceCall', { description: 'A volunteer call, drafts included.' })
export class WorkspaceCallType implements Omit<WorkspaceCall, 'scope'> {
  @Field(() => ID, { description: 'UUID of the call.' }) id!: string;
  @Field(() => String, { description: 'Name in addresses; unique in the programme.' }) key!: string;
  @Field(() => String, { description: 'Title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What is asked, in Markdown.' })
  text!: string | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'First day on which it can be answered; null until it is opened.',
  })
  opensOn!: LocalDay | null;
  @Field(() => LocalDayScalar, {
    nullable: true,
    description: 'Last day on which it can be answered.',
  })
  closesOn!: LocalDay | null;
  @Field(() => Int, { nullable: true, description: 'How many guides are sought.' })
  seats!: number | null;
  @Field(() => Int, { nullable: true, description: 'Least length of a guide’s term, in loops.' })
  minimumTerm!: number | null;
  @Field(() => ID, { nullable: true, description: 'The loop with which the terms begin.' })
  firstLoopId!: string | null;
  @Field(() => Int, { nullable: true, description: 'Number of that loop.' })
  firstLoop!: number | null;
  @Field(() => [String], { description: 'What helps, each in a word or two.' })
  qualifications!: readonly string[];
  @Field(() => [CallQuestionType], { description: 'Questions beside the usual ones.' })
  questions!: readonly CallQuestionType[];
  @Field(() => CallStateEnum, { description: 'Where it stands today, its last day included.' })
  state!: CallState;
  @Field(() => String, { nullable: true, description: 'Why it was closed before its last day.' })
  closedReason!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
  @Field(() => [AvailableCallMoveType], { description: 'What can be done with it from here.' })
  moves!: readonly AvailableCallMoveType[];
  @Field(() => ApplicationCountsType, {
    nullable: true,
    description: 'How many have applied; null for whoever doesn’t choose.',
  })
  counts!: ApplicationCountsType | null;
}
