import type { Role } from '#domain/people/role.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { accountOf, DEMONSTRATION_ISSUER, linkPerson } from './sign-in.js';

export type DemonstrationPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Title of the programme, in its own language. */
  readonly programme: string;
};

/** People to choose from: more than a page can hold is no demonstration. */
const MOST_PEOPLE = 200;

/** Whom the demonstration lets one be: everyone who isn't blocked, by programme, those with the most rights first. */
export function demonstrationPeople(database: SqlReader): Promise<DemonstrationPerson[]> {
  return database.query<DemonstrationPerson[]>(
    `SELECT p.id, p.name, p.role, pr.title AS programme
     FROM person p JOIN programme pr ON pr.id = p.programme_id
     WHERE p.blocked_at IS NULL
     ORDER BY pr.title, pr.id, array_position(ARRAY['ADMINISTRATOR', 'CIRCLE', 'GUIDE', 'EMPLOYEE'], p.role),
       p.position, p.id
     LIMIT ${MOST_PEOPLE}`,
  );
}

/** The account of a person, without any proof: for the demonstration alone. */
export async function signInAsPerson(
  { work, now }: Writing,
  personId: string,
): Promise<Result<{ readonly accountId: string }, NotFound>> {
  return work.run<{ readonly accountId: string }, NotFound>(async (em) => {
    const [person] = await em.query<
      { id: string; programme_id: string; account_id: string | null }[]
    >(
      'SELECT id, programme_id, account_id FROM person WHERE id = $1 AND blocked_at IS NULL FOR UPDATE',
      [personId],
    );
    if (person === undefined) return err({ code: 'NOT_FOUND' });
    if (person.account_id !== null) return ok({ accountId: person.account_id });
    const identity = { issuer: DEMONSTRATION_ISSUER, subject: person.id, verifiedEmail: null };
    const accountId = await accountOf(em, identity, now());
    await linkPerson(em, accountId, person, now());
    return ok({ accountId });
  });
}
