import { z } from 'zod';
import { ok } from '#domain/shared/result.js';
import { callAsJson, type OpenCall } from '../published/open-calls-reader.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { UnitOfWork } from '../shared/unit-of-work.js';
import { addressToApplyWith } from './answerable-call.js';
import { TODAY_OF } from './lock-call.js';

/** The call that the page of a programme shows, and how its applications are kept. */
export type JoinableCall = {
  /** The open one, else the last one that ran to its day; null when there is none. */
  readonly call: OpenCall | null;
  /** Whether it can be answered today. */
  readonly open: boolean;
  /** How many days applications are kept after the end of the call. */
  readonly retentionDays: number;
  /** Domains of the addresses that may apply; none for all. Not for the page. */
  readonly domains: readonly string[];
};

/** Who applies while being signed in; the name only where the programme knows it. */
export type KnownApplicant = { readonly name: string | null; readonly email: string };

/** What the page of a call asks for beside what is published. */
export class JoinReader {
  constructor(
    private readonly database: SqlReader & UnitOfWork,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** One statement; null when no such programme is published. */
  async call(programmeId: string): Promise<JoinableCall | null> {
    const [row] = await this.database.query<JoinableCall[]>(
      `SELECT p.application_retention_days AS "retentionDays", p.application_domains AS domains, c.call,
         coalesce(c.open, false) AS open
       FROM published_programme shown JOIN programme p ON p.id = shown.id
       LEFT JOIN LATERAL (SELECT c.closes_on >= ${TODAY_OF} AS open,
           ${callAsJson('c.first_loop')} AS call
         FROM published_call c WHERE c.programme_id = p.id ORDER BY c.closes_on DESC, c.id DESC LIMIT 1) c ON true
       WHERE p.id = $1`,
      [programmeId, this.now()],
    );
    return row ?? null;
  }

  /** An account as an applicant; null when it may not apply, or no address of it is known that the programme takes. */
  async applicant(
    programmeId: string,
    { domains }: Pick<JoinableCall, 'domains'>,
    accountId: string,
  ): Promise<KnownApplicant | null> {
    const found = await this.database.run<KnownApplicant | null, never>(async (em) => {
      const email = await addressToApplyWith(em, { programmeId, domains }, accountId);
      // None is known, or one that no mail could reach: then the applicant gives one.
      if (email === null || !z.email().safeParse(email).success) return ok(null);
      const [person] = await em.query<{ name: string }[]>(
        'SELECT name FROM person WHERE programme_id = $1 AND account_id = $2',
        [programmeId, accountId],
      );
      return ok({ name: person?.name ?? null, email });
    });
    return found.ok ? found.value : null;
  }
}
