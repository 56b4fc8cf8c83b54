import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ok } from '#domain/shared/result.js';
import { keepHistory } from '../shared/history.js';
import type { Writing } from '../shared/unit-of-work.js';

/** Issuer of the identities that a link sent by e-mail proves; their subject is the address, by `emailKey`. */
export const EMAIL_ISSUER = 'email';
/** Issuer of those that the demonstration takes without proof; their subject is the person's id. */
export const DEMONSTRATION_ISSUER = 'demonstration';

/** Who someone has proved to be: what the issuer calls them, and an address only where the issuer has verified it. */
export type ProvenIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly verifiedEmail: string | null;
};

/**
 * An address as addresses are compared: A to Z in small letters, all else as it is. Full Unicode folding would make
 * two mailboxes one, such as those of `k` and of the Kelvin sign.
 */
export function emailKey(email: string): string {
  return email.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** SQL: a column of addresses, as `emailKey` compares them. */
export function emailKeyOf(column: string): string {
  return `lower(${column} COLLATE "C")`;
}

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
  await em.query('INSERT INTO account (id, created_at) VALUES ($1, $2)', [created, at]);
  // Of two first sign-ins at once, the second waits here for the first one's account.
  const [identity] = await em.query<{ account_id: string }[]>(
    `INSERT INTO identity (issuer, subject, account_id, last_used_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (issuer, subject) DO UPDATE SET last_used_at = excluded.last_used_at
     RETURNING account_id`,
    [issuer, subject, created, at],
  );
  if (identity === undefined) throw new Error('INSERT … RETURNING gave no row');
  const accountId = identity.account_id;
  if (accountId !== created) await em.query('DELETE FROM account WHERE id = $1', [created]);
  if (verifiedEmail !== null) await linkInvited(em, accountId, emailKey(verifiedEmail), at);
  return accountId;
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
