import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '#domain/shared/result.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { EMAIL_ISSUER } from '../accounts/email-issuer.js';
import { eraseMails } from '../personal-data/erase-mails.js';
import type { NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { answerApplicants } from './answer-applicants.js';

/** An application that nobody has confirmed, as it was seen: whatever else it says later isn't meant. */
export type SeenApplication = { readonly applicationId: string; readonly version: number };

/**
 * SQL: whether the account $1 may confirm the application `a` to the call `c`, or throw it away: it stands under an
 * address that the account has proved by a link, or that an administrator has given to its person. Not after the call is
 * decided, not for whoever is blocked, and not beside another application of the account to the call.
 */
export const MAY_CONFIRM = `a.confirmed_at IS NULL AND c.state <> 'DECIDED'
  AND (EXISTS (SELECT FROM identity i WHERE i.account_id = $1 AND i.issuer = '${EMAIL_ISSUER}'
      AND i.subject = ${emailKeyOf('a.email')})
    OR EXISTS (SELECT FROM person p WHERE p.account_id = $1 AND p.programme_id = c.programme_id
      AND ${emailKeyOf('p.email')} = ${emailKeyOf('a.email')}))
  AND NOT EXISTS (SELECT FROM person p WHERE p.programme_id = c.programme_id AND p.blocked_at IS NOT NULL
    AND (p.account_id = $1 OR ${emailKeyOf('p.email')} = ${emailKeyOf('a.email')}))
  AND NOT EXISTS (SELECT FROM application o WHERE o.call_id = a.call_id AND o.account_id = $1)`;

/** Lets an application count that has waited for its applicant; false when it says something else by now, or may not. */
export async function confirmApplication(
  em: EntityManager,
  accountId: string,
  { applicationId, version }: SeenApplication,
  at: Date,
): Promise<boolean> {
  // Whoever decides the call waits until it is known who has applied.
  await em.query(
    `SELECT 1 FROM volunteer_call c WHERE c.id = (SELECT call_id FROM application WHERE id = $1) FOR SHARE OF c`,
    [applicationId],
  );
  const [, confirmed] = await em.query<[unknown, number]>(
    `UPDATE application a SET account_id = $1, confirmed_at = $4 FROM volunteer_call c
     WHERE c.id = a.call_id AND a.id = $2 AND a.version = $3 AND ${MAY_CONFIRM}`,
    [accountId, applicationId, version, at],
  );
  if (confirmed === 0) return false;
  await answerApplicants(em, { applicationIds: [applicationId] }, at);
  return true;
}

/** As `confirmApplication`, by whoever is signed in and has read it. NOT_FOUND for whatever can't be confirmed. */
export function confirmOwnApplication(
  { work, now }: Writing,
  accountId: string,
  seen: SeenApplication,
): Promise<Result<SeenApplication, NotFound>> {
  return work.run<SeenApplication, NotFound>(async (em) =>
    (await confirmApplication(em, accountId, seen, now())) ? ok(seen) : err({ code: 'NOT_FOUND' }),
  );
}

/** Throws away what somebody has written under an address of the account, and the mail that asks about it. */
export function discardApplication(
  { work }: Writing,
  accountId: string,
  { applicationId, version }: SeenApplication,
): Promise<Result<{ readonly applicationId: string }, NotFound>> {
  return work.run<{ readonly applicationId: string }, NotFound>(async (em) => {
    const [, gone] = await em.query<[unknown, number]>(
      `DELETE FROM application a USING volunteer_call c
       WHERE c.id = a.call_id AND a.id = $2 AND a.version = $3 AND ${MAY_CONFIRM}`,
      [accountId, applicationId, version],
    );
    if (gone === 0) return err({ code: 'NOT_FOUND' });
    const records = [applicationId];
    await eraseMails(em, { personIds: [], records, addresses: [], everywhere: false });
    return ok({ applicationId });
  });
}

/**
 * Makes the confirmed applications of an address the account's that has just proved to have it; those of programmes
 * that have blocked the account stay, and so does a second one of the account to the same call. What nobody has
 * confirmed stays so: only who has read it, or asked for it, can say whether it is meant. `email` is as `emailKey`
 * writes it.
 */
export async function moveApplications(
  em: EntityManager,
  accountId: string,
  email: string,
  at: Date,
): Promise<void> {
  // Whoever decides a call waits until it is known whose its applications are.
  const calls = await em.query<{ id: string }[]>(
    `SELECT c.id FROM volunteer_call c WHERE c.id IN (SELECT a.call_id FROM application a
       WHERE ${emailKeyOf('a.email')} = $2 AND a.confirmed_at IS NOT NULL AND a.account_id IS DISTINCT FROM $1)
       AND NOT EXISTS (SELECT FROM person p WHERE p.programme_id = c.programme_id
         AND p.account_id = $1 AND p.blocked_at IS NOT NULL)
     ORDER BY c.id FOR SHARE OF c`,
    [accountId, email],
  );
  if (calls.length === 0) return;
  const [moved] = await em.query<[{ id: string }[], number]>(
    `UPDATE application a SET account_id = $1
     WHERE a.call_id = ANY ($3) AND ${emailKeyOf('a.email')} = $2 AND a.confirmed_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM application o WHERE o.call_id = a.call_id AND o.account_id = $1)
     RETURNING a.id`,
    [accountId, email, calls.map(({ id }) => id)],
  );
  const applicationIds = moved.map(({ id }) => id);
  if (applicationIds.length > 0) await answerApplicants(em, { applicationIds }, at);
}
