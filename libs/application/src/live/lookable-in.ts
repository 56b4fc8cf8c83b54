import type { SqlReader } from '../published/sql-reader.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The id of a measure or a loop of the programme; null when it is neither, whatever else it is. */
export async function lookableIn(
  database: SqlReader,
  programmeId: string,
  id: unknown,
): Promise<string | null> {
  if (typeof id !== 'string' || !UUID.test(id)) return null;
  const [row] = await database.query<{ id: string }[]>(
    `SELECT id FROM measure WHERE id = $1 AND programme_id = $2
     UNION ALL SELECT id FROM learning_loop WHERE id = $1 AND programme_id = $2`,
    [id, programmeId],
  );
  return row?.id ?? null;
}
