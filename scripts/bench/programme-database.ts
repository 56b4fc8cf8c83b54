import { Client } from 'pg';
import { importProgramme } from '#application/programme-files/import-programme.js';
import { createDataSource } from '#persistence/data-source.js';
import { migrate } from '#persistence/migrate.js';
import { generateProgramme } from './generate-programme.js';

/** A migrated database with one programme, and its counter of statements. */
export type ProgrammeDatabase = {
  readonly url: string;
  readonly importSeconds: number;
  /** How `statements` counts. */
  readonly countedBy: 'pg_stat_statements' | 'committed transactions';
  /** Statements so far that the servers under test sent. */
  readonly statements: () => Promise<number>;
  readonly drop: () => Promise<void>;
};

const SEED = 20_260_101;
/** The server reports its counts of transactions with this delay, and a margin. */
const REPORT_DELAY_MS = 2_500;

/** Makes a database, imports a programme of `count` measures, and gathers the planner's figures as autovacuum would. */
export async function openProgrammeDatabase(
  server: string,
  count: number,
): Promise<ProgrammeDatabase> {
  const name = `lernschleife_bench_${process.pid}_${count}`;
  const admin = await connect(server);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  try {
    const importSeconds = await load(url.href, count);
    const own = await connect(url.href);
    await own.query('VACUUM ANALYZE');
    const canCount = await own
      .query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
      .then(() => own.query('SELECT count(*) FROM pg_stat_statements'))
      .then(
        () => true,
        () => false,
      );
    const closing = {
      drop: async (): Promise<void> => {
        await own.end();
        await drop();
      },
    };
    if (canCount)
      return {
        url: url.href,
        importSeconds,
        countedBy: 'pg_stat_statements',
        statements: () =>
          numberOf(
            own,
            `SELECT coalesce(sum(calls), 0) AS number FROM pg_stat_statements
             WHERE dbid = (SELECT oid FROM pg_database WHERE datname = $1) AND query NOT LIKE '%pg_stat_statements%'`,
            name,
          ),
        ...closing,
      };
    return {
      url: url.href,
      importSeconds,
      countedBy: 'committed transactions',
      statements: async () => {
        await new Promise((resolve) => setTimeout(resolve, REPORT_DELAY_MS));
        return numberOf(
          admin,
          'SELECT xact_commit AS number FROM pg_stat_database WHERE datname = $1',
          name,
        );
      },
      ...closing,
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Seconds that the import took. */
async function load(url: string, count: number): Promise<number> {
  const dataSource = await createDataSource({ kind: 'url', url }, 2).initialize();
  try {
    await migrate(dataSource);
    const file = generateProgramme(count, SEED);
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
  await client.connect();
  return client;
}

async function numberOf(client: Client, sql: string, name: string): Promise<number> {
  const { rows } = await client.query<{ number: string }>(sql, [name]);
  return Number(rows[0]?.number ?? 0);
}
