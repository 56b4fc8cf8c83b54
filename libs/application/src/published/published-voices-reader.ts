import type { VoiceKind } from '#domain/voices/voice.record.js';
import { VOICE_CONSENT } from '#domain/voices/consent.js';
import type { SqlReader } from './sql-reader.js';

/** What a reader has written, and its answer, as sender and circle have agreed to show them. */
export type PublishedVoice = {
  readonly id: string;
  /** Key of the measure whose success it is about. */
  readonly key: string;
  readonly kind: VoiceKind;
  readonly text: string;
  /** Language of the page on which it was written. */
  readonly language: string;
  readonly answer: string;
  /** Instant, UTC, ISO 8601. */
  readonly answeredAt: string;
  /** The measure that came of it, where that has a published result. */
  readonly ledTo: { readonly key: string; readonly title: string } | null;
};

/** How many readers have asked or said something of a theme. */
export type PublishedTheme = { readonly name: string; readonly count: number };

/** The version of the text by which senders agree to the public today. */
export const VOICE_CONSENT_VERSION = VOICE_CONSENT;

const MOST_THEMES = 30;
const NEWEST_VOICES = 3;
const MOST_VOICES = 50;

const VOICE = `SELECT v.id, v.measure_key AS key, v.kind, v.text, v.language, v.answer, v.answered_at AS "answeredAt",
    CASE WHEN v.led_to_key IS NOT NULL THEN json_build_object('key', v.led_to_key, 'title', v.led_to_title) END AS "ledTo"
  FROM published_voice v`;

type Row = Omit<PublishedVoice, 'answeredAt'> & { readonly answeredAt: Date | string };

/** Readers' voices as far as they are public. Reads the published views and nothing else; one statement a method. */
export class PublishedVoicesReader {
  constructor(private readonly database: SqlReader) {}

  /** The themes of a programme, most voices first, and its newest answers. */
  async ofProgramme(
    programmeId: string,
  ): Promise<{ readonly themes: PublishedTheme[]; readonly newest: PublishedVoice[] }> {
    const [row] = await this.database.query<{ themes: PublishedTheme[]; newest: readonly Row[] }[]>(
      `SELECT
         (SELECT coalesce(json_agg(t), '[]') FROM (SELECT name, count FROM published_voice_theme
            WHERE programme_id = $1 ORDER BY count DESC, lower(name) LIMIT ${MOST_THEMES}) t) AS themes,
         (SELECT coalesce(json_agg(n), '[]') FROM (${VOICE} WHERE v.programme_id = $1
            ORDER BY v.answered_at DESC, v.id DESC LIMIT ${NEWEST_VOICES}) n) AS newest`,
      [programmeId],
    );
    return { themes: row?.themes ?? [], newest: (row?.newest ?? []).map(voiceOf) };
  }

  /** The newest answers beneath the success of a measure. */
  async ofMeasure(programmeId: string, measureKey: string): Promise<PublishedVoice[]> {
    const rows = await this.database.query<Row[]>(
      `${VOICE} WHERE v.programme_id = $1 AND v.measure_key = $2
       ORDER BY v.answered_at DESC, v.id DESC LIMIT ${MOST_VOICES}`,
      [programmeId, measureKey],
    );
    return rows.map(voiceOf);
  }
}

/** JSON carries instants as text, with microseconds and an offset. */
function voiceOf(row: Row): PublishedVoice {
  return { ...row, answeredAt: new Date(row.answeredAt).toISOString() };
}
