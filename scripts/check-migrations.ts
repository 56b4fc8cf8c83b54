/**
 * Compares the migrated database with the entities, then reverts every migration and applies it again.
 * Usage: DATABASE_URL=postgres://… node dist/scripts/check-migrations.js; without it, on an embedded database in memory.
 * Exits 1 when the two differ. Works in a database of its own, which it drops afterwards.
 */
import { Client } from 'pg';
import { createDataSource, type DatabaseAddress } from '#persistence/data-source.js';
import { startEmbeddedDatabase } from '#persistence/embedded/embedded-database.js';
import { migrate } from '#persistence/migrate.js';

const NAME = `lernschleife_migrations_${process.pid}`;
const server = process.env['DATABASE_URL'];

async function openDatabase(): Promise<{ address: DatabaseAddress; close: () => Promise<void> }> {
  if (server === undefined) {
    const embedded = await startEmbeddedDatabase({ dataFolder: null });
    return { address: embedded.address, close: () => embedded.stop() };
  }
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${NAME}`);
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  return { address: { kind: 'url', url: url.href }, close: () => run(`DROP DATABASE ${NAME}`) };
}

const database = await openDatabase();
const dataSource = await createDataSource(database.address, 4).initialize();
try {
  await migrate(dataSource);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  for (const { query } of upQueries) console.error(`The entities want: ${query}`);
  const names = dataSource.migrations.map(
    (migration) => migration.name ?? migration.constructor.name,
  );
  const inOrder = names.every(
    (name, at) => at === 0 || name.slice(-13) > (names[at - 1] ?? '').slice(-13),
  );
  if (!inOrder) console.error('The migrations are not in the order of their timestamps.');
  for (const migration of names) {
    await dataSource.undoLastMigration({ transaction: 'each' });
    console.log(`reverted ${migration}`);
  }
  const [left] = await dataSource.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM pg_class WHERE relnamespace = 'public'::regnamespace
     AND relkind IN ('r', 'v') AND relname <> 'migrations'`,
  );
  if (left?.count !== 0) console.error(`Reverting leaves ${left?.count} tables or views behind.`);
  console.log(`applied ${await migrate(dataSource)} again`);
  if (upQueries.length > 0 || !inOrder || left?.count !== 0) process.exitCode = 1;
} finally {
  await dataSource.destroy();
  await database.close();
}
