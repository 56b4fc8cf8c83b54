import type { PublicNameGrade } from '#domain/measures/measure.record.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import type { SqlReader } from '../published/sql-reader.js';
import { once, type Caller, type RequestReused } from '../shared/caller.js';
import { keepHistory } from '../shared/history.js';
import type { NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';

/** How much of one's name the public pages of a programme may show. */
export type OwnPublicName = {
  readonly personId: string;
  /** Slug and title of the programme. */
  readonly programme: string;
  readonly title: string;
  readonly name: string;
  readonly unit: string | null;
  readonly publicName: PublicNameGrade;
};

/** Of each programme in which the account is someone and not blocked, by title. */
export function ownPublicNames(database: SqlReader, accountId: string): Promise<OwnPublicName[]> {
  return database.query<OwnPublicName[]>(
    `SELECT p.id AS "personId", pr.slug AS programme, pr.title, p.name, u.name AS unit, p.public_name AS "publicName"
     FROM person p JOIN programme pr ON pr.id = p.programme_id
     LEFT JOIN organisational_unit u ON u.id = p.unit_id
     WHERE p.account_id = $1 AND p.blocked_at IS NULL ORDER BY pr.title, pr.id`,
    [accountId],
  );
}

/** Gives or takes back the consent for oneself, in one programme, whatever one's role; the public pages keep to it at once. */
export function choosePublicName(
  { work, now }: Writing,
  caller: Caller,
  command: { readonly programme: string; readonly publicName: PublicNameGrade },
): Promise<Result<{ readonly personId: string }, NotFound | RequestReused>> {
  type Answer = Result<{ readonly personId: string }, NotFound>;
  const { programme: slug, publicName } = command;
  return work.run<{ readonly personId: string }, NotFound | RequestReused>((em) =>
    once(em, caller, { ...command, intent: 'choosePublicName' }, async (): Promise<Answer> => {
      const [person] = await em.query<
        { id: string; programme_id: string; public_name: PublicNameGrade; version: number }[]
      >(
        `SELECT p.id, p.programme_id, p.public_name, p.version FROM person p JOIN programme pr ON pr.id = p.programme_id
         WHERE pr.slug = $1 AND p.account_id = $2 AND p.blocked_at IS NULL FOR NO KEY UPDATE OF p`,
        [slug, caller.accountId],
      );
      if (person === undefined) return err({ code: 'NOT_FOUND' });
      const { id: personId, programme_id: programmeId, public_name: from } = person;
      if (from === publicName) return ok({ personId });
      const version = person.version + 1;
      await em.query('UPDATE person SET public_name = $2, version = $3 WHERE id = $1', [
        personId,
        publicName,
        version,
      ]);
      await keepHistory(
        em,
        {
          programmeId,
          subject: 'PERSON',
          subjectId: personId,
          actorId: personId,
          at: now(),
          version,
        },
        [{ field: 'publicName', from, to: publicName }],
      );
      return ok({ personId });
    }),
  );
}
