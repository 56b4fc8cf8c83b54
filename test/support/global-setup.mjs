/**
 * Makes one migrated database before the tests: the dump of a data directory for the embedded database, a
 * template for PostgreSQL (TEST_DATABASE_URL). Every test file starts from a copy of its own (test-database.ts).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const TEMPLATE = `lernschleife_template_${process.pid}`;

export default async function globalSetup() {
  const { createDataSource } = await import('../../dist/libs/persistence/src/data-source.js');
  const { migrate } = await import('../../dist/libs/persistence/src/migrate.js');
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    await admin.end();
    const url = new URL(server);
    url.pathname = `/${TEMPLATE}`;
    const source = await createDataSource({ kind: 'url', url: url.href }, 4).initialize();
    await migrate(source);
    await source.destroy();
    process.env.TEST_TEMPLATE = TEMPLATE;
    return;
  }
  const { startEmbeddedDatabase } =
    await import('../../dist/libs/persistence/src/embedded/embedded-database.js');
  const database = await startEmbeddedDatabase({ dataFolder: null });
  const source = await createDataSource(database.address, 4).initialize();
  await migrate(source);
  await source.destroy();
  const dumped = new Promise((resolve) => database.process.on('message', resolve));
  database.process.send('dump');
  const { dump } = await dumped;
  const folder = mkdtempSync(join(tmpdir(), 'lernschleife-test-'));
  process.env.TEST_DUMP = join(folder, 'migrated.tar');
  writeFileSync(process.env.TEST_DUMP, Buffer.from(dump, 'base64'));
  await database.stop();
  globalThis.removeTestDump = () => rmSync(folder, { recursive: true, force: true });
}
