import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MAIL_LANGUAGES } from '#domain/mail/mail-kind.js';
import type { SqlReader } from '../published/sql-reader.js';

/** Name of the task that makes a link and sends it; its payload is a `SignInMail`. */
export const SEND_SIGN_IN_LINK = 'send-sign-in-link';
/** Tried for four minutes: whoever waits longer has asked again. */
const MOST_TRIES = 6;

/** A link that somebody asked for. */
export const SIGN_IN_MAIL = z.object({
  /** Its own cause. */
  request: z.uuid(),
  email: z.string(),
  returnTo: z.string(),
  language: z.enum(MAIL_LANGUAGES),
});
export type SignInMail = z.infer<typeof SIGN_IN_MAIL>;

/**
 * Queues a link for an address, whether anybody knows it or not: that is looked up when the job is done, so that the
 * time of the answer tells nothing. The link's secret is made then, too, and stands in no job.
 */
export async function queueSignInMail(
  database: SqlReader,
  wish: Omit<SignInMail, 'request'>,
): Promise<void> {
  const mail: SignInMail = { ...wish, request: randomUUID() };
  await database.query(
    'SELECT graphile_worker.add_job($1, $2::json, max_attempts := $3) IS NOT NULL',
    [SEND_SIGN_IN_LINK, JSON.stringify(mail), MOST_TRIES],
  );
}
