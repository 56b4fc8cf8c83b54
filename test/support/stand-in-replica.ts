import type { DataSource } from 'typeorm';

/** The table of versions, where the migrations make none. */
export async function withVersions(source: DataSource): Promise<void> {
  await source.query(
    'CREATE TABLE IF NOT EXISTS publication (programme_id uuid PRIMARY KEY, version bigint NOT NULL)',
  );
}

/**
 * A second database that passes for a replica of the first: it holds the same programme under another title, so that
 * each answer tells where it comes from. The tests set its version by hand, as replication would.
 */
export async function standInFor(
  primary: DataSource,
  replica: DataSource,
  slug: string,
  title: string,
): Promise<void> {
  const [found] = await primary.query<{ row: object }[]>(
    'SELECT to_json(p) AS row FROM programme p WHERE slug = $1',
    [slug],
  );
  if (found === undefined) throw new Error(`There is no programme ${slug}`);
  await replica.query(
    'INSERT INTO programme SELECT * FROM json_populate_record(NULL::programme, $1)',
    [JSON.stringify({ ...found.row, title })],
  );
}

/** Gives all programmes of a database a version, and a title where one is given, in one transaction. */
export async function publishVersion(
  source: DataSource,
  version: number,
  title: string | null = null,
): Promise<void> {
  await source.transaction(async (em) => {
    if (title !== null) await em.query('UPDATE programme SET title = $1', [title]);
    // What the triggers make of the line before is overruled.
    await em.query('SET CONSTRAINTS ALL IMMEDIATE');
    await em.query(
      `INSERT INTO publication (programme_id, version) SELECT id, $1 FROM programme
       ON CONFLICT (programme_id) DO UPDATE SET version = excluded.version`,
      [version],
    );
  });
}
