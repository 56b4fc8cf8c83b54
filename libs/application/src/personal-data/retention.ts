import { MAILS_WITH_LINK } from '#domain/mail/mail-kind.js';
import {
  RETENTION_DAYS,
  RETENTION_RULES,
  type RetentionRule,
} from '#domain/personal-data/retention-days.js';
import { ok } from '#domain/shared/result.js';
import { JOBS_TABLE } from '#persistence/personal-data/inventory.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { Writing } from '../shared/unit-of-work.js';

/** Name of the task that erases daily what is kept no longer. */
export const RETENTION = 'retention';

/** What a rule would erase, or has erased. */
export type RetentionCount = { readonly rule: RetentionRule; readonly count: number };

/** How a rule finds what has lain long enough. In SQL: `r` is the row, $1 the instant and $2 the days. */
type Due = {
  readonly table: string;
  readonly due: string;
  /** What is emptied, where the row stays. */
  readonly emptied?: string;
  /** The programme of the row, where it has one. */
  readonly programme?: string;
  /** Whether the mails that tell of the row, by their cause, go with it. */
  readonly withMails?: true;
};

const since = (column: string): string => `${column} < $1::timestamptz - make_interval(days => $2)`;
const PROGRAMME_OF_CALL = '(SELECT c.programme_id FROM volunteer_call c WHERE c.id = r.call_id)';

/** That somebody applied, and what became of it, is kept no longer in a mail than itself. */
const MAILS_OF_GONE = `mails AS (DELETE FROM mail m USING gone WHERE split_part(m.cause, ':', 2) = gone.id),`;

const DUE: Readonly<Record<RetentionRule, Due>> = {
  UNCONFIRMED_APPLICATIONS: {
    table: 'application',
    due: `r.confirmed_at IS NULL AND ${since('r.received_at')}`,
    programme: PROGRAMME_OF_CALL,
    withMails: true,
  },
  APPLICATIONS: {
    table: 'application',
    // Whatever became of them: that is what applicants were told.
    due: `$2::int IS NULL AND EXISTS (SELECT FROM volunteer_call c JOIN programme p ON p.id = c.programme_id
      WHERE c.id = r.call_id
        AND c.closes_on + p.application_retention_days < ($1::timestamptz AT TIME ZONE p.time_zone)::date)`,
    programme: PROGRAMME_OF_CALL,
    withMails: true,
  },
  MAILS: {
    table: 'mail',
    // Of what nobody has confirmed nothing stays longer than it.
    due: `(${since('r.created_at')} OR (r.kind IN (${MAILS_WITH_LINK.map((kind) => `'${kind}'`).join(', ')})
      AND r.created_at < $1::timestamptz - interval '${RETENTION_DAYS.UNCONFIRMED_APPLICATIONS} days'))`,
    programme: 'r.programme_id',
  },
  SIGN_IN_LINKS: { table: 'sign_in_link', due: since('r.expires_at') },
  TAKE_OUTS: { table: 'take_out', due: since('r.expires_at') },
  SESSIONS: { table: 'session', due: since('r.expire') },
  THROTTLES: {
    table: 'throttle',
    due: 'r.expire < extract(epoch FROM $1::timestamptz - make_interval(days => $2)) * 1000',
  },
  REQUEST_RECEIPTS: { table: 'request_receipt', due: since('r.at') },
  APPLICATION_ACCESS: {
    table: 'application_access',
    due: since('r.at'),
    programme: PROGRAMME_OF_CALL,
  },
  VOICE_ADDRESSES: {
    table: 'voice',
    due: `r.email IS NOT NULL AND ${since('r.received_at')}`,
    emptied: 'email',
    programme: 'r.programme_id',
  },
  WITHDRAWN_IDEAS: {
    table: 'idea',
    due: `r.state = 'WITHDRAWN' AND ${since('r.created_at')}`,
    programme: 'r.programme_id',
  },
  DECLINED_IDEAS: {
    table: 'idea',
    due: `r.state = 'DECLINED' AND ${since('r.answered_at')}`,
    programme: 'r.programme_id',
  },
  JOBS: { table: JOBS_TABLE, due: `r.attempts >= r.max_attempts AND ${since('r.updated_at')}` },
  IDLE_ACCOUNTS: {
    table: 'account',
    due: `${since('r.created_at')}
      AND NOT EXISTS (SELECT FROM person p WHERE p.account_id = r.id)
      AND NOT EXISTS (SELECT FROM application a WHERE a.account_id = r.id)
      AND NOT EXISTS (SELECT FROM idea d WHERE d.account_id = r.id)
      AND NOT EXISTS (SELECT FROM identity i WHERE i.account_id = r.id AND NOT (${since('i.last_used_at')}))`,
  },
  RETENTION_RUNS: { table: 'retention_run', due: since('r.at') },
};

