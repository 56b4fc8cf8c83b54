import pg from 'pg';
import type { Logger } from 'pino';
import { hasReached, readVersions, type Versions } from './publication-versions.js';
import { isAway } from './is-away.js';

/** Also the longest wait for a free connection of the pool. */
const CONNECT_MS = 2_000;
/** What takes longer is the primary's. The replica ends such a question; of one that is cut off nothing is heard. */
const STATEMENT_MS = 4_000;
const SILENCE_MS = 5_000;
/** How long one is left out before it is tried again: the first time, and at most. The pause doubles with each try. */
const PAUSES_MS = { BEHIND: { first: 50, longest: 1_000 }, AWAY: { first: 500, longest: 30_000 } };
/** A replica is behind for some ms after each publication; only one that stays so is worth a line in the log. */
const WORTH_TELLING_MS = 1_000;

class ReplicaBehind extends Error {}

/**
 * A standby of the primary, for reading only. It is left out while it is away or behind, and tried again beside the
 * requests, so that no reader waits for it.
 */
export class Replica {
  /** For the log: an address without user and password. */
  readonly name: string;
  readonly #pool: pg.Pool;
  /**
   * What each connection was seen to hold. Of each connection, because an address may lead to several standbys, of which
   * one is ahead of the other.
   */
  readonly #held = new WeakMap<pg.PoolClient, Versions>();
  #out: { readonly pauseMs: number; readonly tryAt: number; readonly told: boolean } | null = null;
  #trying = false;
  #answeredAt = -Infinity;

  constructor(
    url: string,
    poolSize: number,
    private readonly log: Pick<Logger, 'warn' | 'info'>,
  ) {
    this.name = new URL(url).host;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      application_name: 'lernschleife replica',
      connectionTimeoutMillis: CONNECT_MS,
      // A standby refuses to write by itself; this refuses also where the address leads to a primary by mistake.
      options: '-c default_transaction_read_only=on -c jit=off',
      statement_timeout: STATEMENT_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
    });
    // Without listeners, a connection that is lost, in use or not, would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Whether it may be asked now. One that was left out for long enough is tried meanwhile. */
  isUsable(needed: Versions): boolean {
    if (this.#out === null) return true;
    if (!this.#trying && performance.now() >= this.#out.tryAt) {
      this.#trying = true;
      void this.#withConnection(needed, () => Promise.resolve())
        .catch(() => undefined)
        .finally(() => (this.#trying = false));
    }
    return false;
  }

  /** The rows. Throws when it is away, or has not reached what is needed. */
  query<Rows>(question: pg.QueryConfig, needed: Versions): Promise<Rows> {
    return this.#withConnection(needed, async (client) => {
      const { rows } = await client.query(question);
      return rows as Rows;
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #withConnection<T>(
    needed: Versions,
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await this.#connection(needed);
    try {
      const result = await work(client);
      client.release();
      this.#answeredAt = performance.now();
      return result;
    } catch (error) {
      // After an error nobody knows what still comes over this connection.
      client.release(true);
      if (isAway(error)) this.#leaveOut(error as Error, 'AWAY');
      throw error;
    }
  }

  /** A connection to a standby that has reached what is needed. */
  async #connection(needed: Versions): Promise<pg.PoolClient> {
    let client: pg.PoolClient | null = null;
    try {
      client = await this.#pool.connect();
      // The same object for the same versions, so that a look costs a statement only after something has changed.
      if (this.#held.get(client) !== needed) {
        const connected = client;
        const held = await readVersions({
          query: async <Rows>(sql: string) => (await connected.query(sql)).rows as Rows,
        });
        if (!hasReached(held, needed)) throw new ReplicaBehind('it is behind the primary');
        this.#held.set(client, needed);
      }
      this.#takeBack();
      return client;
    } catch (error) {
      const behind = error instanceof ReplicaBehind;
      client?.release(!behind);
      if (!this.#isBusy(client, error)) this.#leaveOut(error as Error, behind ? 'BEHIND' : 'AWAY');
      throw error;
    }
  }

  /** Whether only no connection was free: the pool says that in the words of one that can't be made, but others are answered. */
  #isBusy(client: pg.PoolClient | null, error: unknown): boolean {
    const isTimeout = client === null && (error as { code?: string }).code === undefined;
    return isTimeout && performance.now() - this.#answeredAt < CONNECT_MS;
  }

  #leaveOut(error: Error, why: keyof typeof PAUSES_MS): void {
    const now = performance.now();
    // Of many questions that fail together, only the first one counts.
    if (this.#out !== null && now < this.#out.tryAt) return;
    const { first, longest } = PAUSES_MS[why];
    const before = this.#out?.pauseMs ?? 0;
    const pauseMs = Math.min(Math.max(before * 2, first), longest);
    const worthTelling = why === 'AWAY' || pauseMs >= WORTH_TELLING_MS;
    const told = this.#out?.told ?? false;
    if (worthTelling && !told)
      this.log.warn({ replica: this.name, reason: error.message }, 'a replica is left out');
    this.#out = { pauseMs, tryAt: now + pauseMs, told: told || worthTelling };
  }

  #takeBack(): void {
    if (this.#out?.told === true) this.log.info({ replica: this.name }, 'a replica answers again');
    this.#out = null;
  }
}
