import { Global, Module } from '@nestjs/common';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { RecordsReader } from '#application/published/records-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import { Database } from './database.js';

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
  exports: [Database, ProgrammeReader, RecordsReader, SuccessesReader],
})
export class ReadersModule {}
