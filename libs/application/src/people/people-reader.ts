import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import { termHint, type MeasureHintKind } from '#domain/measures/measure-hints.js';
import type { PdcaPhase } from '#domain/pdca/pdca-phase.js';
import { mayAdministerProgramme } from '#domain/people/policy.js';
import type { Role } from '#domain/people/role.js';
import { UNIT_AS_JSON, type WorkspaceUnit } from '../programmes/programme-settings-reader.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { WorkspaceScope } from '../workspace/workspace-reader.js';
import { decidesAloneSql } from './decides-alone.js';
import { carriedBySql, isOpenSql } from './open-measures.js';

/** A person as the workspace shows it. */
export type WorkspacePerson = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: WorkspaceUnit | null;
  readonly publicName: PublicNameGrade;
  /** Whether the caller may only lower that: somebody else's, from the first sign-in on. */
  readonly decidesAlone: boolean;
  /** First and last loop of a guide's term, as loop numbers; both null without one. */
  readonly termFirstLoop: number | null;
  readonly termLastLoop: number | null;
  readonly blocked: boolean;
  /** Null for whoever is neither an administrator nor the person. */
  readonly email: string | null;
  readonly version: number;
};

/** A measure that a person owns or guides, and that hasn’t ended. */
export type OpenMeasure = {
  readonly personId: string;
  readonly measureId: string;
  readonly version: number;
  readonly title: string;
  readonly loopNumber: number;
  readonly phase: PdcaPhase;
  /** Whether the person owns it; else the person only guides it. */
  readonly owned: boolean;
  /** How the person’s term misses its loop; null when it doesn’t. */
  readonly hint: MeasureHintKind | null;
};

type OpenMeasureRow = Omit<OpenMeasure, 'hint'> &
  Pick<WorkspacePerson, 'role' | 'termFirstLoop' | 'termLastLoop'>;

/** The people of a programme, as far as the caller may see them. One statement a method. */
export class PeopleReader {
  constructor(private readonly database: SqlReader) {}

  /** Everybody, in the order of the programme file; people invited later come last. */
  list(scope: WorkspaceScope): Promise<WorkspacePerson[]> {
    return this.#read(scope, null);
  }

  /** The people of these ids that belong to the programme, in no order. */
  byIds(scope: WorkspaceScope, ids: readonly string[]): Promise<WorkspacePerson[]> {
    return this.#read(scope, ids);
  }

  /** Slug of the programme that a person belongs to; null when there is no such person. */
  async programmeOf(personId: string): Promise<string | null> {
    const [row] = await this.database.query<{ slug: string }[]>(
      'SELECT pr.slug FROM person p JOIN programme pr ON pr.id = p.programme_id WHERE p.id = $1',
      [personId],
    );
    return row?.slug ?? null;
  }

  /** The open measures of people whom the caller was shown, by loop and title. */
  async openMeasuresOf(personIds: readonly string[]): Promise<OpenMeasure[]> {
    const rows = await this.database.query<OpenMeasureRow[]>(
      `SELECT p.id AS "personId", m.id AS "measureId", m.version, m.title, l.number AS "loopNumber", m.phase,
         m.owner_id IS NOT DISTINCT FROM p.id AS owned, p.role,
         p.term_first_loop AS "termFirstLoop", p.term_last_loop AS "termLastLoop"
       FROM person p CROSS JOIN LATERAL ${carriedBySql('p.id')} carried (id)
         JOIN measure m ON m.id = carried.id JOIN learning_loop l ON l.id = m.loop_id
       WHERE p.id = ANY ($1::uuid[]) AND ${isOpenSql('m', 'l')}
       ORDER BY l.number, m.title, m.id`,
      [personIds],
    );
    return rows.map(({ role, termFirstLoop, termLastLoop, ...row }) => ({
      ...row,
      hint: termHint({ role, termFirstLoop, termLastLoop }, row.loopNumber),
    }));
  }

  #read(scope: WorkspaceScope, ids: readonly string[] | null): Promise<WorkspacePerson[]> {
    return this.database.query<WorkspacePerson[]>(
      `SELECT p.id, p.key, p.name, p.role, ${UNIT_AS_JSON} AS unit, p.public_name AS "publicName",
         p.id <> $3 AND ${decidesAloneSql('p')} AS "decidesAlone",
         p.term_first_loop AS "termFirstLoop", p.term_last_loop AS "termLastLoop",
         p.blocked_at IS NOT NULL AS blocked,
         CASE WHEN $2 OR p.id = $3 THEN p.email END AS email, p.version
       FROM person p LEFT JOIN organisational_unit u ON u.id = p.unit_id
       WHERE p.programme_id = $1 AND ($4::uuid[] IS NULL OR p.id = ANY ($4::uuid[]))
       ORDER BY p.position, p.id`,
      [scope.programmeId, mayAdministerProgramme(scope.actor), scope.actor.personId, ids],
    );
  }
}