/** What the retention would erase now, by rule; of one programme alone where that is given, else of everything. */
export function dueByRetention(
  database: SqlReader,
  at: Date,
  programmeId: string | null = null,
): Promise<RetentionCount[]> {
  return Promise.all(
    RETENTION_RULES.map(async (rule) => {
      const { table, due, programme = 'NULL::uuid' } = DUE[rule];
      const [row] = await database.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM ${table} r
         WHERE ${due} AND ($3::uuid IS NULL OR ${programme} = $3)`,
        [at, RETENTION_DAYS[rule], programmeId],
      );
      return { rule, count: row?.count ?? 0 };
    }),
  );
}

/** Erases it, and notes of each rule and programme how much that was; answers how much by rule. */
export async function applyRetention({ work, now }: Writing): Promise<RetentionCount[]> {
  const at = now();
  const counts: RetentionCount[] = [];
  for (const rule of RETENTION_RULES) {
    const { table, due, emptied, programme, withMails } = DUE[rule];
    const id = withMails ? 'r.id::text' : 'NULL';
    const erase =
      emptied === undefined ? `DELETE FROM ${table} r` : `UPDATE ${table} r SET ${emptied} = NULL`;
    // Each rule by itself: one that takes too long keeps the others from nothing.
    const done = await work.run<number, never>(async (em) => {
      const noted = await em.query<{ count: number }[]>(
        `WITH gone AS (${erase} WHERE ${due} RETURNING ${programme ?? 'NULL::uuid'} AS programme_id, ${id} AS id),
           ${withMails ? MAILS_OF_GONE : ''}
           noted AS (
             INSERT INTO retention_run (id, rule, programme_id, count, at)
             SELECT gen_random_uuid(), $3, o.id, (SELECT count(*) FROM gone g WHERE g.programme_id IS NOT DISTINCT FROM o.id), $1
             FROM ${programme === undefined ? '(SELECT NULL::uuid AS id)' : 'programme'} o
             RETURNING count)
         SELECT coalesce(sum(count), 0)::int AS count FROM noted`,
        [at, RETENTION_DAYS[rule], rule],
      );
      return ok(noted[0]?.count ?? 0);
    });
    counts.push({ rule, count: done.ok ? done.value : 0 });
  }
  return counts;
}

/** What a rule did the last time it ran, in one programme or where it knows none. */
export type RetentionLine = RetentionCount & {
  /** Null where the programme sets them, or it doesn't count days. */
  readonly days: number | null;
  readonly lastRunAt: Date | null;
  readonly lastCount: number | null;
};

/** The rules whose records belong to a programme, with what would go now and what went last. */
export async function retentionOf(
  database: SqlReader,
  programmeId: string,
  at: Date,
): Promise<RetentionLine[]> {
  const due = await dueByRetention(database, at, programmeId);
  const last = await database.query<
    { rule: RetentionRule; count: number; at: Date; days: number }[]
  >(
    `SELECT DISTINCT ON (run.rule) run.rule, run.count, run.at FROM retention_run run
     WHERE run.programme_id = $1 ORDER BY run.rule, run.at DESC`,
    [programmeId],
  );
  const [own] = await database.query<{ days: number }[]>(
    'SELECT application_retention_days AS days FROM programme WHERE id = $1',
    [programmeId],
  );
  return due
    .filter(({ rule }) => DUE[rule].programme !== undefined)
    .map(({ rule, count }) => {
      const run = last.find((one) => one.rule === rule);
      return {
        rule,
        count,
        days: RETENTION_DAYS[rule] ?? own?.days ?? null,
        lastRunAt: run?.at ?? null,
        lastCount: run?.count ?? null,
      };
    });
}
