import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import {
  inLanguage,
  inLanguageOrNull,
  type Languages,
  type StoredTranslations,
  type Text,
} from './in-language.js';
import type { NamedSqlReader } from './sql-reader.js';
import {
  attachmentsOf,
  measurePartsOf,
  successColumns,
  successOf,
  TODAY,
  type Success,
  type SuccessAttachment,
  type SuccessGuide,
  type SuccessNextStep,
  type SuccessRow,
  type SuccessStep,
} from './success-rows.js';
import {
  filterSql,
  isUnfiltered,
  type PathDot,
  type SuccessFilter,
  type Topic,
} from './successes-reader.js';

/** A record that belongs to a programme. */
export type Owned<Row> = Row & { readonly programmeId: string };

export type Named = { readonly id: string; readonly key: string; readonly title: Text };

export type ActionField = {
  readonly id: string;
  readonly key: string;
  readonly question: Text;
  readonly topicId: string;
  readonly loopId: string;
};

export type Result = {
  readonly id: string;
  readonly text: Text;
  readonly day: string | null;
  readonly publishedAt: string;
  readonly attachments: readonly SuccessAttachment[];
};

export type Measure = {
  readonly id: string;
  readonly key: string;
  readonly title: Text;
  readonly description: Text | null;
  readonly phase: PdcaPhase;
  readonly loopNumber: number;
  readonly topicId: string;
  readonly loopId: string;
  readonly actionField: ActionField;
  readonly goals: readonly Text[];
  readonly steps: readonly SuccessStep[];
  readonly nextSteps: readonly SuccessNextStep[];
  readonly guides: readonly SuccessGuide[];
  /** In the order of the circle; at least one. */
  readonly results: readonly Result[];
};

/** A page of successes of one programme; null where `after` is none of them (any more). */
export type SuccessPage = {
  readonly programmeId: string;
  readonly successes: readonly Success[] | null;
};

/** Where the programmes of a question are named: by slug or by id. */
type By = 'slug' | 'id';

type FeedRow = ({ id: null } | SuccessRow) & {
  programme_id: string;
  written: string;
  cursor_known: boolean;
};
type Page = {
  readonly filter: SuccessFilter;
  readonly first: number;
  readonly after: string | null;
};

/**
 * Published records by the ids of many at once, as the loaders of an interface ask for them. Reads the published
 * views and nothing else; one statement a method. `wanted` null means each programme's own language.
 */
export class RecordsReader {
  constructor(private readonly database: NamedSqlReader) {}

  /**
   * Newest first, after the success `after` (an id), of each named programme; one more than `first` tells of a next
   * page. A programme without a match stands there with an empty page; an unknown one is missing.
   */
  async feeds(
    by: By,
    programmes: readonly string[],
    wanted: string | null,
    page: Page,
  ): Promise<readonly SuccessPage[]> {
    const values: unknown[] = [programmes];
    const next = (value: unknown): string => `$${values.push(value)}`;
    const cursor =
      page.after === null
        ? { known: 'true', join: '', condition: '' }
        : {
            known: 'c.id IS NOT NULL',
            join: `LEFT JOIN published_success c ON c.id = ${next(page.after)}::uuid AND c.programme_id = p.id`,
            condition: 'AND (s.published_at, s.id) < (c.published_at, c.id)',
          };
    const filter = filterSql(page.filter, 'p.id', next);
    // The page's length stands in the text: PostgreSQL keeps no plan for a length that it doesn't know.
    const sql = `SELECT p.id AS programme_id, p.default_language AS written, ${cursor.known} AS cursor_known, x.*
       FROM published_programme p ${cursor.join}
       LEFT JOIN LATERAL (
         SELECT ${successColumns(TODAY)}
         FROM (SELECT * FROM published_success s WHERE ${filter} ${cursor.condition}
           ORDER BY s.published_at DESC, s.id DESC LIMIT ${Math.trunc(page.first)}) s
       ) x ON true
       WHERE p.${by} = ANY($1)
       ORDER BY p.id, x.published_at DESC, x.id DESC`;
    // What nobody filters is asked for most, and is planned once; each filter would be a statement of its own.
    const rows = await (isUnfiltered(page.filter)
      ? this.database.queryByName<FeedRow[]>(
          `feeds ${by} ${page.first}${page.after === null ? '' : ' after'}`,
          sql,
          values,
        )
      : this.database.query<FeedRow[]>(sql, values));
    const pages = new Map<string, Success[] | null>();
    for (const row of rows) {
      const successes = row.cursor_known ? (pages.get(row.programme_id) ?? []) : null;
      if (row.id !== null) successes?.push(successOf(row, languagesOf(wanted, row.written)));
      pages.set(row.programme_id, successes);
    }
    return [...pages].map(([programmeId, successes]) => ({ programmeId, successes }));
  }

