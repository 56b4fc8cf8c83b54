import type { EntityManager } from 'typeorm';
import { canBe, type MeasurePart } from '#domain/measures/measure-rights.js';
import type { Role } from '#domain/people/role.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { InputFault } from '../shared/refusals.js';

/** Records of a programme that inputs of measures may name. */
type NamedTable = 'organisational_unit' | 'strategic_goal' | 'decision';

/** The fault of a field that names records which the programme doesn't have; none where it names nothing. */
export async function unknownFaults(
  em: EntityManager,
  programmeId: string,
  table: NamedTable,
  field: string,
  ids: readonly (string | null | undefined)[],
): Promise<InputFault[]> {
  const wanted = new Set(ids.flatMap((id) => (id ? [id.toLowerCase()] : [])));
  if (wanted.size === 0) return [];
  const rows = await em.query<unknown[]>(
    `SELECT id FROM ${table} WHERE programme_id = $1 AND id = ANY($2::uuid[])`,
    [programmeId, [...wanted]],
  );
  return rows.length === wanted.size ? [] : [{ field, problem: 'UNKNOWN' }];
}

/**
 * The id of a person who can be this to a measure: of the programme, not blocked, of a role that fits; else null. The
 * row is shared until the transaction ends, so that a block waits for it.
 */
export async function findCandidate(
  em: EntityManager,
  programmeId: string,
  personId: string,
  part: MeasurePart,
): Promise<string | null> {
  const [person] = await em.query<{ id: string; role: Role }[]>(
    `SELECT id, role FROM person
     WHERE id = $1 AND programme_id = $2 AND blocked_at IS NULL FOR SHARE`,
    [personId, programmeId],
  );
  return person && canBe(part, person.role) ? person.id : null;
}

/** The day where the programme is. */
export async function dayOf(em: EntityManager, programmeId: string, at: Date): Promise<LocalDay> {
  const [row] = await em.query<{ today: LocalDay }[]>(
    'SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS today FROM programme WHERE id = $1',
    [programmeId, at],
  );
  if (row === undefined) throw new Error(`No programme with id ${programmeId}`);
  return row.today;
}

/** Where the next part of a measure stands: behind the last one, from 0. */
export async function nextPosition(
  em: EntityManager,
  table: 'measure_step' | 'result' | 'next_step',
  measureId: string,
): Promise<number> {
  const [row] = await em.query<{ position: number }[]>(
    `SELECT coalesce(max(position) + 1, 0) AS position FROM ${table} WHERE measure_id = $1`,
    [measureId],
  );
  return row?.position ?? 0;
}
