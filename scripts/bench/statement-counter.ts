import type { Client } from 'pg';

/** How often each statement was sent so far: its text → calls. */
export type Calls = ReadonlyMap<string, number>;

/** Counts the statements of a database by pg_stat_statements. Throws where PostgreSQL comes without it. */
export async function countStatements(client: Client): Promise<() => Promise<Calls>> {
  await client
    .query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements')
    .catch((error: unknown) => {
      throw new Error(
        `Statements are counted by pg_stat_statements, which isn't there: ${String(error)}`,
      );
    });
  return async () => {
    const { rows } = await client.query<{ query: string; calls: string }>(
      `SELECT query, sum(calls) AS calls FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND query NOT LIKE '%pg_stat_statements%' GROUP BY query`,
    );
    return new Map(rows.map(({ query, calls }) => [query, Number(calls)]));
  };
}

/** What was sent between two counts, without what isn't there. */
export function callsBetween(before: Calls, after: Calls): Calls {
  return new Map(
    [...after]
      .map(([query, calls]): [string, number] => [query, calls - (before.get(query) ?? 0)])
      .filter(([, calls]) => calls > 0),
  );
}
