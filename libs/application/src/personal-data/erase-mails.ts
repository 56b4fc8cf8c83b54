import type { EntityManager } from 'typeorm';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';

/**
 * Takes away the mails of these people, records and addresses, and the jobs that would still send them or a link to
 * sign in. What a worker has in hand just now goes too: it finds nothing to send, or nothing to note.
 */
export async function eraseMails(
  em: EntityManager,
  of: {
    readonly personIds: readonly string[];
    /** Ids of applications and ideas. */
    readonly records: readonly string[];
    /** In small letters; the links to sign in that are asked for go by them. */
    readonly addresses: readonly string[];
    /** Whether the mails to them go in all programmes. */
    readonly everywhere: boolean;
    /** Programmes in which mails go by address, and those addresses. */
    readonly within?: {
      readonly programmeIds: readonly string[];
      readonly addresses: readonly string[];
    };
  },
): Promise<void> {
  const mails = await em.query<{ id: string; cause: string }[]>(
    `SELECT id, cause FROM mail
     WHERE person_id = ANY ($1) OR split_part(cause, ':', 2) = ANY ($2)
       OR (${emailKeyOf('address')} = ANY ($3) AND $4)
       OR (${emailKeyOf('address')} = ANY ($5) AND programme_id = ANY ($6))`,
    [
      of.personIds,
      of.records,
      of.addresses,
      of.everywhere,
      of.within?.addresses ?? [],
      of.within?.programmeIds ?? [],
    ],
  );
  await em.query('DELETE FROM mail WHERE id = ANY ($1)', [mails.map(({ id }) => id)]);
  // Its own function removes no job by what it is about, and leaves those that are locked.
  await em.query(
    `DELETE FROM graphile_worker._private_jobs
     WHERE key = ANY ($1) OR payload ->> 'mailId' = ANY ($2) OR ${emailKeyOf(`(payload ->> 'email')`)} = ANY ($3)`,
    [mails.map(({ cause }) => cause), mails.map(({ id }) => id), of.addresses],
  );
}
