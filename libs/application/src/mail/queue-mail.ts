import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  alwaysSent,
  MAIL_LANGUAGES,
  type MailKind,
  type MailLanguage,
} from '#domain/mail/mail-kind.js';

/** Name of the task that sends a mail; its payload is `{ mailId }`. */
export const SEND_MAIL = 'send-mail';
/** With the queue's pauses, which grow from three seconds to six hours, a mail is tried for most of a day. */
const MOST_TRIES = 12;

/** What the texts of a mail name. */
export type MailValues = Readonly<Record<string, string | number>>;

/** A mail to people of a programme; `cause` is the same for all of them, and names what happened once. */
export type MailToPeople = {
  readonly cause: string;
  readonly kind: MailKind;
  readonly values: MailValues;
  readonly personIds: readonly string[];
  readonly at: Date;
};

/** A mail to someone who needn't be a person of the programme. */
export type MailToAddress = {
  readonly cause: string;
  readonly kind: MailKind;
  readonly values: MailValues;
  readonly programmeId: string;
  readonly address: string;
  readonly language: MailLanguage;
  readonly at: Date;
};

/** SQL: the job of each mail of `queued`, its rows of `mail`, under its cause. */
export const WITH_JOBS = `SELECT count(graphile_worker.add_job('${SEND_MAIL}', json_build_object('mailId', id),
    job_key := cause, max_attempts := ${MOST_TRIES}))::integer AS count FROM queued WHERE NOT gathered`;

/** SQL: the language in which a programme \`pr\` writes to those who have chosen none. */
export const PROGRAMMES_LANGUAGE = `CASE WHEN pr.default_language
    IN (${MAIL_LANGUAGES.map((language) => `'${language}'`).join(', ')}) THEN pr.default_language ELSE 'en' END`;

/** SQL: the language that a person \`p\` of a programme \`pr\` reads mail in. */
export const READERS_LANGUAGE = `coalesce(p.mail_language, ${PROGRAMMES_LANGUAGE})`;

/**
 * Queues a mail to each of these people, in the transaction of what causes it: it is sent if that is committed, and
 * not a second time for the same cause. Who has no address, is blocked or wants no such mail gets none; who wants one
 * mail a day gets it with that.
 */
export async function queueMailToPeople(
  em: EntityManager,
  { cause, kind, values, personIds, at }: MailToPeople,
): Promise<void> {
  if (personIds.length === 0) return;
  await em.query(
    `WITH queued AS (
       INSERT INTO mail (id, cause, programme_id, person_id, address, language, kind, "values", gathered, created_at)
       SELECT asked.id, $3 || ':' || p.id, p.programme_id, p.id, p.email, ${READERS_LANGUAGE}, $4, $5::jsonb,
         NOT $6 AND p.mail_choice = 'DAILY', $7
       FROM unnest($1::uuid[], $2::uuid[]) AS asked (id, person_id)
       JOIN person p ON p.id = asked.person_id JOIN programme pr ON pr.id = p.programme_id
       WHERE p.email IS NOT NULL AND p.blocked_at IS NULL AND ($6 OR p.mail_choice <> 'NONE')
       ON CONFLICT (cause) DO NOTHING RETURNING id, cause, gathered)
     ${WITH_JOBS}`,
    [
      personIds.map(() => uuidv7()),
      personIds,
      cause,
      kind,
      JSON.stringify(values),
      alwaysSent(kind),
      at,
    ],
  );
}

/** As `queueMailToPeople`, to one address, at once. */
export async function queueMailTo(em: EntityManager, mail: MailToAddress): Promise<void> {
  const { cause, kind, values, programmeId, address, language, at } = mail;
  await em.query(
    `WITH queued AS (
       INSERT INTO mail (id, cause, programme_id, address, language, kind, "values", created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)
       ON CONFLICT (cause) DO NOTHING RETURNING id, cause, gathered)
     ${WITH_JOBS}`,
    [uuidv7(), cause, programmeId, address, language, kind, JSON.stringify(values), at],
  );
}
