import type { DataSource } from 'typeorm';

/** Removes a programme with all of its records, history included; answers whether there was one. */
export async function removeProgramme(dataSource: DataSource, slug: string): Promise<boolean> {
  return dataSource.transaction(async (em) => {
    const [programme] = await em.query<{ id: string }[]>(
      'SELECT id FROM programme WHERE slug = $1 FOR UPDATE',
      [slug],
    );
    if (!programme) return false;
    // A next step holds on to the measure that it became, so those links go first.
    await em.query('DELETE FROM next_step WHERE programme_id = $1', [programme.id]);
    await em.query('DELETE FROM programme WHERE id = $1', [programme.id]);
    return true;
  });
}
