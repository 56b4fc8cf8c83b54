import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  columnsOf,
  DATA_CLASSES,
  INVENTORY,
  JOBS_TABLE,
} from '#persistence/personal-data/inventory.js';
import { startTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the inventory of data and the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  afterAll(() => database?.stop());

  it('have the same tables and columns', async () => {
    const there = await database.source.query<{ name: string }[]>(
      `SELECT c.table_name || '.' || c.column_name AS name
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'`,
    );
    const told = INVENTORY.filter(({ table }) => table !== 'graphile_worker').flatMap((entry) =>
      DATA_CLASSES.flatMap((one) => columnsOf(entry, one)).map(
        (column) => `${entry.table}.${column}`,
      ),
    );
    expect(told.sort()).toEqual(there.map(({ name }) => name).sort());
  });

  it('know of no schema beside the own one and that of the queue', async () => {
    const schemas = await database.source.query<{ name: string }[]>(
      `SELECT nspname AS name FROM pg_namespace
       WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1`,
    );
    expect(schemas.map(({ name }) => name)).toEqual(['graphile_worker', 'public']);
    const [jobs] = await database.source.query<{ payload: string }[]>(
      `SELECT string_agg(column_name, ' ') AS payload FROM information_schema.columns
       WHERE table_schema || '.' || table_name = $1 AND column_name = 'payload'`,
      [JOBS_TABLE],
    );
    expect(jobs?.payload).toBe('payload');
  });
});
