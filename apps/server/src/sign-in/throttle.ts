import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database/database.js';

/** How often links may be asked for. An office may sit behind one network address. */
export const LIMITS = {
  address: { points: 5, duration: 3_600 },
  network: { points: 50, duration: 900 },
} as const;

/** Counts tries in the database, so that all servers count together. */
@Injectable()
export class Throttle {
  readonly #limiters: Readonly<Record<keyof typeof LIMITS, RateLimiterPostgres>>;

  constructor(database: Database) {
    // Without the names of the statements, which would meet on the embedded database's one session.
    const storeClient = {
      query: async ({ text, values }: { text: string; values: unknown[] }) => ({
        rows: await database.query<unknown[]>(text, values),
      }),
    };
    const limiter = (keyPrefix: keyof typeof LIMITS): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        tableName: 'throttle',
        tableCreated: true,
        keyPrefix: `sign-in-${keyPrefix}`,
        ...LIMITS[keyPrefix],
      });
    this.#limiters = { address: limiter('address'), network: limiter('network') };
  }

  /** Counts a try for a key, of which only the digest is kept; answers how long to wait in ms, 0 when it may go on. */
  async count(kind: keyof typeof LIMITS, key: string): Promise<number> {
    const digest = createHash('sha256').update(key).digest('base64url');
    try {
      await this.#limiters[kind].consume(digest);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1);
      throw refusal;
    }
  }
}
