import type { SqlReader } from '../published/sql-reader.js';
import type { WorkspaceScope } from '../workspace/workspace-reader.js';

export type WorkspaceUnit = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string | null;
  readonly parentId: string | null;
  readonly version: number;
};

export type WorkspaceGoal = {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly version: number;
};

export type ProgrammeWord = { readonly key: string; readonly word: string };

/** A programme's settings, in its own language. */
export type WorkspaceProgramme = {
  readonly id: string;
  readonly slug: string;
  readonly organisation: string;
  readonly title: string;
  readonly purpose: string;
  readonly contactAddress: string;
  readonly defaultLanguage: string;
  readonly timeZone: string;
  readonly staleAfterDays: number;
  readonly published: boolean;
  readonly feedbackOpen: boolean;
  readonly ideasOpen: boolean;
  readonly applicationDomains: readonly string[];
  readonly applicationRetentionDays: number;
  readonly accessibilityText: string | null;
  readonly privacyText: string | null;
  readonly version: number;
  readonly words: readonly ProgrammeWord[];
};

/** SQL: a unit `u` as the workspace shows it, for other readers' statements; null where there is none. */
export const UNIT_AS_JSON = `CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object(
  'id', u.id, 'key', u.key, 'name', u.name, 'kind', u.kind, 'parentId', u.parent_id, 'version', u.version) END`;

/** What a programme is set to; everyone who may enter its workspace may read it. One statement a method. */
export class ProgrammeSettingsReader {
  constructor(private readonly database: SqlReader) {}

  async programme(scope: WorkspaceScope): Promise<WorkspaceProgramme> {
    const [row] = await this.database.query<WorkspaceProgramme[]>(
      `SELECT id, slug, organisation, title, purpose, contact_address AS "contactAddress",
         default_language AS "defaultLanguage", time_zone AS "timeZone",
         stale_after_days AS "staleAfterDays", published, feedback_open AS "feedbackOpen", ideas_open AS "ideasOpen",
         application_domains AS "applicationDomains", application_retention_days AS "applicationRetentionDays",
         accessibility_text AS "accessibilityText", privacy_text AS "privacyText", version,
         (SELECT coalesce(json_agg(json_build_object('key', w.key, 'word', w.value) ORDER BY w.key), '[]')
            FROM jsonb_each_text(words) w) AS words
       FROM programme WHERE id = $1`,
      [scope.programmeId],
    );
    if (row === undefined) throw new Error('The programme was removed meanwhile');
    return row;
  }

  /** By position, as the programme file lists them. */
  async units(scope: WorkspaceScope): Promise<WorkspaceUnit[]> {
    return this.database.query<WorkspaceUnit[]>(
      `SELECT id, key, name, kind, parent_id AS "parentId", version FROM organisational_unit
       WHERE programme_id = $1 ORDER BY position, id`,
      [scope.programmeId],
    );
  }

  async goals(scope: WorkspaceScope): Promise<WorkspaceGoal[]> {
    return this.database.query<WorkspaceGoal[]>(
      'SELECT id, key, title, version FROM strategic_goal WHERE programme_id = $1 ORDER BY position, id',
      [scope.programmeId],
    );
  }

  /** Slug of the programme that a unit or a goal belongs to; null when there is none of that id. */
  async programmeOf(
    table: 'organisational_unit' | 'strategic_goal',
    id: string,
  ): Promise<string | null> {
    const [row] = await this.database.query<{ slug: string }[]>(
      `SELECT pr.slug FROM ${table} t JOIN programme pr ON pr.id = t.programme_id WHERE t.id = $1`,
      [id],
    );
    return row?.slug ?? null;
  }
}
