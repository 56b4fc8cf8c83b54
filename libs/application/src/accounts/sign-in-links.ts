import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { Writing } from '../shared/unit-of-work.js';
import { accountOf, EMAIL_ISSUER, emailKey, emailKeyOf } from './sign-in.js';

/** How long a link can be used. */
export const LINK_MINUTES = 15;
/** How long used and expired links are kept, to say what became of them. */
const KEPT_MS = 24 * 3_600_000;

export type LinkState = 'OPEN' | 'USED' | 'EXPIRED' | 'UNKNOWN';
export type LinkRefusal = { readonly code: Exclude<LinkState, 'OPEN'> };

type LinkRow = {
  readonly id: string;
  readonly email: string;
  readonly return_to: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
};

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function stateOf(link: LinkRow | undefined, at: Date): LinkState {
  if (link === undefined) return 'UNKNOWN';
  if (link.used_at !== null) return 'USED';
  return link.expires_at <= at ? 'EXPIRED' : 'OPEN';
}

/**
 * Makes a link's secret for an address; null when nobody of any programme has it, and none has signed in with it.
 * The caller must not let anyone see which of the two it was. The database keeps the secret's digest alone.
 */
export async function makeSignInLink(
  { work, now }: Writing,
  { email, returnTo }: { readonly email: string; readonly returnTo: string },
): Promise<string | null> {
  const secret = randomBytes(32).toString('base64url');
  const at = now();
  const made = await work.run<string | null, never>(async (em) => {
    await em.query('DELETE FROM sign_in_link WHERE expires_at < $1', [
      new Date(at.getTime() - KEPT_MS),
    ]);
    const known = await em.query<unknown[]>(
      `SELECT 1 FROM person WHERE ${emailKeyOf('email')} = $1
       UNION ALL SELECT 1 FROM identity WHERE issuer = $2 AND subject = $1 LIMIT 1`,
      [emailKey(email), EMAIL_ISSUER],
    );
    if (known.length === 0) return ok(null);
    await em.query(
      `INSERT INTO sign_in_link (id, digest, email, return_to, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [
        uuidv7(),
        digestOf(secret),
        emailKey(email),
        returnTo,
        new Date(at.getTime() + LINK_MINUTES * 60_000),
      ],
    );
    return ok(secret);
  });
  return made.ok ? made.value : null;
}

/** Whether a link can still be used; looking at it doesn't use it. */
export async function signInLinkState(
  database: SqlReader,
  secret: string,
  at: Date,
): Promise<LinkState> {
  const [link] = await database.query<LinkRow[]>('SELECT * FROM sign_in_link WHERE digest = $1', [
    digestOf(secret),
  ]);
  return stateOf(link, at);
}

/** Uses a link, once, whoever else holds it: answers the account of its address and where to go. */
export async function useSignInLink(
  { work, now }: Writing,
  secret: string,
): Promise<Result<{ readonly accountId: string; readonly returnTo: string }, LinkRefusal>> {
  type Answer = { readonly accountId: string; readonly returnTo: string };
  return work.run<Answer, LinkRefusal>(async (em) => {
    const at = now();
    const [link] = await em.query<LinkRow[]>(
      'SELECT * FROM sign_in_link WHERE digest = $1 FOR UPDATE',
      [digestOf(secret)],
    );
    const state = stateOf(link, at);
    if (link === undefined || state !== 'OPEN')
      return err({ code: state === 'OPEN' ? 'UNKNOWN' : state });
    await em.query('UPDATE sign_in_link SET used_at = $2 WHERE id = $1', [link.id, at]);
    const identity = { issuer: EMAIL_ISSUER, subject: link.email, verifiedEmail: link.email };
    return ok({ accountId: await accountOf(em, identity, at), returnTo: link.return_to });
  });
}
