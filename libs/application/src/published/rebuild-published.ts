import type { DataSource } from 'typeorm';
import { ok } from '#domain/shared/result.js';
import { Transactions } from '#persistence/shared/transactions.js';

/**
 * Computes anew what is kept ready of a programme for the public, or of all (`slug` null): for after a repair by hand.
 * Answers the slugs; none when there is no such programme.
 */
export async function rebuildPublished(
  source: DataSource,
  slug: string | null,
): Promise<readonly string[]> {
  const done = await new Transactions(source).run(async (em) => {
    // It may take longer than a request may.
    await em.query('SET LOCAL statement_timeout = 0');
    const programmes = await em.query<{ slug: string }[]>(
      `SELECT slug, rebuild_public(id) FROM programme WHERE $1::text IS NULL OR slug = $1 ORDER BY slug`,
      [slug],
    );
    await em.query('SET CONSTRAINTS "public_change_refresh" IMMEDIATE');
    return ok(programmes.map((programme) => programme.slug));
  });
  return done.ok ? done.value : [];
}
