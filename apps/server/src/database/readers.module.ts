import { Global, Module } from '@nestjs/common';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';
import { Database } from './database.js';

/** The readers of what is published, for pages, feeds and GraphQL alike. */
@Global()
@Module({
  providers: [
    Database,
    { provide: ProgrammeReader, useFactory: (database: Database) => new ProgrammeReader(database), inject: [Database] },
    { provide: SuccessesReader, useFactory: (database: Database) => new SuccessesReader(database), inject: [Database] },
  ],
  exports: [Database, ProgrammeReader, SuccessesReader],
})
export class ReadersModule {}
