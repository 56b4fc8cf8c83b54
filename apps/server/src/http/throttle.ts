import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database/database.js';

/** How often links may be asked for, calls be answered by e-mail, and feedback be given. An office may sit behind one network address. */
export const LIMITS = {
  address: { points: 5, duration: 3_600 },
  network: { points: 50, duration: 900 },
  /** Ways to the provider from one network address: a whole department begins its day behind one. */
  provider: { points: 300, duration: 900 },
  /** Applications by e-mail from one network address: a whole department answers a call on its first morning. */
  applicants: { points: 200, duration: 900 },
  /** Feedback from one network address … */
  reader: { points: 20, duration: 900 },
  /** … and on one success, wherever it comes from. */
  success: { points: 60, duration: 3_600 },
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
    this.#limiters = {
      address: limiter('address'),
      network: limiter('network'),
      provider: limiter('provider'),
      applicants: limiter('applicants'),
      reader: limiter('reader'),
      success: limiter('success'),
    };
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
