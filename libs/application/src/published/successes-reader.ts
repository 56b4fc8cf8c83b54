import type { SqlReader } from './sql-reader.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import {
  inLanguage,
  inLanguageOrNull,
  type Languages,
  type StoredTranslations,
  type Text,
} from './in-language.js';
import {
  SUCCESS_COLUMNS,
  successColumns,
  successOf,
  TODAY,
  type Success,
  type SuccessRow,
} from './success-rows.js';

/** Which successes are asked for; an empty list or text lets all through. Topics, goals and units by key. */
export type SuccessFilter = {
  readonly loops: readonly number[];
  readonly topics: readonly string[];
  readonly goals: readonly string[];
  readonly units: readonly string[];
  readonly phases: readonly PdcaPhase[];
  /** Every word must be found in question, measure, result or topic, in any language; case doesn't count. */
  readonly search: string;
};

export const NO_FILTER: SuccessFilter = {
  loops: [],
  topics: [],
  goals: [],
  units: [],
  phases: [],
  search: '',
};

export type PathDot = {
  readonly loopNumber: number;
  readonly stage: LoopStage;
  readonly state: 'none' | 'entry' | 'success';
};

export type Topic = {
  readonly id: string;
  readonly key: string;
  readonly title: Text;
  readonly description: Text | null;
  readonly path: readonly PathDot[];
};

export type Choice = { readonly value: string; readonly label: Text };

/** Which part of a list: how many topics after which key, and how many of the newest successes of each. */
export type TopicsPart = {
  readonly first: number;
  readonly after: string | null;
  readonly perTopic: number;
};

/** `{programme, …}` of every question: whose successes, in which languages. */
export type Scope = { readonly programmeId: string } & Languages;

/**
 * The successes of a programme, computed from its records. Reads the published views and nothing else;
 * one statement a method, whatever the size of the page.
 */
export class SuccessesReader {
  constructor(private readonly database: SqlReader) {}

  /** Newest first, after the success `after` (an id); one more than `first` tells of a next page. */
  async feed(
    scope: Scope,
    filter: SuccessFilter,
    first: number,
    after: string | null,
  ): Promise<readonly Success[]> {
    const where = whereOf(scope, filter);
    // The database looks the cursor's instant up: it keeps microseconds, which a Date loses.
    const rows = await this.database.query<SuccessRow[]>(
      `SELECT ${SUCCESS_COLUMNS}
       FROM (SELECT * FROM published_success s WHERE ${where.sql}
         AND (${where.next(after)}::uuid IS NULL OR (s.published_at, s.id) <
           (SELECT c.published_at, c.id FROM published_success c WHERE c.id = ${where.last()}))
         ORDER BY s.published_at DESC, s.id DESC LIMIT ${where.next(first)}) s
       ORDER BY s.published_at DESC, s.id DESC`,
      where.values,
    );
    return rows.map((row) => successOf(row, scope));
  }

  /** Topics in editorial order, each with its successes, newest loop first, and how many more it has. */
  async topics(
    scope: Scope,
    filter: SuccessFilter,
    { first, after, perTopic }: TopicsPart,
  ): Promise<
    readonly (Topic & { readonly successes: readonly Success[]; readonly more: number })[]
  > {
    const byTopic = isByTopic(filter);
    const where = whereOf(scope, byTopic ? NO_FILTER : filter);
    const rows = await this.database.query<
      (SuccessRow & { topic_description: string | null; path: PathDot[]; total: number })[]
    >(
      `WITH ${byTopic ? shownOfTopics(filter, after, first, perTopic, where.next) : shownOfMatching(where, after, first, perTopic)}
       SELECT ${SUCCESS_COLUMNS}, t.description AS topic_description, summary.path, shown.total
       FROM shown
       JOIN published_success s ON s.id = shown.id
       JOIN published_topic t ON t.id = s.topic_id
       JOIN published_topic_summary summary ON summary.topic_id = s.topic_id
       ORDER BY s.topic_position, s.topic_key, shown.place`,
      where.values,
    );
    const topics = new Map<string, Topic & { successes: Success[]; more: number }>();
    for (const row of rows) {
      const success = successOf(row, scope);
      const topic = topics.get(row.topic_id) ?? {
        id: row.topic_id,
        key: row.topic_key,
        title: success.topicTitle,
        description: inLanguageOrNull(
          scope,
          'description',
          row.topic_description,
          row.topic_translations,
        ),
        path: row.path,
        successes: [],
        more: row.total,
      };
      topic.successes.push(success);
      topic.more -= 1;
      topics.set(row.topic_id, topic);
    }
    return [...topics.values()];
  }

