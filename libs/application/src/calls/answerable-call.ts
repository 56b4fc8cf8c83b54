import type { EntityManager } from 'typeorm';
import { stateOn, type CallState } from '#domain/calls/call.record.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import type { CallQuestion } from '#persistence/calls/volunteer-call.entity.js';
import { emailKey } from '#domain/people/email-key.js';
import { EMAIL_ISSUER } from '../accounts/email-issuer.js';
import { TODAY_OF } from './lock-call.js';

/** A call that was opened once, as an applicant's write sees it; until that has ended the call stays in its state. */
export type AnswerableCall = {
  readonly id: string;
  readonly programmeId: string;
  /** By its day included. */
  readonly state: Exclude<CallState, 'DRAFT'>;
  readonly qualifications: readonly string[];
  readonly questions: readonly CallQuestion[];
  readonly minimumTerm: number;
  readonly firstLoop: number;
  /** Domains of the addresses that may apply; none for all. */
  readonly domains: readonly string[];
};

type Row = Omit<AnswerableCall, 'state'> & {
  readonly state: CallState;
  readonly closesOn: LocalDay;
  readonly today: LocalDay;
  /** Or at least known to the account. */
  readonly published: boolean;
};

/** A call as an account, or nobody, may answer it; null for drafts, and for unpublished programmes that one isn't in. */
export async function callToAnswer(
  em: EntityManager,
  callId: string,
  accountId: string | null,
  at: Date,
): Promise<AnswerableCall | null> {
  const [row] = await em.query<Row[]>(
    `SELECT c.id, c.programme_id AS "programmeId", c.state, c.closes_on AS "closesOn", ${TODAY_OF} AS today,
       c.qualifications, c.questions, c.minimum_term AS "minimumTerm", l.number AS "firstLoop",
       p.application_domains AS domains,
       p.published OR EXISTS (SELECT FROM person me WHERE me.programme_id = p.id AND me.account_id = $3) AS published
     FROM volunteer_call c JOIN programme p ON p.id = c.programme_id
     JOIN learning_loop l ON l.id = c.first_loop_id
     WHERE c.id = $1 AND c.state <> 'DRAFT' FOR SHARE OF c`,
    [callId, at, accountId],
  );
  const state = row && stateOn(row, row.today);
  return row?.published && state && state !== 'DRAFT' ? { ...row, state } : null;
}

/** Whether applications may come from an address: its domain is one of the programme's, or it names none. */
export function isFromDomain(email: string, domains: readonly string[]): boolean {
  const domain = emailKey(email).split('@').at(-1);
  return domains.length === 0 || domains.some((one) => emailKey(one) === domain);
}

/**
 * Whether an account may apply in a programme, and with which address: its person's, which an administrator has
 * given, else the one that it last proved by a link, if the programme takes it. Null for whoever may not: the blocked,
 * and those who are nobody in the programme and have proved no such address. An empty address for a person of whom
 * none is known.
 */
export async function addressToApplyWith(
  em: EntityManager,
  call: Pick<AnswerableCall, 'programmeId' | 'domains'>,
  accountId: string,
): Promise<string | null> {
  const [person] = await em.query<{ email: string | null; blocked: boolean }[]>(
    `SELECT email, blocked_at IS NOT NULL AS blocked FROM person
     WHERE programme_id = $1 AND account_id = $2`,
    [call.programmeId, accountId],
  );
  if (person?.blocked) return null;
  if (person?.email) return person.email;
  const unknown = person === undefined ? null : '';
  const proven = await em.query<{ subject: string }[]>(
    `SELECT subject FROM identity WHERE account_id = $1 AND issuer = $2
     ORDER BY last_used_at DESC NULLS LAST, subject`,
    [accountId, EMAIL_ISSUER],
  );
  return proven.find(({ subject }) => isFromDomain(subject, call.domains))?.subject ?? unknown;
}
