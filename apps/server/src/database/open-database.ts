import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence/data-source.js';
import { startEmbeddedDatabase } from '#persistence/embedded/embedded-database.js';
import { migrate } from '#persistence/migrate.js';
import type { Env } from '../config/env.js';

export type OpenDatabase = {
  readonly source: DataSource;
  /** Resolves when the embedded database's process has ended by itself; never with PostgreSQL. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the database of the settings at its newest migration. PostgreSQL that is away is asked again, for as
 * long as `mayWait` says; `onWait` hears why. Throws what can't be mended by waiting.
 */
export async function openDatabase(
  env: Pick<Env, 'databaseUrl' | 'dataFolder' | 'poolSize'>,
  mayWait: () => boolean,
  onWait: (reason: string) => void,
): Promise<OpenDatabase> {
  const embedded =
    env.databaseUrl === null ? await startEmbeddedDatabase({ dataFolder: env.dataFolder }) : null;
  const address = embedded?.address ?? { kind: 'url' as const, url: env.databaseUrl ?? '' };
  for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, 3_000)) {
    const source = createDataSource(address, env.poolSize);
    try {
      await source.initialize();
      await migrate(source);
      return {
        source,
        lost: embedded?.lost ?? new Promise(() => undefined),
        close: async () => {
          if (source.isInitialized) await source.destroy();
          await embedded?.stop();
        },
      };
    } catch (error) {
      if (source.isInitialized) await source.destroy();
      if (!isAway(error) || !mayWait()) {
        await embedded?.stop();
        throw error;
      }
      onWait((error as Error).message);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Errors of a server that is not there yet, starts, or shuts down; all others are for a person to mend. */
function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    [
      'ECONNREFUSED',
      'ECONNRESET',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ETIMEDOUT',
      'EHOSTUNREACH',
      'ENOENT',
    ].includes(code ?? '') ||
    ['57P01', '57P02', '57P03', '08006', '08001', '08004', '53300'].includes(code ?? '') ||
    /timeout|terminated/i.test(message ?? '')
  );
}
