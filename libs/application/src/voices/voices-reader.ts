import type { MailLanguage } from '#domain/mail/mail-kind.js';
import type { MeasurePeople } from '#domain/people/policy.js';
import { mayAnswer, mayShow } from '#domain/voices/decide-voice.js';
import type { VoiceKind, VoiceState } from '#domain/voices/voice.record.js';
import type { SqlReader } from '../published/sql-reader.js';
import { enterBy } from '../workspace/enter-by.js';
import type { ChainLink } from '../workspace/measure-rows.js';
import type { WorkspaceReader, WorkspaceScope } from '../workspace/workspace-reader.js';

/** A reader's voice as a workspace shows it: the sender's address is in no answer. */
export type WorkspaceVoice = {
  readonly id: string;
  readonly kind: VoiceKind;
  readonly text: string;
  readonly language: MailLanguage;
  readonly state: VoiceState;
  readonly measure: ChainLink;
  readonly theme: { readonly id: string; readonly name: string } | null;
  /** Whether the sender has agreed that text and answer may stand in public. */
  readonly agreed: boolean;
  /** Whether an answer goes to the sender by mail. */
  readonly wantsMail: boolean;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  /** Name of who answered it last; null for a former member. */
  readonly answeredBy: string | null;
  readonly inPublic: boolean;
  readonly reason: string | null;
  readonly ledTo: ChainLink | null;
  readonly receivedAt: Date;
  readonly version: number;
  readonly mayAnswer: boolean;
  readonly mayShow: boolean;
};

/** How many voices there are of a theme; what was set aside doesn't count. */
export type VoiceTheme = { readonly id: string; readonly name: string; readonly count: number };

/** A sentence of thanks, newest first; `name` is null for a former member. */
export type WorkspaceThanks = {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly personId: string;
  readonly name: string | null;
};

/** Which voices are asked for; null lets all through. */
export type VoiceFilter = {
  readonly state: VoiceState | null;
  readonly themeId: string | null;
  readonly measureId: string | null;
};

type Row = Omit<WorkspaceVoice, 'mayAnswer' | 'mayShow'> & { readonly people: MeasurePeople };

const MOST_THANKS = 100;
const MOST_THEMES = 200;

const measureAsJson = (m: string, l: string): string =>
  `json_build_object('measureId', ${m}.id, 'title', ${m}.title, 'loopNumber', ${l}.number,
    'phase', ${m}.phase)`;

const VOICE = `SELECT v.id, v.kind, v.text, v.language, v.state, ${measureAsJson('m', 'l')} AS measure,
    CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'name', t.name) END AS theme,
    v.consent_version IS NOT NULL AS agreed, v.email IS NOT NULL AS "wantsMail", v.answer,
    v.answered_at AS "answeredAt", p.name AS "answeredBy", v.in_public AS "inPublic", v.reason,
    CASE WHEN led.id IS NOT NULL THEN ${measureAsJson('led', 'ledl')} END AS "ledTo",
    v.received_at AS "receivedAt", v.version,
    json_build_object('ownerId', m.owner_id, 'contributorIds', ARRAY(
      SELECT c.person_id FROM measure_contributor c WHERE c.measure_id = m.id)) AS people
  FROM voice v
  JOIN measure m ON m.id = v.measure_id JOIN learning_loop l ON l.id = m.loop_id
  LEFT JOIN voice_theme t ON t.id = v.theme_id
  LEFT JOIN person p ON p.id = v.answered_by_id AND p.blocked_at IS NULL
  LEFT JOIN measure led ON led.id = v.led_to_id LEFT JOIN learning_loop ledl ON ledl.id = led.loop_id`;

const THANKS = `SELECT t.id, t.text, t.at, t.person_id AS "personId", p.name
  FROM thanks t LEFT JOIN person p ON p.id = t.person_id AND p.blocked_at IS NULL`;

/** Readers' voices and thanks as a workspace shows them. */
export class VoicesReader {
  constructor(
    private readonly database: SqlReader,
    private readonly workspaces: WorkspaceReader,
  ) {}

