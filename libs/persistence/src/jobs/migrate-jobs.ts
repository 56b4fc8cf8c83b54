import { Logger, runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { openJobPool } from './job-pool.js';

/**
 * Brings the queue's tables, in a schema of their own, to what the installed graphile-worker needs. Servers that start
 * together don't disturb each other: each step notes its number before all else, and who comes second goes on.
 */
export async function migrateJobs(source: DataSource): Promise<void> {
  const pool = openJobPool(source, 1, () => undefined);
  try {
    await runMigrations({
      pgPool: pool,
      noPreparedStatements: true,
      logger: new Logger(() => () => undefined),
    });
  } finally {
    await pool.end();
  }
}