  /** Topics of the programme in editorial order, at most 1,000, without their successes. */
  async topicList(scope: Scope): Promise<readonly Topic[]> {
    const rows = await this.database.query<
      {
        id: string;
        key: string;
        title: string;
        description: string | null;
        translations: StoredTranslations;
        dots: PathDot[];
      }[]
    >(
      `SELECT t.*, summary.path AS dots FROM published_topic t JOIN published_topic_summary summary ON summary.topic_id = t.id
       WHERE t.programme_id = $1 ORDER BY t.position, t.key LIMIT 1000`,
      [scope.programmeId],
    );
    return rows.map((row) => ({
      id: row.id,
      key: row.key,
      title: inLanguage(scope, 'title', row.title, row.translations),
      description: inLanguageOrNull(scope, 'description', row.description, row.translations),
      path: row.dots,
    }));
  }

  /** How much the filter lets through, and what may be chosen in it. */
  async overview(
    scope: Scope,
    filter: SuccessFilter,
  ): Promise<{
    topicCount: number;
    successCount: number;
    topics: Choice[];
    goals: Choice[];
    units: Choice[];
  }> {
    const where = whereOf(scope, filter);
    type Named = { value: string; label: string; translations: StoredTranslations };
    const [row] = await this.database.query<
      {
        topic_count: number;
        success_count: number;
        topics: Named[] | null;
        goals: Named[] | null;
        units: Named[] | null;
      }[]
    >(
      `SELECT found.*,
         (SELECT json_agg(json_build_object('value', t.key, 'label', t.title, 'translations', t.translations)
            ORDER BY t.position, t.key) FROM published_topic t
          JOIN published_topic_summary x ON x.topic_id = t.id
          WHERE t.programme_id = $1 AND x.success_count > 0) AS topics,
         (SELECT json_agg(json_build_object('value', g.key, 'label', g.title, 'translations', g.translations)
            ORDER BY g.position, g.key) FROM published_goal g
          WHERE g.programme_id = $1 AND g.id IN (SELECT x.goal_id FROM published_measure_goal x)) AS goals,
         (SELECT json_agg(json_build_object('value', u.key, 'label', u.name, 'translations', u.translations)
            ORDER BY u.position, u.key) FROM published_unit u
          WHERE u.programme_id = $1 AND EXISTS (
            SELECT FROM published_success x WHERE x.programme_id = $1 AND x.unit_id = u.id)) AS units
       FROM (${
         isUnfiltered(filter)
           ? `SELECT coalesce(sum(x.success_count), 0)::int AS success_count,
                count(*) FILTER (WHERE x.success_count > 0)::int AS topic_count
              FROM published_topic_summary x WHERE x.programme_id = $1`
           : `SELECT count(*)::int AS success_count, count(DISTINCT s.topic_id)::int AS topic_count
              FROM published_success s WHERE ${where.sql}`
       }) found`,
      where.values,
    );
    const choices = (named: readonly Named[] | null | undefined, field: string): Choice[] =>
      (named ?? []).map(({ value, label, translations }) => ({
        value,
        label: inLanguage(scope, field, label, translations),
      }));
    return {
      topicCount: row?.topic_count ?? 0,
      successCount: row?.success_count ?? 0,
      topics: choices(row?.topics, 'title'),
      goals: choices(row?.goals, 'title'),
      units: choices(row?.units, 'name'),
    };
  }

