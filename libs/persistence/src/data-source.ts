import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { RecordsAndPublishedViews1790000000000 } from '#migrations/1790000000000-records-and-published-views.js';
import { Workspace1790000100000 } from '#migrations/1790000100000-workspace.js';
import { PublishedWords1790000200000 } from '#migrations/1790000200000-published-words.js';
import { VolunteerCalls1790000300000 } from '#migrations/1790000300000-volunteer-calls.js';
import { Mail1790000400000 } from '#migrations/1790000400000-mail.js';
import { Voices1790000600000 } from '#migrations/1790000600000-voices.js';
import { PersonalData1790000700000 } from '#migrations/1790000700000-personal-data.js';
import { Ideas1790000800000 } from '#migrations/1790000800000-ideas.js';
import { Projection1790000900000 } from '#migrations/1790000900000-projection.js';
import { VersionsOfLists1791000100000 } from '#migrations/1791000100000-versions-of-lists.js';
import { ConfirmedApplications1791000200000 } from '#migrations/1791000200000-confirmed-applications.js';
import { VerifiedAddresses1791000600000 } from '#migrations/1791000600000-verified-addresses.js';
import { ENTITIES } from './entities.js';

// A local day is a text: the driver's own Date would shift it by the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Where the database is: a URL, or the folder of the embedded database's Unix socket. */
export type DatabaseAddress =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'socket'; readonly folder: string };

/** TypeORM's options, the same for PostgreSQL and the embedded database; `poolSize` is a number of connections. */
export function dataSourceOptions(address: DatabaseAddress, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    ...(address.kind === 'url'
      ? { url: address.url }
      : { host: address.folder, database: 'postgres', username: 'postgres', password: 'postgres' }),
    entities: ENTITIES,
    migrations: [
      RecordsAndPublishedViews1790000000000,
      Workspace1790000100000,
      PublishedWords1790000200000,
      VolunteerCalls1790000300000,
      Mail1790000400000,
      Voices1790000600000,
      PersonalData1790000700000,
      Ideas1790000800000,
      Projection1790000900000,
      VersionsOfLists1791000100000,
      ConfirmedApplications1791000200000,
      VerifiedAddresses1791000600000,
    ],
    migrationsTableName: 'migrations',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logging: false,
    // The name in pg_stat_activity, beside `lernschleife live`, `lernschleife jobs` and `lernschleife replica`.
    applicationName: 'lernschleife',
    poolSize,
    extra: {
      // Also the longest wait for a free connection of the pool: long enough for a burst on the embedded database.
      connectionTimeoutMillis: 8_000,
      // Every question here is short: compiling it costs PostgreSQL more than answering it (docs/performance.md).
      options: '-c jit=off',
      statement_timeout: 15_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 20_000,
    },
  };
}

export function createDataSource(address: DatabaseAddress, poolSize: number): DataSource {
  return new DataSource(dataSourceOptions(address, poolSize));
}
