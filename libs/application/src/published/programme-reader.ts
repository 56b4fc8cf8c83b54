import type { SqlReader } from './sql-reader.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import { PDCA_PHASES, type PdcaPhase } from '#domain/pdca/pdca-phase.js';
import {
  inLanguage,
  inLanguageOrNull,
  type Languages,
  type StoredTranslations,
  type Text,
} from './in-language.js';

export type Programme = {
  readonly id: string;
  readonly slug: string;
  readonly organisation: Text;
  readonly title: Text;
  readonly purpose: Text;
  readonly contactAddress: string;
  readonly defaultLanguage: string;
  readonly timeZone: string;
  readonly accessibilityText: Text | null;
  readonly privacyText: Text | null;
  /** Its own words, in its own language: key of the interface's catalogue → word. */
  readonly words: Readonly<Record<string, string>>;
  /** Whether a volunteer call of it can be answered today. */
  readonly callOpen: boolean;
  /** Whether readers may ask and say something of its successes. */
  readonly feedbackOpen: boolean;
  /** Whether employees may bring ideas. */
  readonly ideasOpen: boolean;
};

export type Loop = {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly stage: LoopStage;
  readonly counts: readonly { readonly phase: PdcaPhase; readonly count: number }[];
  readonly total: number;
};

type ProgrammeRow = {
  id: string;
  slug: string;
  organisation: string;
  title: string;
  purpose: string;
  contact_address: string;
  default_language: string;
  time_zone: string;
  accessibility_text: string | null;
  privacy_text: string | null;
  translations: StoredTranslations;
  words: Readonly<Record<string, string>>;
  call_open: boolean;
  feedback_open: boolean;
  ideas_open: boolean;
};

/** SQL: whether a call of the published programme `p` can be answered today. */
const CALL_OPEN = `EXISTS (SELECT FROM published_call c WHERE c.programme_id = p.id
  AND c.closes_on >= (now() AT TIME ZONE p.time_zone)::date) AS call_open`;

/** SQL: whether readers may ask and say something of the successes of the published programme `p`. */
const FEEDBACK_OPEN = `EXISTS (SELECT FROM published_feedback f WHERE f.programme_id = p.id) AS feedback_open`;
/** SQL: whether the published programme `p` takes ideas. */
const IDEAS_OPEN = `EXISTS (SELECT FROM published_ideas_open i WHERE i.programme_id = p.id) AS ideas_open`;

/** Programmes and their loops, as anyone may read them. One statement a method. */
export class ProgrammeReader {
  constructor(private readonly database: SqlReader) {}

  /** A published programme in the wanted language (null: its own), or null. */
  async bySlug(slug: string, wanted: string | null): Promise<Programme | null> {
    const [row] = await this.database.query<ProgrammeRow[]>(
      `SELECT p.*, ${CALL_OPEN}, ${FEEDBACK_OPEN}, ${IDEAS_OPEN} FROM published_programme p WHERE slug = $1`,
      [slug],
    );
    return row ? programmeOf(row, wanted) : null;
  }

  /** Published programmes by title, from after the slug `after`, with their counts; one more than `first` tells of a next page. */
  async list(
    wanted: string | null,
    first: number,
    after: string | null,
  ): Promise<
    readonly (Programme & { readonly successCount: number; readonly loopCount: number })[]
  > {
    const rows = await this.database.query<
      (ProgrammeRow & { success_count: number; loop_count: number })[]
    >(
      `SELECT p.*, ${CALL_OPEN}, ${FEEDBACK_OPEN}, ${IDEAS_OPEN},
         (SELECT coalesce(sum(t.success_count), 0)::int FROM published_topic_summary t WHERE t.programme_id = p.id) AS success_count,
         (SELECT count(*)::int FROM published_loop l WHERE l.programme_id = p.id) AS loop_count
       FROM published_programme p WHERE $2::text IS NULL OR p.slug > $2 ORDER BY p.slug LIMIT $1`,
      [first, after],
    );
    return rows.map((row) => ({
      ...programmeOf(row, wanted),
      successCount: row.success_count,
      loopCount: row.loop_count,
    }));
  }

  /** The published loops of programmes with their counts by phase, oldest first. */
  async loops(programmeIds: readonly string[]): Promise<readonly Loop[]> {
    return this.#loops('l.programme_id', programmeIds);
  }

  /** The same by the ids of the loops. */
  async loopsByIds(ids: readonly string[]): Promise<readonly Loop[]> {
    return this.#loops('l.id', ids);
  }

  async #loops(
    column: 'l.programme_id' | 'l.id',
    ids: readonly string[],
  ): Promise<readonly Loop[]> {
    const rows = await this.database.query<
      {
        id: string;
        programme_id: string;
        number: number;
        start_day: string | null;
        end_day: string | null;
        stage: LoopStage;
        counts: Partial<Record<PdcaPhase, number>> | null;
      }[]
    >(
      `SELECT l.*, c.counts FROM published_loop l LEFT JOIN published_loop_progress c ON c.loop_id = l.id
       WHERE ${column} = ANY($1) ORDER BY l.number`,
      [ids],
    );
    return rows.map((row) => {
      const counts = PDCA_PHASES.flatMap((phase) => {
        const count = row.counts?.[phase] ?? 0;
        return count > 0 ? [{ phase, count }] : [];
      });
      return {
        id: row.id,
        programmeId: row.programme_id,
        number: row.number,
        startDay: row.start_day,
        endDay: row.end_day,
        stage: row.stage,
        counts,
        total: counts.reduce((sum, { count }) => sum + count, 0),
      };
    });
  }
}

function programmeOf(row: ProgrammeRow, wanted: string | null): Programme {
  const languages: Languages = {
    wanted: wanted ?? row.default_language,
    written: row.default_language,
  };
  const { translations } = row;
  return {
    id: row.id,
    slug: row.slug,
    organisation: inLanguage(languages, 'organisation', row.organisation, translations),
    title: inLanguage(languages, 'title', row.title, translations),
    purpose: inLanguage(languages, 'purpose', row.purpose, translations),
    contactAddress: row.contact_address,
    defaultLanguage: row.default_language,
    timeZone: row.time_zone,
    accessibilityText: inLanguageOrNull(
      languages,
      'accessibilityText',
      row.accessibility_text,
      translations,
    ),
    privacyText: inLanguageOrNull(languages, 'privacyText', row.privacy_text, translations),
    words: row.words,
    callOpen: row.call_open,
    feedbackOpen: row.feedback_open,
    ideasOpen: row.ideas_open,
  };
}
