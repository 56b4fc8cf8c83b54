import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { Writing } from '../shared/unit-of-work.js';
import { emailKey } from '#domain/people/email-key.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { confirmApplication, type SeenApplication } from '../calls/confirm-applications.js';
import { EMAIL_ISSUER } from './email-issuer.js';
import { accountOf } from './sign-in.js';

/** How long a link can be used. */
export const LINK_MINUTES = 15;
/** How long one can be used that confirms an application: mails to those who don't know us are often held back. */
export const CONFIRM_DAYS = 2;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long used and expired links are kept, to say what became of them. */
const KEPT_MS = DAY_MS;

export type LinkState = 'OPEN' | 'USED' | 'EXPIRED' | 'UNKNOWN';
export type LinkRefusal = { readonly code: Exclude<LinkState, 'OPEN'> };

type LinkRow = {
  readonly id: string;
  readonly email: string;
  readonly return_to: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly application_id: string | null;
  readonly application_version: number | null;
};

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function stateOf(link: LinkRow | undefined, at: Date): LinkState {
  if (link === undefined) return 'UNKNOWN';
  if (link.used_at !== null) return 'USED';
  return link.expires_at <= at ? 'EXPIRED' : 'OPEN';
}

/**
 * Makes a link's secret for an address; null when nobody of any programme has it, none has signed in or applied to a
 * call with it, and its domain isn't one whose people may bring ideas to a programme. The caller must not let anyone see which of the two it was. The database keeps the secret's digest alone.
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
       UNION ALL SELECT 1 FROM identity WHERE issuer = $2 AND subject = $1
       UNION ALL SELECT 1 FROM application WHERE ${emailKeyOf('email')} = $1
       UNION ALL SELECT 1 FROM programme, unnest(application_domains) AS domain
         WHERE published AND ideas_open AND ${emailKeyOf('domain')} = split_part($1, '@', 2) LIMIT 1`,
      [emailKey(email), EMAIL_ISSUER],
    );
    if (known.length === 0) return ok(null);
    const expiresAt = new Date(at.getTime() + LINK_MINUTES * MINUTE_MS);
    await insertLink(em, { secret, email, returnTo, expiresAt, confirms: null });
    return ok(secret);
  });
  return made.ok ? made.value : null;
}

/**
 * As `makeSignInLink`, of a link that confirms an application too, as it is written at this version; null when it was
 * confirmed, replaced or erased meanwhile.
 */
export async function makeConfirmLink(
  { work, now }: Writing,
  { confirms, returnTo }: { readonly confirms: SeenApplication; readonly returnTo: string },
): Promise<string | null> {
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now().getTime() + CONFIRM_DAYS * DAY_MS);
  const made = await work.run<string | null, never>(async (em) => {
    const [application] = await em.query<{ email: string }[]>(
      'SELECT email FROM application WHERE id = $1 AND version = $2 AND confirmed_at IS NULL FOR KEY SHARE',
      [confirms.applicationId, confirms.version],
    );
    if (application === undefined) return ok(null);
    await insertLink(em, { secret, email: application.email, returnTo, expiresAt, confirms });
    return ok(secret);
  });
  return made.ok ? made.value : null;
}

function insertLink(
  em: EntityManager,
  link: {
    readonly secret: string;
    readonly email: string;
    readonly returnTo: string;
    readonly expiresAt: Date;
    readonly confirms: SeenApplication | null;
  },
): Promise<unknown> {
  const { secret, email, returnTo, expiresAt, confirms } = link;
  return em.query(
    `INSERT INTO sign_in_link (id, digest, email, return_to, expires_at, application_id, application_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      uuidv7(),
      digestOf(secret),
      emailKey(email),
      returnTo,
      expiresAt,
      confirms?.applicationId ?? null,
      confirms?.version ?? null,
    ],
  );
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

/**
 * Uses a link, once, whoever else holds it: answers the account of its address and where to go. The application that
 * it was made for counts from then on, if it still says what it said.
 */
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
    const accountId = await accountOf(em, identity, at);
    const { application_id: applicationId, application_version: version } = link;
    if (applicationId !== null && version !== null)
      await confirmApplication(em, accountId, { applicationId, version }, at);
    return ok({ accountId, returnTo: link.return_to });
  });
}