  /** How many successes of each programme the filter lets through. */
  async successCounts(
    programmeIds: readonly string[],
    filter: SuccessFilter,
  ): Promise<readonly { readonly id: string; readonly count: number }[]> {
    const values: unknown[] = [programmeIds];
    const count = isUnfiltered(filter)
      ? 'SELECT coalesce(sum(t.success_count), 0)::int FROM published_topic_summary t WHERE t.programme_id = p.id'
      : `SELECT count(*)::int FROM published_success s WHERE ${filterSql(filter, 'p.id', (value) => `$${values.push(value)}`)}`;
    return this.database.query(
      `SELECT p.id, (${count}) AS count
       FROM published_programme p WHERE p.id = ANY($1)`,
      values,
    );
  }

  /** Topics by id, with their paths. */
  async topicsByIds(
    ids: readonly string[],
    wanted: string | null,
  ): Promise<readonly Owned<Topic>[]> {
    return this.#topics('t.id', ids, wanted);
  }

  /** All topics of the programmes in editorial order, with their paths. */
  async topicsOf(
    programmeIds: readonly string[],
    wanted: string | null,
  ): Promise<readonly Owned<Topic>[]> {
    return this.#topics('t.programme_id', programmeIds, wanted);
  }

  /** The strategic goals of the programmes in editorial order. */
  async goalsOf(
    programmeIds: readonly string[],
    wanted: string | null,
  ): Promise<readonly Owned<Named>[]> {
    return this.#named('published_goal', 'title', programmeIds, wanted);
  }

  /** The organisational units of the programmes in editorial order. */
  async unitsOf(
    programmeIds: readonly string[],
    wanted: string | null,
  ): Promise<readonly Owned<Named>[]> {
    return this.#named('published_unit', 'name', programmeIds, wanted);
  }

  /** The questions that the topics were asked, as far as a measure of theirs is published, oldest loop first. */
  async actionFieldsOf(
    topicIds: readonly string[],
    wanted: string | null,
  ): Promise<readonly ActionField[]> {
    const rows = await this.database.query<
      {
        id: string;
        key: string;
        question: string;
        topic_id: string;
        loop_id: string;
        translations: StoredTranslations;
        written: string;
      }[]
    >(
      `SELECT a.id, a.key, a.question, a.topic_id, a.loop_id, a.translations, p.default_language AS written
       FROM published_action_field a
       JOIN published_loop l ON l.id = a.loop_id
       JOIN published_programme p ON p.id = a.programme_id
       WHERE a.topic_id = ANY($1) ORDER BY l.number, a.position, a.key`,
      [topicIds],
    );
    return rows.map((row) => ({
      id: row.id,
      key: row.key,
      question: inLanguage(
        languagesOf(wanted, row.written),
        'question',
        row.question,
        row.translations,
      ),
      topicId: row.topic_id,
      loopId: row.loop_id,
    }));
  }

  /** Published measures of the action fields in editorial order, at most `limit` of all together. */
  async measuresOf(
    actionFieldIds: readonly string[],
    wanted: string | null,
    limit: number,
  ): Promise<readonly Measure[]> {
    const rows = await this.database.query<MeasureRow[]>(
      `SELECT ${MEASURE_COLUMNS} FROM ${MEASURE_TABLES} WHERE s.action_field_id = ANY($1)
       ORDER BY s.position, s.key, s.measure_id LIMIT $2`,
      [actionFieldIds, limit],
    );
    return rows.map((row) => measureOf(row, wanted));
  }

  /** Published measures with all their parts; those not published are missing. */
  async measures(ids: readonly string[], wanted: string | null): Promise<readonly Measure[]> {
    const rows = await this.database.query<MeasureRow[]>(
      `SELECT ${MEASURE_COLUMNS} FROM ${MEASURE_TABLES} WHERE s.measure_id = ANY($1)`,
      [ids],
    );
    return rows.map((row) => measureOf(row, wanted));
  }

  /**
   * For each measure its chain through the loops, in both directions and with itself, oldest loop first.
   * Members that aren't published are left out, but what lies beyond them is found.
   */
  async chains(
    measureIds: readonly string[],
    wanted: string | null,
  ): Promise<readonly { readonly id: string; readonly chain: readonly Measure[] }[]> {
    const rows = await this.database.query<(MeasureRow & { root: string })[]>(
      `WITH RECURSIVE link AS MATERIALIZED (
         SELECT from_id AS one, to_id AS other FROM published_measure_link
         UNION ALL SELECT to_id, from_id FROM published_measure_link
       ), chain (root, id) AS (
         SELECT m.id, m.id FROM published_measure m WHERE m.id = ANY($1)
         UNION
         SELECT c.root, l.other FROM chain c JOIN link l ON l.one = c.id
       )
       SELECT c.root, ${MEASURE_COLUMNS} FROM chain c JOIN ${MEASURE_TABLES} ON s.measure_id = c.id
       ORDER BY l.number, s.key, s.measure_id`,
      [measureIds],
    );
    const chains = new Map<string, Measure[]>();
    for (const row of rows)
      chains.set(row.root, [...(chains.get(row.root) ?? []), measureOf(row, wanted)]);
    return [...chains].map(([id, chain]) => ({ id, chain }));
  }

