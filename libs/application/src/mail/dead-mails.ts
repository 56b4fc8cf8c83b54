import { MAILS_FOR_ONCE, MAILS_WITH_LINK, type MailKind } from '#domain/mail/mail-kind.js';
import { mayAdministerProgramme } from '#domain/people/policy.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { administerProgramme, type AdministerRefusal } from '../programmes/administer-programme.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { Caller } from '../shared/caller.js';
import type { Writing } from '../shared/unit-of-work.js';
import type { WorkspaceScope } from '../workspace/workspace-reader.js';
import { WITH_JOBS } from './queue-mail.js';

/** A mail that was given up. */
export type DeadMail = {
  readonly id: string;
  readonly kind: MailKind;
  readonly address: string;
  readonly queuedAt: Date;
  readonly failedAt: Date;
  readonly attempts: number;
  readonly reason: string;
};

const MOST_SHOWN = 100;

/**
 * The newest mails of a programme that were given up, those that ask to confirm an application last; null for whoever isn't an
 * administrator.
 */
export async function deadMails(
  database: SqlReader,
  scope: WorkspaceScope,
): Promise<DeadMail[] | null> {
  if (!mayAdministerProgramme(scope.actor)) return null;
  return database.query<DeadMail[]>(
    // The domain of such an address is enough to see what is wrong.
    `SELECT id, kind, CASE WHEN kind = ANY($2) THEN regexp_replace(address, '^.*@', '…@') ELSE address END AS address, created_at AS "queuedAt", failed_at AS "failedAt", attempts, last_error AS reason
     FROM mail WHERE programme_id = $1 AND failed_at IS NOT NULL
     -- Anybody can type in addresses that don't exist: those come last, and hide no other.
     ORDER BY kind = ANY($3), failed_at DESC, id LIMIT ${MOST_SHOWN}`,
    [scope.programmeId, MAILS_FOR_ONCE, MAILS_WITH_LINK],
  );
}

/** Sends a mail again that was given up, with the same message id. Twice does no harm. */
export function retryMail(
  writing: Writing,
  caller: Caller,
  { mailId }: { readonly mailId: string },
): Promise<Result<{ readonly mailId: string }, AdministerRefusal>> {
  return administerProgramme<{ readonly mailId: string }, AdministerRefusal>(
    writing,
    caller,
    { mailId, intent: 'retryMail' },
    { table: 'mail', id: mailId },
    async ({ em }) => {
      const [revived] = await em.query<{ count: number }[]>(
        `WITH queued AS (
           UPDATE mail SET failed_at = NULL, attempts = 0 WHERE id = $1 AND failed_at IS NOT NULL
           RETURNING id, cause, gathered)
         ${WITH_JOBS}`,
        [mailId],
      );
      return revived?.count === 1 ? ok({ mailId }) : err({ code: 'NOT_FOUND' });
    },
  );
}
