import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/**
 * Asks over a connection of the pool, without what TypeORM puts around a question. PostgreSQL keeps the statement by its
 * name for each connection, and after some times plans it no more: for statements whose planning takes longer than
 * answering. One text a name. The embedded database has one session behind all connections, in which names would meet,
 * so there the statement has none. Throws the driver's errors.
 */
export async function queryByName<Rows>(
  source: DataSource,
  name: string,
  text: string,
  values: unknown[],
): Promise<Rows> {
  const pool = (source.driver as PostgresDriver).master as Pool;
  const isEmbedded = !('url' in source.options);
  const { rows } = await pool.query(isEmbedded ? { text, values } : { name, text, values });
  return rows as Rows;
}
