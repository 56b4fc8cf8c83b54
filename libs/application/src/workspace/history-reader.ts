import { HISTORY_SUBJECTS, HISTORY_WAYS } from '#persistence/history/history-entry.entity.js';
import type { SqlReader } from '../published/sql-reader.js';

export { HISTORY_SUBJECTS, HISTORY_WAYS };

/** One change as the workspace tells it. People who have left are told of without their name. */
export type HistoryLine = {
  readonly id: string;
  readonly at: Date;
  readonly subject: (typeof HISTORY_SUBJECTS)[number];
  readonly actor: string | null;
  readonly formerMember: boolean;
  readonly way: (typeof HISTORY_WAYS)[number];
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromFormerMember: boolean;
  readonly toFormerMember: boolean;
  readonly reason: string | null;
  readonly version: number | null;
  readonly partId: string | null;
};

/** The newest `first` changes of one subject, or those behind the entry with the id `after`; none behind another's. */
export type HistoryKey = {
  readonly subjectId: string;
  readonly first: number;
  readonly after: string | null;
};

/** In entries of these fields `from` and `to` are ids of people; imports name the columns. */
export const PEOPLE_FIELDS = [
  'owner',
  'ownerId',
  'ownerAccepted',
  'ownerDeclined',
  'checker',
  'checkerId',
  'commissioner',
  'commissionerId',
  'commissionerTookOver',
  'contributor.added',
  'contributor.removed',
  'guide.added',
  'guide.removed',
  'nextStep.person',
] as const;

/** Imports tell of these two whether they are so. */
const NAMES_A_PERSON = `(h.field IN (${PEOPLE_FIELDS.map((field) => `'${field}'`).join(', ')})
  AND NOT (h.way = 'IMPORT' AND h.field IN ('ownerAccepted', 'commissionerTookOver')))`;

/** `from_value` or `to_value`: where it is a person's id, the person's name, or null for who has left. */
const told = (column: string, named: string): string =>
  `CASE WHEN ${NAMES_A_PERSON} THEN ${named}.name ELSE h.${column} END`;
const left = (column: string, named: string): string =>
  `${NAMES_A_PERSON} AND h.${column} IS NOT NULL AND ${named}.name IS NULL`;

const COLUMNS = `h.id, h.at, h.subject, actor.name AS actor,
  h.way = 'API' AND actor.name IS NULL AS "formerMember", h.way, h.field,
  ${told('from_value', 'was')} AS "from", ${told('to_value', 'became')} AS "to",
  ${left('from_value', 'was')} AS "fromFormerMember", ${left('to_value', 'became')} AS "toFormerMember",
  h.reason, h.version, h.part_id AS "partId"`;

/** Who is blocked or erased has left: then there is no name. */
const NAMES = ['actor', 'was', 'became']
  .map((name) => {
    const id = { actor: 'h.actor_id::text', was: 'h.from_value', became: 'h.to_value' }[name];
    const when = name === 'actor' ? '' : ` AND ${NAMES_A_PERSON}`;
    return `LEFT JOIN person ${name} ON ${name}.programme_id = h.programme_id
      AND ${name}.id::text = ${id}${when} AND ${name}.blocked_at IS NULL`;
  })
  .join('\n');

/** History, newest first. The caller has seen to it that its subject may be read. One statement a method. */
export class HistoryReader {
  constructor(private readonly database: SqlReader) {}

  /** The newest entries of several subjects, each as many as asked for, in the order of the keys. */
  async ofSubjects(keys: readonly HistoryKey[]): Promise<HistoryLine[][]> {
    const rows = await this.database.query<(HistoryLine & { readonly place: number })[]>(
      `SELECT k.place::int, ${COLUMNS}
       FROM unnest($1::uuid[], $2::int[], $3::uuid[]) WITH ORDINALITY AS k(subject_id, first, after, place)
       JOIN LATERAL (SELECT * FROM history_entry e WHERE e.subject_id = k.subject_id
         AND (k.after IS NULL OR (e.at, e.id) < (SELECT c.at, c.id FROM history_entry c
           WHERE c.id = k.after AND c.subject_id = k.subject_id))
         ORDER BY e.at DESC, e.id DESC LIMIT k.first) h ON true
       ${NAMES}
       ORDER BY k.place, h.at DESC, h.id DESC`,
      [
        keys.map(({ subjectId }) => subjectId),
        keys.map(({ first }) => first),
        keys.map(({ after }) => after),
      ],
    );
    const lines = keys.map((): HistoryLine[] => []);
    for (const { place, ...line } of rows) lines[place - 1]?.push(line);
    return lines;
  }

  /** What came after a version of a subject, or of a part that has its own, for an account that is someone in its programme. */
  changesSince(
    accountId: string | null,
    subjectId: string,
    version: number,
  ): Promise<HistoryLine[]> {
    return this.database.query<HistoryLine[]>(
      `SELECT ${COLUMNS} FROM history_entry h ${NAMES}
       WHERE (h.part_id = $1 OR (h.subject_id = $1 AND (h.part_id IS NULL OR h.subject = 'MEASURE'))) AND h.version > $2
         AND EXISTS (SELECT FROM person reader WHERE reader.programme_id = h.programme_id
           AND reader.account_id = $3 AND reader.blocked_at IS NULL)
       ORDER BY h.at DESC, h.id DESC LIMIT 100`,
      [subjectId, version, accountId],
    );
  }
}