  /** The successes of one loop in the order of the page: by topic, then as the circle put them. */
  async ofLoop(scope: Scope, loopNumber: number): Promise<readonly Success[]> {
    const rows = await this.database.query<SuccessRow[]>(
      `SELECT ${SUCCESS_COLUMNS} FROM published_success s WHERE s.programme_id = $1 AND s.loop_number = $2
       ORDER BY s.topic_position, s.topic_key, s.action_field_position, s.measure_position, s.position, s.id LIMIT 500`,
      [scope.programmeId, loopNumber],
    );
    return rows.map((row) => successOf(row, scope));
  }

  /** The results of one measure with its older and newer neighbour in the order of publication. */
  async byMeasureKey(
    scope: Scope,
    key: string,
  ): Promise<{ success: Success; previous: Neighbour | null; next: Neighbour | null } | null> {
    const neighbour = (sign: '<' | '>', order: 'DESC' | 'ASC'): string =>
      `(SELECT json_build_object('key', n.measure_key, 'question', n.question, 'translations', n.action_field_translations)
        FROM published_success n WHERE n.programme_id = s.programme_id AND n.measure_id <> s.measure_id
          AND (n.published_at, n.id) ${sign} (s.published_at, s.id)
        ORDER BY n.published_at ${order}, n.id ${order} LIMIT 1)`;
    type NeighbourRow = { key: string; question: string; translations: StoredTranslations } | null;
    const [row] = await this.database.query<
      (SuccessRow & { previous: NeighbourRow; next: NeighbourRow })[]
    >(
      `SELECT ${SUCCESS_COLUMNS}, ${neighbour('<', 'DESC')} AS previous, ${neighbour('>', 'ASC')} AS next
       FROM published_success s WHERE s.programme_id = $1 AND s.measure_key = $2
       ORDER BY s.published_at DESC, s.id DESC LIMIT 1`,
      [scope.programmeId, key],
    );
    if (!row) return null;
    const nameOf = (other: NeighbourRow): Neighbour | null =>
      other && {
        key: other.key,
        question: inLanguage(scope, 'question', other.question, other.translations),
      };
    return {
      success: successOf(row, scope),
      previous: nameOf(row.previous),
      next: nameOf(row.next),
    };
  }

  /** Keys of the programme's measures with a published result, the newest first, at most `limit`. */
  async keys(programmeId: string, limit: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ measure_key: string }[]>(
      `SELECT measure_key FROM published_success WHERE programme_id = $1
       GROUP BY measure_key ORDER BY max(published_at) DESC, measure_key LIMIT $2`,
      [programmeId, limit],
    );
    return rows.map((row) => row.measure_key);
  }

  /** A success by the id of its result; `wanted` null means the programme's own language. Null for what isn't published. */
  async byId(id: string, wanted: string | null): Promise<Success | null> {
    const [row] = await this.database.query<(SuccessRow & { written: string })[]>(
      `SELECT ${successColumns(TODAY)}, p.default_language AS written
       FROM published_success s JOIN published_programme p ON p.id = s.programme_id WHERE s.id = $1`,
      [id],
    );
    return row ? successOf(row, { wanted: wanted ?? row.written, written: row.written }) : null;
  }
}

export type Neighbour = { readonly key: string; readonly question: Text };

/** Whether a filter lets everything through. */
export function isUnfiltered(filter: SuccessFilter): boolean {
  const { search, ...lists } = filter;
  return search.trim() === '' && Object.values(lists).every((list) => list.length === 0);
}

/** Whether a filter asks for topics, or for all of them, and for nothing else. */
function isByTopic(filter: SuccessFilter): boolean {
  return isUnfiltered({ ...filter, topics: [] });
}

type Next = (value: unknown) => string;

/** SQL: the topics after the one with the key `after`, in editorial order. */
const afterTopic = (topic: string, after: string): string =>
  `(${after}::text IS NULL OR ${topic} >
    (SELECT c.position, c.key FROM published_topic_summary c WHERE c.programme_id = $1 AND c.key = ${after}))`;

