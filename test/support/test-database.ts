import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseAddress } from '#persistence/data-source.js';
import { startEmbeddedDatabase } from '#persistence/embedded/embedded-database.js';

/** A migrated, empty database of the test file's own. */
export type TestDatabase = {
  readonly address: DatabaseAddress;
  readonly source: DataSource;
  stop(): Promise<void>;
};

/** The compiled process of the embedded database: the tests themselves run from source. */
export const PROCESS_FILE = resolve(
  'dist/libs/persistence/src/embedded/embedded-database-process.js',
);

export async function startTestDatabase(poolSize = 5): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  const opened = server === undefined ? await copyOfDump() : await copyOfTemplate(server);
  const source = await createDataSource(opened.address, poolSize).initialize();
  return {
    address: opened.address,
    source,
    stop: async () => {
      if (source.isInitialized) await source.destroy();
      await opened.stop();
    },
  };
}

type Opened = { address: DatabaseAddress; stop: () => Promise<void> };

async function copyOfDump(): Promise<Opened> {
  const dump = process.env['TEST_DUMP'];
  if (dump === undefined) throw new Error('global-setup.mjs has not run');
  return startEmbeddedDatabase({ dataFolder: null, loadFrom: dump, processFile: PROCESS_FILE });
}

async function copyOfTemplate(server: string): Promise<Opened> {
  const name = `lernschleife_test_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE']}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    address: { kind: 'url', url: url.href },
    stop: () => run(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
