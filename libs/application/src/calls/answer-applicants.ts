import type { EntityManager } from 'typeorm';
import type { ApplicationNews, ApplicationState, CallState } from '#domain/calls/call.record.js';
import { stateForApplicant } from '#domain/calls/decide-application.js';
import type { MailLanguage } from '#domain/mail/mail-kind.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { mailApplication } from '../mail/causes.js';
import { PROGRAMMES_LANGUAGE } from '../mail/queue-mail.js';

type Answered = {
  readonly id: string;
  readonly version: number;
  readonly programmeId: string;
  readonly callTitle: string;
  readonly address: string;
  readonly language: MailLanguage;
  readonly state: ApplicationState;
  readonly told: ApplicationNews | null;
  readonly callState: CallState;
  readonly reason: string | null;
};

/**
 * Tells applicants by mail where their confirmed applications stand, until the call is decided that they have come in.
 * Each in the language that the person has chosen, else in that of the page on which the application was written.
 * Whoever was told of the same before isn't told again, however long ago that was; whoever has withdrawn or is blocked
 * isn't told anything.
 */
export async function answerApplicants(
  em: EntityManager,
  which: { readonly callId: string } | { readonly applicationIds: readonly string[] },
  at: Date,
): Promise<void> {
  const [condition, value] =
    'callId' in which
      ? ['a.call_id = $1', which.callId]
      : ['a.id = ANY ($1)', which.applicationIds];
  const applications = await em.query<Answered[]>(
    `SELECT a.id, a.version, c.programme_id AS "programmeId", c.title AS "callTitle", a.email AS address,
       coalesce(p.mail_language, a.language, ${PROGRAMMES_LANGUAGE}) AS language, a.state, a.told,
       c.state AS "callState", a.reason
     FROM application a JOIN volunteer_call c ON c.id = a.call_id JOIN programme pr ON pr.id = c.programme_id
     LEFT JOIN LATERAL (SELECT mail_language, blocked_at FROM person
       WHERE programme_id = pr.id AND (account_id = a.account_id OR ${emailKeyOf('email')} = ${emailKeyOf('a.email')})
       ORDER BY account_id = a.account_id DESC NULLS LAST, position, id LIMIT 1) p ON true
     WHERE ${condition} AND a.confirmed_at IS NOT NULL AND p.blocked_at IS NULL ORDER BY a.id`,
    [value],
  );
  for (const { state, callState, told, reason, ...application } of applications) {
    const news = stateForApplicant({ state, callState });
    if (news === 'WITHDRAWN' || news === told) continue;
    const why = news === 'DECLINED' && reason !== null ? { reason } : {};
    await mailApplication(em, news, { ...application, ...why, at });
    await em.query('UPDATE application SET told = $2 WHERE id = $1', [application.id, news]);
  }
}
