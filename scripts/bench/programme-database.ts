import { Client } from 'pg';
import { importProgramme } from '#application/programme-files/import-programme.js';
import { createDataSource } from '#persistence/data-source.js';
import { migrate } from '#persistence/migrate.js';
import { BENCH_SEED, generateProgramme } from './generate-programme.js';

/** A migrated database with one programme of the benchmark, or more. */
export type ProgrammeDatabase = {
  readonly url: string;
  /** The number of measures of its first programme. */
  readonly measures: number;
  /** Seconds. */
  readonly importTook: number;
  /** A connection of one's own, for questions that are no part of what is measured. */
  readonly client: Client;
  readonly drop: () => Promise<void>;
};

export type DatabaseOptions = {
  /** Runs before the import, on the migrated and empty database. */
  readonly prepare?: (client: Client) => Promise<void>;
};

/** Makes a database, imports a programme of `measures`, and gathers the planner's figures as autovacuum would. */
export async function openProgrammeDatabase(
  server: string,
  name: string,
  measures: number,
  { prepare }: DatabaseOptions = {},
): Promise<ProgrammeDatabase> {
  const database = `lernschleife_bench_${process.pid}_${name}`;
  const admin = await connect(server);
  await admin.query(`CREATE DATABASE ${database}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  const client = await connect(url.href);
  const drop = async (): Promise<void> => {
    await client.end();
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await admin.end();
  };
  try {
    const dataSource = await createDataSource({ kind: 'url', url: url.href }, 2).initialize();
    await migrate(dataSource).finally(() => dataSource.destroy());
    await prepare?.(client);
    const importTook = await importGenerated(url.href, measures);
    await client.query('VACUUM ANALYZE');
    return { url: url.href, measures, importTook, client, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Imports a generated programme; answers the seconds that it took. */
export async function importGenerated(
  url: string,
  measures: number,
  slug?: string,
): Promise<number> {
  const dataSource = await createDataSource({ kind: 'url', url }, 2).initialize();
  try {
    const file = generateProgramme(measures, BENCH_SEED, slug);
    const start = performance.now();
    const done = await importProgramme(
      dataSource,
      { file, faultAt: (path, reason) => ({ line: 0, key: path.join('.'), reason }) },
      { dryRun: false, at: new Date() },
    );
    if (!done.ok)
      throw new Error(`The import refused the programme: ${JSON.stringify(done.error[0])}`);
    if (done.value.lowered.length > 0)
      throw new Error(`The import lowered ${JSON.stringify(done.value.lowered[0])}`);
    return (performance.now() - start) / 1_000;
  } finally {
    await dataSource.destroy();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // A forced end of the database while the benchmark is stopped is no fault of its own.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
