import { OpenCallsReader } from '#application/published/open-calls-reader.js';
import { ProgrammeReader } from '#application/published/programme-reader.js';
import { PublishedVoicesReader } from '#application/published/published-voices-reader.js';
import { RecordsReader } from '#application/published/records-reader.js';
import type { NamedSqlReader } from '#application/published/sql-reader.js';
import { SuccessesReader } from '#application/published/successes-reader.js';

/** All that reads what anyone may see, on one database. */
export class PublishedReaders {
  readonly programmes: ProgrammeReader;
  readonly successes: SuccessesReader;
  readonly records: RecordsReader;
  readonly voices: PublishedVoicesReader;
  readonly openCalls: OpenCallsReader;

  constructor(database: NamedSqlReader) {
    this.programmes = new ProgrammeReader(database);
    this.successes = new SuccessesReader(database);
    this.records = new RecordsReader(database);
    this.voices = new PublishedVoicesReader(database);
    this.openCalls = new OpenCallsReader(database);
  }
}
