import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { hearEmbedded } from '#persistence/embedded/embedded-database.js';
import { TOLD_CHANNELS } from '#persistence/shared/told-channels.js';

/** What a listener does with what it hears. */
export type Ears = {
  readonly told: (channel: string, payload: string) => void;
  /** Something may have been told while nobody listened. */
  readonly gap: () => void;
};

/** Someone who listens to what the servers of one database tell each other. */
export type Listening = {
  /** Resolves when it listens, or when the first try has failed and others follow. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A connection that is cut without a word is noticed by this question, asked so often. */
const PROOF_EVERY_MS = 30_000;
const PATIENCE_MS = 8_000;

/**
 * Listens to the channels of NOTIFY: on PostgreSQL by one connection beside the pool, which is opened again and
 * again when it is lost; in the embedded database through its process. A server that has joined the embedded
 * database of another hears nothing.
 */
export function listen(source: DataSource, ears: Ears): Listening {
  const { options } = source;
  if (options.type !== 'postgres') throw new Error(`There is no NOTIFY in ${options.type}`);
  const { url, host = '' } = options;
  if (url !== undefined) return new PostgresListening(url, ears);
  const stop = hearEmbedded(host, ({ channel, payload }) => ears.told(channel, payload));
  return { started: Promise.resolve(), stop: () => Promise.resolve(stop?.()) };
}

class PostgresListening implements Listening {
  readonly #stopped = new AbortController();
  readonly #first = Promise.withResolvers<undefined>();
  readonly #ended: Promise<void>;
  readonly started = this.#first.promise;

  constructor(
    private readonly url: string,
    private readonly ears: Ears,
  ) {
    this.#ended = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    let pauseMs = FIRST_PAUSE_MS;
    for (let tries = 1; !signal.aborted; tries += 1) {
      await this.#listenOnce(() => {
        pauseMs = FIRST_PAUSE_MS;
        if (tries > 1) this.ears.gap();
      });
      this.#first.resolve(undefined);
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Resolves when the connection is lost, could not be made, or is wanted no more; never rejects. */
  async #listenOnce(onListening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'lernschleife live',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    const lost = new AbortController();
    const over = AbortSignal.any([lost.signal, this.#stopped.signal]);
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', ({ channel, payload = '' }) => this.ears.told(channel, payload));
    try {
      await client.connect();
      for (const channel of TOLD_CHANNELS) await client.query(`LISTEN ${channel}`);
      onListening();
      this.#first.resolve(undefined);
      for (;;) {
        await pause(PROOF_EVERY_MS, undefined, { signal: over });
        await client.query('SELECT 1');
      }
    } catch {
      // Lost or stopped: `run` decides what follows.
    }
    await client.end().catch(() => undefined);
  }
}
