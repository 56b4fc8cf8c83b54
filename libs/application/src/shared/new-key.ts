import type { EntityManager } from 'typeorm';
import { LIMITS } from '#persistence/shared/limits.js';

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
};
/** Room for a number behind it. */
const LONGEST = LIMITS.key - 10;

/** A title as a key: lower-case words and digits joined by hyphens; `otherwise` for a title without any. */
export function keyOf(title: string, otherwise: string): string {
  const key = title
    .toLowerCase()
    .replace(/[äöüßåæø]/g, (letter) => WRITTEN_OUT[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return key === '' ? otherwise : key;
}

/** The key, or the key with the first number from 2 that makes it free in the programme. The programme is locked. */
export async function freeKey(
  em: EntityManager,
  table:
    | 'topic'
    | 'action_field'
    | 'decision'
    | 'measure'
    | 'result'
    | 'next_step'
    | 'person'
    | 'organisational_unit'
    | 'strategic_goal'
    | 'volunteer_call',
  programmeId: string,
  key: string,
): Promise<string> {
  const rows = await em.query<{ key: string }[]>(
    `SELECT key FROM ${table} WHERE programme_id = $1 AND (key = $2 OR key LIKE $2 || '-%')`,
    [programmeId, key],
  );
  const taken = new Set(rows.map((row) => row.key));
  let free = key;
  for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`;
  return free;
}
