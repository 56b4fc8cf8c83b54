import { AccountEntity } from './accounts/account.entity.js';
import { IdentityEntity } from './accounts/identity.entity.js';
import { RequestReceiptEntity } from './accounts/request-receipt.entity.js';
import { SignInLinkEntity } from './accounts/sign-in-link.entity.js';
import { ApplicationAccessEntity } from './calls/application-access.entity.js';
import { ApplicationEntity } from './calls/application.entity.js';
import { VolunteerCallEntity } from './calls/volunteer-call.entity.js';
import { DecisionMeasureEntity } from './decisions/decision-measure.entity.js';
import { DecisionEntity } from './decisions/decision.entity.js';
import { HistoryEntryEntity } from './history/history-entry.entity.js';
import { IdeaEntity } from './ideas/idea.entity.js';
import { LearningLoopEntity } from './learning-loops/learning-loop.entity.js';
import { MailEntity } from './mail/mail.entity.js';
import { MeasureContributorEntity } from './measures/measure-contributor.entity.js';
import { MeasureGoalEntity } from './measures/measure-goal.entity.js';
import { MeasureGuideEntity } from './measures/measure-guide.entity.js';
import { MeasureStepEntity } from './measures/measure-step.entity.js';
import { MeasureEntity } from './measures/measure.entity.js';
import { NextStepEntity } from './measures/next-step.entity.js';
import { ResultAttachmentEntity } from './measures/result-attachment.entity.js';
import { ResultEntity } from './measures/result.entity.js';
import { PersonEntity } from './people/person.entity.js';
import { RetentionRunEntity } from './personal-data/retention-run.entity.js';
import { TakeOutEntity } from './personal-data/take-out.entity.js';
import { OrganisationalUnitEntity } from './programmes/organisational-unit.entity.js';
import { ProgrammeEntity } from './programmes/programme.entity.js';
import { StrategicGoalEntity } from './programmes/strategic-goal.entity.js';
import { ActionFieldEntity } from './topics/action-field.entity.js';
import { TopicEntity } from './topics/topic.entity.js';
import { ThanksEntity } from './voices/thanks.entity.js';
import { VoiceThemeEntity } from './voices/voice-theme.entity.js';
import { VoiceEntity } from './voices/voice.entity.js';

/** Every table that TypeORM knows. */
export const ENTITIES = [
  ProgrammeEntity,
  OrganisationalUnitEntity,
  StrategicGoalEntity,
  PersonEntity,
  LearningLoopEntity,
  TopicEntity,
  ActionFieldEntity,
  MeasureEntity,
  MeasureStepEntity,
  ResultEntity,
  ResultAttachmentEntity,
  NextStepEntity,
  MeasureContributorEntity,
  MeasureGuideEntity,
  MeasureGoalEntity,
  HistoryEntryEntity,
  AccountEntity,
  IdentityEntity,
  SignInLinkEntity,
  RequestReceiptEntity,
  DecisionEntity,
  DecisionMeasureEntity,
  VolunteerCallEntity,
  ApplicationEntity,
  ApplicationAccessEntity,
  MailEntity,
  VoiceThemeEntity,
  VoiceEntity,
  ThanksEntity,
  TakeOutEntity,
  RetentionRunEntity,
  IdeaEntity,
];
