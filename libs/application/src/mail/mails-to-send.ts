import { MAILS_FOR_ONCE, type MailKind, type MailLanguage } from '#domain/mail/mail-kind.js';
import type { SqlReader } from '../published/sql-reader.js';
import type { MailValues } from './queue-mail.js';

/** A mail of a digest. */
export type GatheredMail = { readonly kind: MailKind; readonly values: MailValues };

/** A mail that is to be sent now, with what it says of its programme and reader. */
export type MailToSend = {
  readonly id: string;
  /** SHA-256 of the cause, in hexadecimal digits: the same at every try. */
  readonly causeDigest: string;
  readonly kind: MailKind;
  readonly language: MailLanguage;
  readonly address: string;
  readonly values: MailValues;
  readonly programme: { readonly slug: string; readonly title: string } | null;
  /** The person who reads it; null for someone who is none of the programme. */
  readonly person: { readonly id: string; readonly name: string } | null;
  /** What a digest tells of. */
  readonly gathered: readonly GatheredMail[];
};

/** The mails of the queue, one by one. Each method is one statement. */
export class MailsToSend {
  constructor(private readonly database: SqlReader) {}

  /** Counts a try; null when there is nothing to send (any more), or its reader was blocked meanwhile. */
  async take(mailId: string): Promise<MailToSend | null> {
    // TypeORM answers an UPDATE with its rows and their number; a SELECT around it, with the rows.
    const [mail] = await this.database.query<MailToSend[]>(
      `WITH taken AS (
         UPDATE mail SET attempts = attempts + 1
         WHERE id = $1 AND sent_at IS NULL AND failed_at IS NULL RETURNING *)
       SELECT t.id, encode(sha256(convert_to(t.cause, 'UTF8')), 'hex') AS "causeDigest", t.kind, t.language,
         t.address, t.values,
         CASE WHEN pr.id IS NOT NULL THEN json_build_object('slug', pr.slug, 'title', pr.title) END AS programme,
         CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS person,
         coalesce((SELECT json_agg(json_build_object('kind', g.kind, 'values', g.values) ORDER BY g.created_at, g.id)
           FROM mail g WHERE g.digest_id = t.id), '[]') AS gathered
       FROM taken t LEFT JOIN programme pr ON pr.id = t.programme_id LEFT JOIN person p ON p.id = t.person_id
       WHERE p.blocked_at IS NULL`,
      [mailId],
    );
    return mail ?? null;
  }

  /**
   * Notes that a mail, and what it has gathered, is sent; what they said is forgotten. Of a mail to an address that was
   * given for that alone nothing is kept; nobody can cause it again: the voice has none any more, and what is to be
   * confirmed has another version each time.
   */
  async noteSent(mailId: string, messageId: string, at: Date): Promise<void> {
    await this.database.query('DELETE FROM mail WHERE id = $1 AND kind = ANY($2)', [
      mailId,
      MAILS_FOR_ONCE,
    ]);
    await this.database.query(
      `UPDATE mail SET sent_at = $3, last_error = NULL, "values" = '{}',
         message_id = CASE WHEN id = $1 THEN $2 END
       WHERE id = $1 OR digest_id = $1`,
      [mailId, messageId, at],
    );
  }

  /** Lets go of a mail that there is nothing to say in any more. */
  async forget(mailId: string): Promise<void> {
    await this.database.query('DELETE FROM mail WHERE id = $1 AND sent_at IS NULL', [mailId]);
  }

  /** Notes why a try failed, in words without addresses; `at` is when the mail was given up, null for not yet. */
  async noteFailure(mailId: string, reason: string, at: Date | null): Promise<void> {
    await this.database.query(
      'UPDATE mail SET last_error = $2, failed_at = $3 WHERE id = $1 AND sent_at IS NULL',
      [mailId, reason.slice(0, 200), at],
    );
  }
}
