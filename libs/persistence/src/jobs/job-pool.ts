import pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Connections of the queue's own to the database of a data source, `max` at most: a queue that is busy takes none from
 * the pages. Lost ones are replaced by the pool; `onError` hears why.
 */
export function openJobPool(
  source: DataSource,
  max: number,
  onError: (error: Error) => void,
): pg.Pool {
  const { options } = source;
  if (options.type !== 'postgres') throw new Error(`There is no queue in ${options.type}`);
  const { url, host, database, username, password } = options;
  const pool = new pg.Pool({
    ...(url !== undefined
      ? { connectionString: url }
      : {
          ...(host === undefined ? {} : { host }),
          ...(database === undefined ? {} : { database }),
          ...(username === undefined ? {} : { user: username }),
          ...(typeof password === 'string' ? { password } : {}),
        }),
    max,
    application_name: 'lernschleife jobs',
    connectionTimeoutMillis: 8_000,
    keepAlive: true,
  });
  // Without a listener, a connection that is lost while nobody uses it would end the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
