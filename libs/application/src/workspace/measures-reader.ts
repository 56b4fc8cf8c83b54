import type { SqlReader } from '../published/sql-reader.js';
import {
  MEASURE_COLUMNS,
  MEASURE_TABLES,
  measureSeen,
  scopeValues,
  type MeasureRow,
  type WorkspaceMeasure,
} from './measure-rows.js';
import type { WorkspaceScope } from './workspace-reader.js';

/** Which measures of a loop are asked for; what is left out, null or empty lets all through. */
export type BoardFilter = {
  /** Keys. */
  readonly topics?: readonly string[] | null;
  readonly units?: readonly string[] | null;
  readonly goals?: readonly string[] | null;
  /** Ids of people. */
  readonly guides?: readonly string[] | null;
  readonly owner?: string | null;
  readonly search?: string | null;
  readonly helpWanted?: boolean | null;
  readonly late?: boolean | null;
};

/** Measures of a workspace with all their parts. One statement a method, however many measures there are. */
export class MeasuresReader {
  constructor(private readonly database: SqlReader) {}

  /** The measures of a loop in the order of topic, question and position; none where there is no such loop. */
  async board(
    scope: WorkspaceScope,
    loopNumber: number,
    filter: BoardFilter,
  ): Promise<WorkspaceMeasure[]> {
    const values = scopeValues(scope);
    const next = (value: unknown): string => `$${values.push(value)}`;
    const sql = [`l.number = ${next(loopNumber)}`, ...filterSql(filter, next)].join(' AND ');
    const rows = await this.#rows(sql, values);
    const measures = rows.map((row) => measureSeen(row, scope));
    // What is late is for the domain to say.
    return filter.late === true ? measures.filter(({ late }) => late) : measures;
  }

  /** One measure; null when the programme has none of that id. */
  async measure(scope: WorkspaceScope, id: string): Promise<WorkspaceMeasure | null> {
    const [row] = await this.#rows('m.id = $5', [...scopeValues(scope), id]);
    return row === undefined ? null : measureSeen(row, scope);
  }

  /** The measures of these ids that the programme has, in the order of the board. */
  async byIds(scope: WorkspaceScope, ids: readonly string[]): Promise<WorkspaceMeasure[]> {
    const rows = await this.#rows('m.id = ANY($5::uuid[])', [...scopeValues(scope), ids]);
    return rows.map((row) => measureSeen(row, scope));
  }

  /** Slug of the programme that a measure belongs to. */
  async programmeOf(measureId: string): Promise<string | null> {
    const [row] = await this.database.query<{ slug: string }[]>(
      'SELECT pr.slug FROM measure m JOIN programme pr ON pr.id = m.programme_id WHERE m.id = $1',
      [measureId],
    );
    return row?.slug ?? null;
  }

  #rows(where: string, values: unknown[]): Promise<MeasureRow[]> {
    return this.database.query<MeasureRow[]>(
      `SELECT ${MEASURE_COLUMNS} FROM ${MEASURE_TABLES}
       WHERE m.programme_id = $1 AND ${where}
       ORDER BY t.position, t.id, f.position, f.id, m.position, m.id`,
      values,
    );
  }
}

function filterSql(filter: BoardFilter, next: (value: unknown) => string): string[] {
  const { topics, units, goals, guides, owner, search, helpWanted } = filter;
  const sql: string[] = [];
  if (topics?.length) sql.push(`t.key = ANY(${next(topics)}::text[])`);
  if (units?.length)
    sql.push(`EXISTS (SELECT FROM organisational_unit fu
      WHERE fu.id = m.unit_id AND fu.key = ANY(${next(units)}::text[]))`);
  if (goals?.length)
    sql.push(`EXISTS (SELECT FROM measure_goal fg JOIN strategic_goal g ON g.id = fg.goal_id
      WHERE fg.measure_id = m.id AND g.key = ANY(${next(goals)}::text[]))`);
  if (guides?.length)
    sql.push(`EXISTS (SELECT FROM measure_guide fp
      WHERE fp.measure_id = m.id AND fp.person_id = ANY(${next(guides)}::uuid[]))`);
  if (owner) sql.push(`m.owner_id = ${next(owner)}::uuid`);
  if (helpWanted === true) sql.push('m.help_wanted IS NOT NULL');
  for (const word of (search ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    sql.push(
      `lower(concat_ws(' ', m.title, m.description, f.question, t.title)) LIKE ${next(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`,
    );
  return sql;
}
