import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  ApplicationAccess,
  QuestionAnswer,
  WorkspaceApplication,
} from '#application/calls/applicants-reader.js';
import type { OwnApplication } from '#application/calls/own-applications-reader.js';
import {
  APPLICATION_STATES,
  type ApplicationState,
  type CallState,
} from '#domain/calls/call.record.js';
import type { Selection } from '#domain/calls/decide-application.js';
import { enumOf } from '../graphql/enums.js';
import { DateTime } from '../graphql/scalars.js';
import { WorkspaceTopicType } from '../workspace/topic.type.js';
import { VolunteerCallType } from './call.type.js';
import { CallStateEnum } from './workspace-call.type.js';

export const ApplicationStateEnum = enumOf(
  'ApplicationState',
  'Where an application stands. Its applicant sees RECEIVED until the call is decided.',
  APPLICATION_STATES,
  {
    RECEIVED: 'Nothing was said of it yet.',
    CHOSEN: 'It has a seat.',
    WAITLISTED: 'It waits for a seat.',
    DECLINED: 'It was declined.',
    WITHDRAWN: 'The applicant has withdrawn it.',
  },
);

@ObjectType('ApplicationAnswer', { description: 'An answer to a question of the call.' })
export class ApplicationAnswerType implements QuestionAnswer {
  @Field(() => ID, { description: 'The question.' }) questionId!: string;
  @Field(() => String, { description: 'What is asked.' }) question!: string;
  @Field(() => String, { description: 'What the applicant says.' }) text!: string;
}

@ObjectType('WorkspaceApplication', {
  description:
    'A confirmed application, for the circle and administrators. Who reads applications is recorded.',
})
export class WorkspaceApplicationType implements Omit<WorkspaceApplication, 'callId'> {
  @Field(() => ID, { description: 'UUID of the application.' }) id!: string;
  @Field(() => String, { description: 'Name of the applicant.' }) name!: string;
  @Field(() => String, { description: 'Address of the applicant.' }) email!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The applicant as a person of the programme; null for one who is none yet.',
  })
  personId!: string | null;
  @Field(() => ApplicationStateEnum, { description: 'What the circle says of it.' })
  state!: ApplicationState;
  @Field(() => String, {
    nullable: true,
    description: 'Why the applicant would like to be a guide; null once it is withdrawn.',
  })
  motivation!: string | null;
  @Field(() => [String], { description: 'Those of the call’s qualifications that fit.' })
  qualifications!: readonly string[];
  @Field(() => [WorkspaceTopicType], {
    description: 'The topics that the applicant would like to guide.',
  })
  topics!: readonly WorkspaceTopicType[];
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the last loop that the applicant offers; null for the least term.',
  })
  lastLoop!: number | null;
  @Field(() => [ApplicationAnswerType], { description: 'Answers to the call’s own questions.' })
  answers!: readonly ApplicationAnswerType[];
  @Field(() => String, {
    nullable: true,
    description: 'Version of the text that was agreed to; null once it is withdrawn.',
  })
  consentVersion!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was agreed to.' })
  consentAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Place on the waitlist, from 1.' })
  rank!: number | null;
  @Field(() => String, { nullable: true, description: 'A note that only the circle reads.' })
  note!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined; the applicant reads it once the call is decided.',
  })
  reason!: string | null;
  @Field(() => DateTime, { description: 'When it came.' }) receivedAt!: Date;
  @Field(() => Int, { description: 'Grows by one with every change; a change names it.' })
  version!: number;
  @Field(() => [ApplicationStateEnum], {
    description: 'What the circle may say of it as things stand: no seat left, no CHOSEN.',
  })
  selections!: readonly Selection[];
}

@ObjectType('ApplicationAccess', {
  description: 'That somebody looked at the applications of a call: once an hour and person.',
})
export class ApplicationAccessType implements Omit<ApplicationAccess, 'callId'> {
  @Field(() => ID, { description: 'UUID of the entry.' }) id!: string;
  @Field(() => DateTime, { description: 'When it was, first in that hour.' }) at!: Date;
  @Field(() => String, { nullable: true, description: 'Who it was; null for a former member.' })
  name!: string | null;
}

@ObjectType('MyApplication', { description: 'The caller’s own application to a call.' })
export class MyApplicationType implements OwnApplication {
  @Field(() => ID, { description: 'UUID of the application.' }) id!: string;
  @Field(() => String, { description: 'Slug of the programme.' }) programme!: string;
  @Field(() => VolunteerCallType, { description: 'The call that it answers.' })
  call!: VolunteerCallType;
  @Field(() => CallStateEnum, { description: 'Where the call stands today.' })
  callState!: CallState;
  @Field(() => String, { description: 'Name that the applicant gave.' }) name!: string;
  @Field(() => String, { description: 'Address to which the answer goes.' }) email!: string;
  @Field(() => ApplicationStateEnum, {
    description: 'RECEIVED until the call is decided, unless it was withdrawn.',
  })
  state!: ApplicationState;
  @Field(() => String, {
    nullable: true,
    description: 'Why the applicant would like to be a guide; null once it is withdrawn.',
  })
  motivation!: string | null;
  @Field(() => [String], { description: 'Those of the call’s qualifications that fit.' })
  qualifications!: readonly string[];
  @Field(() => [ID], { description: 'The topics that the applicant would like to guide.' })
  topicIds!: readonly string[];
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the last loop that the applicant offers; null for the least term.',
  })
  lastLoop!: number | null;
  @Field(() => [ApplicationAnswerType], { description: 'Answers to the call’s own questions.' })
  answers!: readonly ApplicationAnswerType[];
  @Field(() => String, {
    nullable: true,
    description: 'Version of the text that was agreed to; null once it is withdrawn.',
  })
  consentVersion!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  reason!: string | null;
  @Field(() => DateTime, { description: 'When it came.' }) receivedAt!: Date;
  @Field(() => Boolean, { description: 'Whether it can be changed today.' }) mayChange!: boolean;
  @Field(() => Boolean, { description: 'Whether it can be withdrawn today.' })
  mayWithdraw!: boolean;
}
