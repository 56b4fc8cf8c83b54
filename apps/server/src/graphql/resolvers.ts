import {
  DecisionWritesResolver,
  WorkspaceDecisionsResolver,
} from '../decisions/decisions.resolver.js';
import { DutiesResolver } from '../duties/duties.resolver.js';
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
import { StaleVersionResolver } from '../history/stale-version.resolver.js';
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
import { PeopleWritesResolver, WorkspacePeopleResolver } from '../people/people.resolver.js';
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

/** Every resolver class: the module provides them, and scripts/print-schema.ts prints their schema. */
export const RESOLVERS = [
  DecisionWritesResolver,
  WorkspaceDecisionsResolver,
  DutiesResolver,
  LoopWritesResolver,
  LoopHistoryResolver,
  WorkspaceLoopsResolver,
  TopicWritesResolver,
  TopicQuestionsResolver,
  WorkspaceTopicsResolver,
  MeasureHistoryResolver,
  MeasureNextStepsResolver,
  MeasurePeopleResolver,
  MeasureResultsResolver,
  MeasureStepsResolver,
  ResultHtmlResolver,
  StaleVersionResolver,
  WorkspaceMeasuresResolver,
  WorkspaceMeasureWritesResolver,
  PeopleWritesResolver,
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
];