/** SQL: the table `shown` (id, place, total) of a page of topics, which reads no more than what is shown. */
function shownOfTopics(
  { topics }: SuccessFilter,
  after: string | null,
  first: number,
  perTopic: number,
  next: Next,
): string {
  return `page AS MATERIALIZED (
      SELECT t.topic_id, t.success_count FROM published_topic_summary t
      WHERE t.programme_id = $1 AND t.success_count > 0
        ${topics.length > 0 ? `AND t.key = ANY(${next(topics)}::text[])` : ''}
        AND ${afterTopic('(t.position, t.key)', next(after))}
      ORDER BY t.position, t.key LIMIT ${next(first)}
    ), shown AS (
      SELECT x.id, x.place, page.success_count AS total FROM page CROSS JOIN LATERAL (
        SELECT y.id, row_number() OVER () AS place FROM (
          SELECT s.id FROM published_success s WHERE s.topic_id = page.topic_id
          ORDER BY s.loop_number DESC, s.action_field_position, s.measure_position, s.position, s.id
          LIMIT ${next(perTopic)}) y) x
    )`;
}

/** SQL: the same for any filter; it reads and counts all that match. */
function shownOfMatching(
  where: { readonly sql: string; readonly next: Next },
  after: string | null,
  first: number,
  perTopic: number,
): string {
  return `matching AS MATERIALIZED (
      SELECT s.id, s.topic_id, s.topic_position, s.topic_key, s.loop_number, s.action_field_position,
        s.measure_position, s.position
      FROM published_success s WHERE ${where.sql}
    ), page AS (
      SELECT DISTINCT m.topic_id, m.topic_position, m.topic_key FROM matching m
      WHERE ${afterTopic('(m.topic_position, m.topic_key)', where.next(after))}
      ORDER BY m.topic_position, m.topic_key LIMIT ${where.next(first)}
    ), ranked AS (
      SELECT m.id, row_number() OVER (PARTITION BY m.topic_id ORDER BY m.loop_number DESC, m.action_field_position,
        m.measure_position, m.position, m.id) AS place, count(*) OVER (PARTITION BY m.topic_id)::int AS total
      FROM matching m JOIN page USING (topic_id)
    ), shown AS MATERIALIZED (
      SELECT id, place, total FROM ranked WHERE place <= ${where.next(perTopic)}
    )`;
}

/** SQL for a filter over `s`; $1 is the programme, further values are numbered as they are asked for. */
function whereOf(
  scope: Scope,
  filter: SuccessFilter,
): { sql: string; values: unknown[]; next: (value: unknown) => string; last: () => string } {
  const values: unknown[] = [scope.programmeId];
  const next = (value: unknown): string => `$${values.push(value)}`;
  const last = (): string => `$${values.length}`;
  return { sql: filterSql(filter, '$1', next), values, next, last };
}

/** Each word is looked for in all texts of each row. */
const MOST_WORDS = 10;

/** The filter over `s`, a row of published_success, of the programme whose id the SQL `programme` is. */
export function filterSql(
  filter: SuccessFilter,
  programme: string,
  next: (value: unknown) => string,
): string {
  const sql = [`s.programme_id = ${programme}`];
  if (filter.loops.length > 0) sql.push(`s.loop_number = ANY(${next(filter.loops)}::int[])`);
  if (filter.topics.length > 0) sql.push(`s.topic_key = ANY(${next(filter.topics)}::text[])`);
  if (filter.phases.length > 0) sql.push(`s.phase = ANY(${next(filter.phases)}::text[])`);
  if (filter.goals.length > 0)
    sql.push(`EXISTS (SELECT FROM published_measure_goal x JOIN published_goal g ON g.id = x.goal_id
      WHERE x.measure_id = s.measure_id AND g.key = ANY(${next(filter.goals)}::text[]))`);
  if (filter.units.length > 0)
    sql.push(`s.unit_id IN (SELECT u.id FROM published_unit u
      WHERE u.programme_id = ${programme} AND u.key = ANY(${next(filter.units)}::text[]))`);
  const words = new Set(filter.search.toLowerCase().split(/\s+/).filter(Boolean));
  const patterns = [...words]
    .slice(0, MOST_WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  // All at once: the text of a row is put together for every comparison.
  if (patterns.length > 0) sql.push(`s.search_text LIKE ALL(${next(patterns)}::text[])`);
  return sql.join(' AND ');
}
