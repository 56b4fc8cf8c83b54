import type { DataSource } from 'typeorm';

/** Any number will do, as long as every server of the installation takes the same. */
const MIGRATION_LOCK = 4_071_969;

/**
 * Brings the database to the newest migration; answers how many were applied.
 * One connection holds an advisory lock meanwhile, so that servers that start together don't apply one twice.
 */
export async function migrate(dataSource: DataSource): Promise<number> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await dataSource.runMigrations({ transaction: 'each' })).length;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  }
}
