import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence/data-source.js';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '#persistence/embedded/embedded-database.js';
import { migrate } from '#persistence/migrate.js';
import type { Env } from '../config/env.js';
import { startFault } from './start-fault.js';
import { isAway } from './is-away.js';
import { loadDemonstration } from './load-demonstration.js';

const OLDEST_POSTGRES = 15;

export type OpenDatabase = {
  readonly source: DataSource;
  /** Says why, when the embedded database has gone away by itself; stays open with PostgreSQL. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
};

/**
 * Opens the database of the settings at its newest migration, with the demonstration programme where the settings
 * ask for it. PostgreSQL that is away is asked again until `waiting` is aborted; `onWait` hears why. `embedded` is
 * an embedded database that already starts. Throws what can't be mended by waiting.
 */
export async function openDatabase(
  env: Pick<Env, 'databaseUrl' | 'dataFolder' | 'poolSize' | 'loadDemonstration'>,
  waiting: AbortSignal,
  onWait: (reason: string) => void,
  embedded: Promise<EmbeddedDatabase> | null = null,
): Promise<OpenDatabase> {
  const own =
    env.databaseUrl === null
      ? await (embedded ?? startEmbeddedDatabase({ dataFolder: env.dataFolder }))
      : null;
  const address = own?.address ?? { kind: 'url' as const, url: env.databaseUrl ?? '' };
  for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, 3_000)) {
    const source = createDataSource(address, env.poolSize);
    try {
      await source.initialize();
      refuseOld(source.driver.version);
      await migrate(source);
      if (env.loadDemonstration) await loadDemonstration(source);
      return {
        source,
        lost: own?.lost ?? new Promise(() => undefined),
        close: async () => {
          if (source.isInitialized) await source.destroy();
          await own?.stop();
        },
      };
    } catch (error) {
      if (source.isInitialized) await source.destroy();
      if (!isAway(error) || waiting.aborted) {
        await own?.stop();
        throw error;
      }
      onWait(startFault(error, null));
      await pause(pauseMs, undefined, { signal: waiting });
    }
  }
}

/** Older ones lack what the migrations use; an upgrade is kinder than a syntax error. */
function refuseOld(version = ''): void {
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES)
    throw new Error(
      `PostgreSQL ${OLDEST_POSTGRES} or later is needed, and DATABASE_URL leads to ${version}.`,
    );
}
