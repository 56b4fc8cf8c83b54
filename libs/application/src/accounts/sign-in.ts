import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ok } from '#domain/shared/result.js';
import { moveApplications } from '../calls/confirm-applications.js';
import { keepHistory } from '../shared/history.js';
import type { Writing } from '../shared/unit-of-work.js';
import { emailKey } from '#domain/people/email-key.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { EMAIL_ISSUER } from './email-issuer.js';

/** Issuer of those that the demonstration takes without proof; their subject is the person's id. */
export const DEMONSTRATION_ISSUER = 'demonstration';

/** Who someone has proved to be: what the issuer calls them, and an address only where the issuer has verified it. */
export type ProvenIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly verifiedEmail: string | null;
};

/**
 * The account of an identity, made at its first sign-in. Persons who have this verified address and no account yet
 * become the account's, so that whoever is invited later is found at the next sign-in.
 */
export async function signInWith(writing: Writing, identity: ProvenIdentity): Promise<string> {
  const done = await writing.work.run<string, never>(async (em) =>
    ok(await accountOf(em, identity, writing.now())),
  );
  if (!done.ok) throw new Error('A sign-in has no refusal');
  return done.value;
}

/** As `signInWith`, in a transaction that is under way. */
export async function accountOf(
  em: EntityManager,
  { issuer, subject, verifiedEmail }: ProvenIdentity,
  at: Date,
): Promise<string> {
  const created = uuidv7();
  const email = verifiedEmail === null ? null : emailKey(verifiedEmail);
  await em.query('INSERT INTO account (id, created_at) VALUES ($1, $2)', [created, at]);
  // Of two first sign-ins at once, the second waits here for the first one's account.
  const [identity] = await em.query<{ account_id: string }[]>(
    `INSERT INTO identity (issuer, subject, verified_email, account_id, last_used_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (issuer, subject) DO UPDATE
       SET last_used_at = excluded.last_used_at, verified_email = excluded.verified_email
     RETURNING account_id`,
    [issuer, subject, email, created, at],
  );
  if (identity === undefined) throw new Error('INSERT … RETURNING gave no row');
  const accountId = identity.account_id;
  if (accountId !== created) await em.query('DELETE FROM account WHERE id = $1', [created]);
  if (email === null) return accountId;
  await linkInvited(em, accountId, email, at);
  const joined = await joinKnown(em, { issuer, subject }, accountId, email);
  await moveApplications(em, joined, email, at);
  return joined;
}

/**
 * Gives the identity of an account that is nobody to the account that has proved this address already: who came by a
 * link may come by the provider later. That a person bears the address proves nothing, for administrators write it, of
 * themselves too. Not when that account has another identity of the same issuer: that issuer says that these are two
 * people, of whom one has the address by now.
 */
async function joinKnown(
  em: EntityManager,
  { issuer, subject }: Pick<ProvenIdentity, 'issuer' | 'subject'>,
  accountId: string,
  email: string,
): Promise<string> {
  const known = await em.query<{ account_id: string }[]>(
    `SELECT DISTINCT p.account_id FROM person p
     WHERE ${emailKeyOf('p.email')} = $2 AND p.account_id IS NOT NULL
       AND EXISTS (SELECT 1 FROM identity e WHERE e.account_id = p.account_id AND e.verified_email = $2)
       AND NOT EXISTS (SELECT 1 FROM person mine WHERE mine.account_id = $1)
       AND NOT EXISTS (SELECT 1 FROM identity i WHERE i.account_id = p.account_id AND i.issuer = $3)`,
    [accountId, email, issuer],
  );
  const [one] = known;
  if (one === undefined || known.length > 1) return accountId;
  await em.query('UPDATE identity SET account_id = $3 WHERE issuer = $1 AND subject = $2', [
    issuer,
    subject,
    one.account_id,
  ]);
  // What somebody brought while the programme knew nobody of this address.
  await em.query(
    `UPDATE idea SET account_id = $2
     WHERE account_id = $1 AND NOT EXISTS (SELECT FROM identity WHERE account_id = $1)`,
    [accountId, one.account_id],
  );
  return one.account_id;
}

/** Finds whoever was invited since the last sign-in, by the addresses that a link has proved. */
export async function linkProven(em: EntityManager, accountId: string, at: Date): Promise<void> {
  const proven = await em.query<{ subject: string }[]>(
    'SELECT subject FROM identity WHERE account_id = $1 AND issuer = $2 ORDER BY subject',
    [accountId, EMAIL_ISSUER],
  );
  for (const { subject } of proven) await linkInvited(em, accountId, subject, at);
}

/** In each programme where the account is nobody yet: the first person of this address without an account. */
async function linkInvited(
  em: EntityManager,
  accountId: string,
  email: string,
  at: Date,
): Promise<void> {
  const invited = await em.query<{ id: string; programme_id: string }[]>(
    `SELECT DISTINCT ON (programme_id) id, programme_id FROM person p
     WHERE ${emailKeyOf('email')} = $2 AND account_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM person o WHERE o.account_id = $1 AND o.programme_id = p.programme_id)
     ORDER BY programme_id, position, id`,
    [accountId, email],
  );
  for (const person of invited) await linkPerson(em, accountId, person, at);
}

/** Makes a person the account's. Of two at once the first wins; the second changes nothing. */
export async function linkPerson(
  em: EntityManager,
  accountId: string,
  person: { readonly id: string; readonly programme_id: string },
  at: Date,
): Promise<void> {
  const [, linked] = await em.query<[unknown, number]>(
    'UPDATE person SET account_id = $2 WHERE id = $1 AND account_id IS NULL',
    [person.id, accountId],
  );
  if (linked === 0) return;
  await keepHistory(
    em,
    {
      programmeId: person.programme_id,
      subject: 'PERSON',
      subjectId: person.id,
      actorId: person.id,
      at,
      version: null,
    },
    [{ field: 'account.linked' }],
  );
}