  /** At most `first` voices from the newest on, behind the one with the id `after`; null when there is no such one. */
  async voices(
    scope: WorkspaceScope,
    filter: VoiceFilter,
    first: number,
    after: string | null,
  ): Promise<WorkspaceVoice[] | null> {
    const { programmeId } = scope;
    if (after !== null && !(await this.#has(programmeId, after))) return null;
    const rows = await this.database.query<Row[]>(
      `${VOICE} WHERE v.programme_id = $1 AND ($2::uuid IS NULL OR v.id < $2) AND ($3::text IS NULL OR v.state = $3)
         AND ($4::uuid IS NULL OR v.theme_id = $4) AND ($5::uuid IS NULL OR v.measure_id = $5)
       ORDER BY v.id DESC LIMIT $6`,
      [programmeId, after, filter.state, filter.themeId, filter.measureId, first],
    );
    return rows.map((row) => voiceOf(row, scope));
  }

  /** How many voices nobody has dealt with yet. */
  async openVoices({ programmeId }: WorkspaceScope): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM voice WHERE programme_id = $1 AND state = 'OPEN'`,
      [programmeId],
    );
    return row?.count ?? 0;
  }

  /** All themes by name. */
  themes({ programmeId }: WorkspaceScope): Promise<VoiceTheme[]> {
    return this.#themes('t.programme_id = $1', programmeId);
  }

  /** The newest thanks for a measure of the workspace. */
  thanks({ programmeId }: WorkspaceScope, measureId: string): Promise<WorkspaceThanks[]> {
    return this.database.query<WorkspaceThanks[]>(
      `${THANKS} WHERE t.programme_id = $1 AND t.measure_id = $2 ORDER BY t.id DESC LIMIT ${MOST_THANKS}`,
      [programmeId, measureId],
    );
  }

  /** A voice that an account has just written to; null when it may not see it any more. */
  async written(accountId: string, voiceId: string): Promise<WorkspaceVoice | null> {
    const scope = await enterBy(this.database, this.workspaces, accountId, 'voice', voiceId);
    if (scope === null) return null;
    const [row] = await this.database.query<Row[]>(
      `${VOICE} WHERE v.id = $1 AND v.programme_id = $2`,
      [voiceId, scope.programmeId],
    );
    return row === undefined ? null : voiceOf(row, scope);
  }

  /** A theme that an account has just written; null when it may not see it any more. */
  async writtenTheme(accountId: string, themeId: string): Promise<VoiceTheme | null> {
    const scope = await enterBy(this.database, this.workspaces, accountId, 'voice_theme', themeId);
    if (scope === null) return null;
    return (await this.#themes('t.id = $1', themeId))[0] ?? null;
  }

  /** Thanks that an account has just given. */
  async writtenThanks(accountId: string, thanksId: string): Promise<WorkspaceThanks | null> {
    const [row] = await this.database.query<WorkspaceThanks[]>(
      `${THANKS} WHERE t.id = $1 AND p.account_id = $2`,
      [thanksId, accountId],
    );
    return row ?? null;
  }

  #themes(condition: string, value: string): Promise<VoiceTheme[]> {
    return this.database.query<VoiceTheme[]>(
      `SELECT t.id, t.name, (SELECT count(*)::int FROM voice v WHERE v.theme_id = t.id AND v.state <> 'SET_ASIDE') AS count
       FROM voice_theme t WHERE ${condition} ORDER BY lower(t.name), t.id LIMIT ${MOST_THEMES}`,
      [value],
    );
  }

  async #has(programmeId: string, voiceId: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT FROM voice WHERE id = $1 AND programme_id = $2',
      [voiceId, programmeId],
    );
    return rows.length > 0;
  }
}

function voiceOf({ people, ...row }: Row, { actor }: WorkspaceScope): WorkspaceVoice {
  return { ...row, mayAnswer: mayAnswer(row, people, actor), mayShow: mayShow(row, actor) };
}
