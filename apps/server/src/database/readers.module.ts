import { Global, Module } from '@nestjs/common';
import { PeopleReader } from '#application/people/people-reader.js';
import { ProgrammeSettingsReader } from '#application/programmes/programme-settings-reader.js';
import { DecisionsReader } from '#application/decisions/decisions-reader.js';
import { DutiesReader } from '#application/duties/duties-reader.js';
import { LoopsReader } from '#application/learning-loops/loops-reader.js';
import { TopicsReader } from '#application/topics/topics-reader.js';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { RecordsReader } from '#application/published/records-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import type { Writing } from '#application/shared/unit-of-work.js';
import { HistoryReader } from '#application/workspace/history-reader.js';
import { MeasuresReader } from '#application/workspace/measures-reader.js';
import { WorkspaceReader } from '#application/workspace/workspace-reader.js';
import { Database } from './database.js';
import { WRITING } from './writing.js';

/** The database and what reads its published views, for every module. */
@Global()
@Module({
  providers: [
    Database,
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
      provide: RecordsReader,
      useFactory: (database: Database) => new RecordsReader(database),
      inject: [Database],
    },
    {
      provide: SuccessesReader,
      useFactory: (database: Database) => new SuccessesReader(database),
      inject: [Database],
    },
  ],
  exports: [
    DecisionsReader,
    DutiesReader,
    HistoryReader,
    LoopsReader,
    TopicsReader,
    MeasuresReader,
    WRITING,
    WorkspaceReader,
    Database,
    PeopleReader,
    ProgrammeReader,
    ProgrammeSettingsReader,
    RecordsReader,
    SuccessesReader,
  ],
})
export class ReadersModule {}
