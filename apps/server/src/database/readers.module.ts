import { Global, Module } from '@nestjs/common';
import { ApplicantsReader } from '#application/calls/applicants-reader.js';
import { CallsReader } from '#application/calls/calls-reader.js';
import { JoinReader } from '#application/calls/join-reader.js';
import { OwnApplicationsReader } from '#application/calls/own-applications-reader.js';
import { IdeasReader } from '#application/ideas/ideas-reader.js';
import { OwnIdeasReader } from '#application/ideas/own-ideas-reader.js';
import { PeopleReader } from '#application/people/people-reader.js';
import { ProgrammeSettingsReader } from '#application/programmes/programme-settings-reader.js';
import { DecisionsReader } from '#application/decisions/decisions-reader.js';
import { DutiesReader } from '#application/duties/duties-reader.js';
import { LoopsReader } from '#application/learning-loops/loops-reader.js';
import { TopicsReader } from '#application/topics/topics-reader.js';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import { OwnThanksReader } from '#application/voices/own-thanks-reader.js';
import { VoicesReader } from '#application/voices/voices-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { HistoryReader } from '#application/workspace/history-reader.js';
import { MeasuresReader } from '#application/workspace/measures-reader.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { Database } from './database.js';
import { PublicDatabase } from './public-database.js';
import { WRITING } from './writing.js';

/** The database and what reads its published views, for every module. */
@Global()
@Module({
  providers: [
    Database,
    PublicDatabase,
    {
      provide: ProgrammeReader,
      useFactory: (database: Database) => new ProgrammeReader(database),
      inject: [Database],
    },
    {
      provide: WRITING,
      useFactory: (database: Database): Writing => ({ work: database, now: () => new Date() }),
      inject: [Database],
    },
    {
      provide: ApplicantsReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new ApplicantsReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
    {
      provide: CallsReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new CallsReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
    {
      provide: JoinReader,
      useFactory: (database: Database) => new JoinReader(database),
      inject: [Database],
    },
    {
      provide: OwnApplicationsReader,
      useFactory: (database: Database) => new OwnApplicationsReader(database),
      inject: [Database],
    },
    {
      provide: IdeasReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new IdeasReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
    {
      provide: OwnIdeasReader,
      useFactory: (database: Database) => new OwnIdeasReader(database),
      inject: [Database],
    },
    {
      provide: HistoryReader,
      useFactory: (database: Database) => new HistoryReader(database),
      inject: [Database],
    },
    {
      provide: MeasuresReader,
      useFactory: (database: Database) => new MeasuresReader(database),
      inject: [Database],
    },
    {
      provide: PeopleReader,
      useFactory: (database: Database) => new PeopleReader(database),
      inject: [Database],
    },
    {
      provide: ProgrammeSettingsReader,
      useFactory: (database: Database) => new ProgrammeSettingsReader(database),
      inject: [Database],
    },
    {
      provide: WorkspaceReader,
      useFactory: (database: Database) => new WorkspaceReader(database),
      inject: [Database],
    },
    {
      provide: DutiesReader,
      useFactory: (database: Database) => new DutiesReader(database),
      inject: [Database],
    },
    {
      provide: DecisionsReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new DecisionsReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
    {
      provide: LoopsReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new LoopsReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
    {
      provide: TopicsReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new TopicsReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
    {
      provide: SuccessesReader,
      useFactory: (database: Database) => new SuccessesReader(database),
      inject: [Database],
    },
    {
      provide: OwnThanksReader,
      useFactory: (database: Database) => new OwnThanksReader(database),
      inject: [Database],
    },
    {
      provide: VoicesReader,
      useFactory: (database: Database, workspaces: WorkspaceReader) =>
        new VoicesReader(database, workspaces),
      inject: [Database, WorkspaceReader],
    },
  ],
  exports: [
    ApplicantsReader,
    CallsReader,
    JoinReader,
    OwnApplicationsReader,
    IdeasReader,
    OwnIdeasReader,
    DecisionsReader,
    DutiesReader,
    HistoryReader,
    LoopsReader,
    TopicsReader,
    MeasuresReader,
    WRITING,
    WorkspaceReader,
    Database,
    PublicDatabase,
    PeopleReader,
    ProgrammeReader,
    ProgrammeSettingsReader,
    SuccessesReader,
    OwnThanksReader,
    VoicesReader,
  ],
})
export class ReadersModule {}