  async #topics(
    column: string,
    ids: readonly string[],
    wanted: string | null,
  ): Promise<readonly Owned<Topic>[]> {
    const rows = await this.database.query<
      {
        id: string;
        programme_id: string;
        key: string;
        title: string;
        description: string | null;
        translations: StoredTranslations;
        dots: PathDot[];
        written: string;
      }[]
    >(
      `SELECT t.*, summary.path AS dots, p.default_language AS written
       FROM published_topic t JOIN published_programme p ON p.id = t.programme_id
       JOIN published_topic_summary summary ON summary.topic_id = t.id
       WHERE ${column} = ANY($1) ORDER BY t.position, t.key`,
      [ids],
    );
    return rows.map((row) => {
      const languages = languagesOf(wanted, row.written);
      return {
        id: row.id,
        programmeId: row.programme_id,
        key: row.key,
        title: inLanguage(languages, 'title', row.title, row.translations),
        description: inLanguageOrNull(languages, 'description', row.description, row.translations),
        path: row.dots,
      };
    });
  }

  async #named(
    view: 'published_goal' | 'published_unit',
    column: 'title' | 'name',
    programmeIds: readonly string[],
    wanted: string | null,
  ): Promise<readonly Owned<Named>[]> {
    const rows = await this.database.query<
      {
        id: string;
        programme_id: string;
        key: string;
        title: string;
        translations: StoredTranslations;
        written: string;
      }[]
    >(
      `SELECT x.id, x.programme_id, x.key, x.${column} AS title, x.translations, p.default_language AS written
       FROM ${view} x JOIN published_programme p ON p.id = x.programme_id
       WHERE x.programme_id = ANY($1) ORDER BY x.position, x.key`,
      [programmeIds],
    );
    return rows.map((row) => ({
      id: row.id,
      programmeId: row.programme_id,
      key: row.key,
      title: inLanguage(languagesOf(wanted, row.written), column, row.title, row.translations),
    }));
  }
}

type MeasureRow = Pick<SuccessRow, 'steps' | 'next_steps' | 'guides' | 'goals' | 'today'> & {
  measure_id: string;
  key: string;
  title: string;
  description: string | null;
  phase: PdcaPhase;
  translations: StoredTranslations;
  loop_id: string;
  loop_number: number;
  field_id: string;
  field_key: string;
  field_topic_id: string;
  question: string;
  field_translations: StoredTranslations;
  written: string;
  results: {
    id: string;
    text: string;
    day: string | null;
    published_at: string;
    translations: StoredTranslations;
    attachments: SuccessRow['attachments'];
  }[];
};

const MEASURE_TABLES = `(SELECT m.*, m.id AS measure_id FROM published_measure m) s
  JOIN published_action_field a ON a.id = s.action_field_id
  JOIN published_loop l ON l.id = s.loop_id
  JOIN published_programme p ON p.id = s.programme_id
  -- Its parts stand with each of its successes.
  CROSS JOIN LATERAL (SELECT x.steps, x.next_steps, x.guides, x.goals
    FROM published_success x WHERE x.measure_id = s.measure_id LIMIT 1) parts`;

const MEASURE_COLUMNS = `
  s.measure_id, s.key, s.title, s.description, s.phase, s.translations, s.loop_id, l.number AS loop_number,
  a.id AS field_id, a.key AS field_key, a.topic_id AS field_topic_id, a.question, a.translations AS field_translations,
  p.default_language AS written, parts.*, ${TODAY} AS today,
  (SELECT json_agg(y) FROM (
    SELECT r.id, r.text, r.day, r.published_at, r.translations, r.attachments
    FROM published_success r WHERE r.measure_id = s.measure_id ORDER BY r.position, r.id) y) AS results`;

const languagesOf = (wanted: string | null, written: string): Languages => ({
  wanted: wanted ?? written,
  written,
});

function measureOf(row: MeasureRow, wanted: string | null): Measure {
  const languages = languagesOf(wanted, row.written);
  return {
    id: row.measure_id,
    key: row.key,
    title: inLanguage(languages, 'title', row.title, row.translations),
    description: inLanguageOrNull(languages, 'description', row.description, row.translations),
    phase: row.phase,
    loopNumber: row.loop_number,
    topicId: row.field_topic_id,
    loopId: row.loop_id,
    actionField: {
      id: row.field_id,
      key: row.field_key,
      question: inLanguage(languages, 'question', row.question, row.field_translations),
      topicId: row.field_topic_id,
      loopId: row.loop_id,
    },
    ...measurePartsOf(row, languages),
    results: row.results.map((result) => ({
      id: result.id,
      text: inLanguage(languages, 'text', result.text, result.translations),
      day: result.day,
      // JSON carries the instant with microseconds and an offset.
      publishedAt: new Date(result.published_at).toISOString(),
      attachments: attachmentsOf(result.attachments, languages),
    })),
  };
}
