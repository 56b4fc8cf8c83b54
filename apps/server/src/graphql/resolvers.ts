import { ApplicantWritesResolver } from '../calls/applicants.resolver.js';
import { CallWritesResolver } from '../calls/calls.resolver.js';
import { MyApplicationsResolver } from '../calls/my-applications.resolver.js';
import { OpenCallResolver } from '../calls/open-call.resolver.js';
import {
  CallApplicationsResolver,
  WorkspaceCallsResolver,
} from '../calls/workspace-calls.resolver.js';
import {
  DecisionWritesResolver,
  WorkspaceDecisionsResolver,
} from '../decisions/decisions.resolver.js';
import { DutiesResolver } from '../duties/duties.resolver.js';
import {
  IdeaWritesResolver,
  MeasureIdeasResolver,
  WorkspaceIdeasResolver,
} from '../ideas/ideas.resolver.js';
import { MyIdeasResolver } from '../ideas/my-ideas.resolver.js';
import { LoopWritesResolver } from '../learning-loops/loops.resolver.js';
import {
  LoopHistoryResolver,
  WorkspaceLoopsResolver,
} from '../learning-loops/workspace-loops.resolver.js';
import { TopicWritesResolver } from '../topics/topics.resolver.js';
import {
  TopicQuestionsResolver,
  WorkspaceTopicsResolver,
} from '../topics/workspace-topics.resolver.js';
import { MailWritesResolver, WorkspaceMailResolver } from '../mail/mail.resolver.js';
import { StaleVersionResolver } from '../history/stale-version.resolver.js';
import { HandOverResolver } from '../measures/hand-over.resolver.js';
import { MeasureNextStepsResolver } from '../measures/measure-next-steps.resolver.js';
import { MeasurePeopleResolver } from '../measures/measure-people.resolver.js';
import { MeasureResultsResolver } from '../measures/measure-results.resolver.js';
import { MeasureStepsResolver } from '../measures/measure-steps.resolver.js';
import { WorkspaceMeasureWritesResolver } from '../measures/measures.resolver.js';
import {
  MeasureHistoryResolver,
  ResultHtmlResolver,
  WorkspaceMeasuresResolver,
} from '../measures/workspace-measures.resolver.js';
import {
  PeopleWritesResolver,
  PersonMeasuresResolver,
  WorkspacePeopleResolver,
} from '../people/people.resolver.js';
import { OwnDataWritesResolver, RetentionResolver } from '../own-data/own-data.resolver.js';
import {
  ProgrammeHistoryResolver,
  WorkspaceSettingsResolver,
} from '../programme-settings/workspace-settings.resolver.js';
import { ProgrammeSettingsWritesResolver } from '../programme-settings/programme-settings.resolver.js';
import { WorkspaceResolver } from '../workspace/workspace.resolver.js';
import { ProgrammesResolver } from '../programmes/programmes.resolver.js';
import {
  ActionFieldsResolver,
  TopicActionFieldsResolver,
} from '../successes/action-fields.resolver.js';
import { ChainedMeasuresResolver, MeasuresResolver } from '../successes/measures.resolver.js';
import { ProgrammeSuccessesResolver } from '../successes/programme-successes.resolver.js';
import { SuccessConnectionResolver } from '../successes/success-connection.resolver.js';
import { SuccessesResolver } from '../successes/successes.resolver.js';
import { VoiceWritesResolver } from '../voices/voices.resolver.js';
import { WorkspaceVoicesResolver } from '../voices/workspace-voices.resolver.js';

/** Every resolver class: the module provides them, and scripts/print-schema.ts prints their schema. */
export const RESOLVERS = [
  ApplicantWritesResolver,
  CallApplicationsResolver,
  CallWritesResolver,
  MyApplicationsResolver,
  OpenCallResolver,
  WorkspaceCallsResolver,
  DecisionWritesResolver,
  WorkspaceDecisionsResolver,
  DutiesResolver,
  IdeaWritesResolver,
  MeasureIdeasResolver,
  MyIdeasResolver,
  WorkspaceIdeasResolver,
  LoopWritesResolver,
  LoopHistoryResolver,
  WorkspaceLoopsResolver,
  TopicWritesResolver,
  TopicQuestionsResolver,
  WorkspaceTopicsResolver,
  MailWritesResolver,
  WorkspaceMailResolver,
  HandOverResolver,
  MeasureHistoryResolver,
  MeasureNextStepsResolver,
  MeasurePeopleResolver,
  MeasureResultsResolver,
  MeasureStepsResolver,
  ResultHtmlResolver,
  StaleVersionResolver,
  WorkspaceMeasuresResolver,
  WorkspaceMeasureWritesResolver,
  OwnDataWritesResolver,
  RetentionResolver,
  PeopleWritesResolver,
  PersonMeasuresResolver,
  ProgrammeHistoryResolver,
  ProgrammeSettingsWritesResolver,
  WorkspacePeopleResolver,
  WorkspaceSettingsResolver,
  WorkspaceResolver,
  ActionFieldsResolver,
  ChainedMeasuresResolver,
  MeasuresResolver,
  ProgrammeSuccessesResolver,
  ProgrammesResolver,
  SuccessConnectionResolver,
  SuccessesResolver,
  TopicActionFieldsResolver,
  VoiceWritesResolver,
  WorkspaceVoicesResolver,
];
