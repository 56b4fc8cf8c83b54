import { createHash, randomBytes } from 'node:crypto';
import { ok } from '#domain/shared/result.js';
import {
  columnsOf,
  INVENTORY,
  JOBS_TABLE,
  LEGAL_GROUNDS,
  RETENTION_TEXTS,
  type TableEntry,
} from '#persistence/personal-data/inventory.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { EMAIL_ISSUER } from '../accounts/email-issuer.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { Writing } from '../shared/unit-of-work.js';

/** How long a link to the own data can be used. */
export const TAKE_OUT_MINUTES = 10;

/** All that is kept of one kind of data about somebody. */
export type TakeOutTable = {
  readonly table: string;
  readonly purpose: string;
  readonly ground: string;
  readonly retention: string;
  /** Values by column; what makes a row readable stands first. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};
export type TakeOut = { readonly takenOutAt: Date; readonly tables: readonly TakeOutTable[] };

/** The tables that hold something about people, with whose their rows are. */
const PERSONAL = INVENTORY.flatMap((entry) =>
  entry.of === undefined ? [] : [{ ...entry, of: entry.of }],
);

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Makes the secret of a link to one's own data, good once and for a few minutes. */
export async function makeTakeOutLink({ work, now }: Writing, accountId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await work.run<null, never>(async (em) => {
    await em.query('INSERT INTO take_out (digest, account_id, expires_at) VALUES ($1, $2, $3)', [
      digestOf(secret),
      accountId,
      new Date(now().getTime() + TAKE_OUT_MINUTES * 60_000),
    ]);
    return ok(null);
  });
  return secret;
}

/** Uses a link; false when it was used before, has ended, or is another's. Another's isn't used up by that. */
export async function useTakeOutLink(
  database: SqlReader,
  accountId: string,
  secret: string,
  at: Date,
): Promise<boolean> {
  const [used] = await database.query<{ count: number }[]>(
    `WITH used AS (
       DELETE FROM take_out WHERE digest = $1 AND account_id = $2 AND expires_at > $3 RETURNING digest)
     SELECT count(*)::int AS count FROM used`,
    [digestOf(secret), accountId, at],
  );
  return used?.count === 1;
}

/** All that the system keeps about whoever has this account, by the inventory; in one statement, so as of one moment. */
export async function takeOut(database: SqlReader, accountId: string, at: Date): Promise<TakeOut> {
  const found = await database.query<{ place: number; rows: TakeOutTable['rows'] }[]>(
    `WITH proved AS (SELECT subject FROM identity WHERE account_id = $1 AND issuer = '${EMAIL_ISSUER}'),
     -- Also whom somebody has invited since the last sign-in.
     people AS (SELECT p.id, p.programme_id, p.email FROM person p WHERE p.account_id = $1
       OR (p.account_id IS NULL AND ${emailKeyOf('p.email')} IN (SELECT subject FROM proved))),
     me AS (
       SELECT $1::uuid AS account,
         ARRAY(SELECT id FROM people) AS people,
         ARRAY(SELECT subject FROM proved) AS addresses,
         ARRAY(SELECT k.programme_id || ':' || ${emailKeyOf('k.email')} FROM (
           SELECT programme_id, email FROM people
           UNION SELECT c.programme_id, a.email FROM application a JOIN volunteer_call c ON c.id = a.call_id
             WHERE a.account_id = $1
           UNION SELECT programme_id, email FROM idea WHERE account_id = $1) k
           WHERE k.email IS NOT NULL) AS known)
     ${PERSONAL.map(rowsOf).join('\nUNION ALL ')}`,
    [accountId],
  );
  return {
    takenOutAt: at,
    tables: PERSONAL.map(({ table, purpose, ground, retention }, place) => ({
      table,
      purpose,
      ground: LEGAL_GROUNDS[ground],
      retention: RETENTION_TEXTS[retention],
      rows: found.find((one) => one.place === place)?.rows ?? [],
    })).filter(({ rows }) => rows.length > 0),
  };
}

/** SQL: the rows of a table that are mine, each as an object of its personal columns. */
function rowsOf(
  entry: TableEntry & { readonly of: NonNullable<TableEntry['of']> },
  place: number,
): string {
  const { rows, shown = {}, context = {} } = entry.of;
  const columns = {
    ...context,
    ...Object.fromEntries(
      columnsOf(entry, 'PERSONAL').map((column) => [column, shown[column] ?? `r."${column}"`]),
    ),
  };
  const pairs = Object.entries(columns).map(([name, sql]) => `'${name}', ${sql}`);
  const table = entry.table === 'graphile_worker' ? JOBS_TABLE : `"${entry.table}"`;
  return `SELECT ${place} AS place, json_agg(json_build_object(${pairs.join(', ')})) AS rows
    FROM ${table} r, me WHERE ${rows}`;
}
