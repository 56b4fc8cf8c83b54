import { MigrationExecutor, type DataSource } from 'typeorm';
import { migrateJobs } from './jobs/migrate-jobs.js';

/** Any number will do, as long as every server of the installation takes the same. */
const MIGRATION_LOCK = 4_071_969;

/**
 * Brings the database to the newest migration; answers how many were applied: all, or on an error none.
 * Looking and applying are one transaction under a lock, so that servers that start together don't apply one
 * twice. (A lock of the session wouldn't do: all connections to the embedded database share one session.)
 * The queue's own tables follow.
 */
export async function migrate(dataSource: DataSource): Promise<number> {
  const applied = await migrateRecords(dataSource);
  await migrateJobs(dataSource);
  return applied;
}

async function migrateRecords(dataSource: DataSource): Promise<number> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    // A migration of many rows may take longer than a request may.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'none';
    const applied = await executor.executePendingMigrations();
    await runner.commitTransaction();
    return applied.length;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}
