import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import type { Actor } from '#domain/people/actor.js';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import type { Role } from '#domain/people/role.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { SqlReader } from '../published/sql-reader.js';

/** A programme's workspace as one person sees it; every reader of the workspace asks for it. */
export type WorkspaceScope = {
  readonly programmeId: string;
  readonly slug: string;
  readonly actor: Actor;
  /** The day where the programme is. */
  readonly today: LocalDay;
  readonly timeZone: string;
  readonly staleAfterDays: number;
};

/** A programme that an account may enter, or is at least known in. */
export type Membership = {
  readonly programme: string;
  readonly title: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly publicName: PublicNameGrade;
};

/** Who may enter which workspace. One statement a method. */
export class WorkspaceReader {
  constructor(
    private readonly database: SqlReader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The workspace of a programme, or null: there is none, or none that the account may enter. */
  async enter(accountId: string | null, slug: string): Promise<WorkspaceScope | null> {
    if (accountId === null) return null;
    const [row] = await this.database.query<
      {
        programme_id: string;
        person_id: string;
        role: Role;
        time_zone: string;
        stale_after_days: number;
        today: LocalDay;
      }[]
    >(
      `SELECT pr.id AS programme_id, p.id AS person_id, p.role, pr.time_zone, pr.stale_after_days,
         ($3::timestamptz AT TIME ZONE pr.time_zone)::date AS today
       FROM person p JOIN programme pr ON pr.id = p.programme_id
       WHERE p.account_id = $1 AND pr.slug = $2 AND p.blocked_at IS NULL`,
      [accountId, slug, this.now()],
    );
    if (row === undefined) return null;
    const actor: Actor = { personId: row.person_id, roles: [row.role] };
    return mayEnterWorkspace(actor)
      ? {
          programmeId: row.programme_id,
          slug,
          actor,
          today: row.today,
          timeZone: row.time_zone,
          staleAfterDays: row.stale_after_days,
        }
      : null;
  }

  /** The programmes in which the account is someone and not blocked, by title. */
  async memberships(accountId: string): Promise<Membership[]> {
    return this.database.query<Membership[]>(
      `SELECT pr.slug AS programme, pr.title, p.id AS "personId", p.name, p.role,
         p.public_name AS "publicName"
       FROM person p JOIN programme pr ON pr.id = p.programme_id
       WHERE p.account_id = $1 AND p.blocked_at IS NULL ORDER BY pr.title, pr.id`,
      [accountId],
    );
  }
}
