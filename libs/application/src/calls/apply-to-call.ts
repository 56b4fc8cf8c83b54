import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { leavesSeat, mayChangeApplication, mayWithdraw } from '#domain/calls/decide-application.js';
import type { MailLanguage } from '#domain/mail/mail-kind.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { ApplicationEntity } from '#persistence/calls/application.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { emailKey } from '#domain/people/email-key.js';
import { emailKeyOf } from '#persistence/shared/email-key-of.js';
import { mailApplicantWithdrew, mailToConfirm } from '../mail/causes.js';
import { once, type Caller, type RequestReused } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import type { InputFault, InvalidInput, NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { answerApplicants } from './answer-applicants.js';
import { addressToApplyWith, callToAnswer, isFromDomain } from './answerable-call.js';
import {
  applicationFaults,
  consentFaults,
  contentOf,
  type ApplicationTexts,
} from './application-faults.js';
import { lockCall } from './lock-call.js';
import { closeGaps } from './waitlist.js';

export type ApplyCommand = ApplicationTexts & {
  readonly callId: string;
  readonly name: string;
  readonly motivation: string;
  /** Version of the text that the applicant has agreed to. */
  readonly consentVersion: string;
  /** Of the page that it is written on; left out where none is. */
  readonly language?: MailLanguage;
};
export type ApplyByEmailCommand = ApplyCommand & {
  readonly email: string;
  /** Of the page that it is written on. */
  readonly language: MailLanguage;
};
/** What is left out stays as it is. An application has one writer, so that the last write may win. */
export type EditApplicationCommand = ApplicationTexts & { readonly applicationId: string };
type Written = { readonly applicationId: string };
type Answer = Promise<Result<Written, OwnApplicationRefusal>>;

/** The call's days are over, or have never begun. */
export type CallNotOpen = { readonly code: 'CALL_NOT_OPEN' };
export type ApplicationExists = { readonly code: 'APPLICATION_EXISTS' };
export type ApplyRefusal =
  NotFound | InvalidInput | CallNotOpen | ApplicationExists | RequestReused;
export type ApplyByEmailRefusal = NotFound | InvalidInput | CallNotOpen;
export type OwnApplicationRefusal =
  | NotFound
  | InvalidInput
  | CallNotOpen
  | { readonly code: 'APPLICATION_WITHDRAWN' }
  | { readonly code: 'CALL_IS_DECIDED' }
  | RequestReused;

/**
 * Answers a call as the account, whose address is known: the application counts at once. NOT_FOUND also for accounts
 * that may not apply. One that was withdrawn is made anew; any other is there already (APPLICATION_EXISTS).
 */
export function applyToCall(
  { work, now }: Writing,
  caller: Caller,
  command: ApplyCommand,
): Promise<Result<Written, ApplyRefusal>> {
  const { accountId } = caller;
  return work.run<Written, ApplyRefusal>((em) =>
    once(
      em,
      caller,
      { ...command, intent: 'applyToCall' },
      async (): Promise<Result<Written, ApplyRefusal>> => {
        const at = now();
        const call = await callToAnswer(em, command.callId, accountId, at);
        const email = call && (await addressToApplyWith(em, call, accountId));
        if (call === null || email === null) return err({ code: 'NOT_FOUND' });
        if (call.state !== 'OPEN') return err({ code: 'CALL_NOT_OPEN' });
        const faults = [
          ...addressFaults(email, []),
          ...(await applicationFaults(em, call, command)),
          ...consentFaults(command.consentVersion),
        ];
        if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
        const place = await placeOf(em, { callId: call.id, accountId, email, at });
        const counts = place.confirmedAt !== null && place.state !== 'WITHDRAWN';
        if (counts || !(await isFree(em, place, email))) return err({ code: 'APPLICATION_EXISTS' });
        const { language = null } = command;
        await fill(em, place, command, { accountId, email, confirmedAt: at, language }, at);
        await answerApplicants(em, { applicationIds: [place.id] }, at);
        return ok({ applicationId: place.id });
      },
    ),
  );
}

/**
 * Answers a call with an address that nobody has proved yet: it counts once whoever reads the mail of that address has
 * opened the link that this very application is sent with. The answer is the same whether the address has applied
 * before: then an application that nobody has confirmed is replaced, and any other stays as it is, withdrawn ones too;
 * the mail tells which.
 */
export function applyByEmail(
  { work, now }: Writing,
  command: ApplyByEmailCommand,
): Promise<Result<{ readonly email: string }, ApplyByEmailRefusal>> {
  return work.run<{ readonly email: string }, ApplyByEmailRefusal>(async (em) => {
    const at = now();
    const checked = await checkedByEmail(em, command, at);
    if (!checked.ok) return checked;
    const { email } = checked.value;
    const { callId, language } = command;
    const place = await placeOf(em, { callId, accountId: null, email, at });
    const counts = place.confirmedAt !== null;
    const version = counts
      ? null
      : await fill(em, place, command, { accountId: null, email, confirmedAt: null, language }, at);
    await mailToConfirm(em, { applicationId: place.id, version, address: email, language, at });
    return ok({ email });
  });
}

/** What `applyByEmail` would refuse, without any trace: it is asked before tries are counted. */
export function checkApplicationByEmail(
  { work, now }: Writing,
  command: ApplyByEmailCommand,
): Promise<Result<{ readonly email: string }, ApplyByEmailRefusal>> {
  return work.run<{ readonly email: string }, ApplyByEmailRefusal>((em) =>
    checkedByEmail(em, command, now()),
  );
}

async function checkedByEmail(
  em: EntityManager,
  command: ApplyByEmailCommand,
  at: Date,
): Promise<Result<{ readonly email: string }, ApplyByEmailRefusal>> {
  const call = await callToAnswer(em, command.callId, null, at);
  if (call === null) return err({ code: 'NOT_FOUND' });
  if (call.state !== 'OPEN') return err({ code: 'CALL_NOT_OPEN' });
  const email = command.email.trim();
  const faults = [
    ...addressFaults(email, call.domains),
    ...(await applicationFaults(em, call, command)),
    ...consentFaults(command.consentVersion),
  ];
  return faults.length > 0 ? err({ code: 'INVALID_INPUT', faults }) : ok({ email });
}

/** Changes the own application while the call is open; what is left out stays as it is. */
export function editApplication(
  { work, now }: Writing,
  caller: Caller,
  command: EditApplicationCommand,
): Answer {
  const { applicationId: id } = command;
  return work.run<Written, OwnApplicationRefusal>((em) =>
    once(em, caller, { ...command, intent: 'editApplication' }, async (): Answer => {
      const found = await em.findOneBy(ApplicationEntity, { id, accountId: caller.accountId });
      const call = found && (await callToAnswer(em, found.callId, caller.accountId, now()));
      // Whoever may not apply any more may not write either.
      if (!call || (await addressToApplyWith(em, call, caller.accountId)) === null)
        return err({ code: 'NOT_FOUND' });
      const application = await lockOwn(em, id, caller.accountId);
      if (application === null) return err({ code: 'NOT_FOUND' });
      const { state, version } = application;
      if (!mayChangeApplication({ state, callState: call.state }))
        return err({ code: state === 'WITHDRAWN' ? 'APPLICATION_WITHDRAWN' : 'CALL_NOT_OPEN' });
      const faults = await applicationFaults(em, call, command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      await em.update(
        ApplicationEntity,
        { id },
        {
          ...contentOf(command),
          state: 'RECEIVED',
          rank: null,
          reason: null,
          version: version + 1,
        },
      );
      if (state === 'WAITLISTED') await closeGaps(em, call.id);
      return ok({ applicationId: id });
    }),
  );
}

/** Withdraws the own application, and erases what it says; name and address stay as the fact that somebody did. */
export function withdrawApplication(
  { work, now }: Writing,
  caller: Caller,
  command: { readonly applicationId: string },
): Answer {
  const { applicationId: id } = command;
  return work.run<Written, OwnApplicationRefusal>((em) =>
    once(em, caller, { ...command, intent: 'withdrawApplication' }, async (): Answer => {
      const found = await em.findOneBy(ApplicationEntity, { id, accountId: caller.accountId });
      // The circle chooses under the same lock.
      const at = now();
      const call = found && (await lockCall(em, found.callId, at));
      const application = call && (await lockOwn(em, id, caller.accountId));
      if (!call || !application) return err({ code: 'NOT_FOUND' });
      const { state, version } = application;
      if (!mayWithdraw({ state, callState: call.state }))
        return err({ code: state === 'WITHDRAWN' ? 'APPLICATION_WITHDRAWN' : 'CALL_IS_DECIDED' });
      await em.update(
        ApplicationEntity,
        { id },
        {
          state: 'WITHDRAWN',
          motivation: null,
          qualifications: [],
          topicIds: [],
          lastLoop: null,
          answers: {},
          consentVersion: null,
          consentAt: null,
          note: null,
          reason: null,
          rank: null,
          version: version + 1,
        },
      );
      if (state === 'WAITLISTED') await closeGaps(em, call.row.id);
      const { accountId } = caller;
      const { programmeId, key, title } = call.row;
      if (leavesSeat({ state, callState: call.state }))
        await mailApplicantWithdrew(em, {
          ...{ applicationId: id, version: version + 1, accountId, programmeId, at },
          call: { key, title },
        });
      return ok({ applicationId: id });
    }),
  );
}

function addressFaults(email: string, domains: readonly string[]): InputFault[] {
  const field = 'email';
  const faults = textFaults({ field, text: email, longest: LIMITS.name, required: true });
  if (faults.length > 0) return faults;
  if (!z.email().safeParse(email).success) return [{ field, problem: 'MALFORMED' }];
  return isFromDomain(email, domains) ? [] : [{ field, problem: 'DOMAIN_NOT_ALLOWED' }];
}

/**
 * The one row of an applicant and call, locked, and made when there is none: unconfirmed, and without any content. Of
 * many who come at once, the others wait for the first to end, and find its row.
 */
async function placeOf(
  em: EntityManager,
  applicant: {
    readonly callId: string;
    readonly accountId: string | null;
    readonly email: string;
    readonly at: Date;
  },
): Promise<ApplicationEntity> {
  const { callId, accountId, email, at } = applicant;
  await em.query(
    `INSERT INTO application (id, call_id, account_id, name, email, received_at)
     VALUES ($1, $2, $3, '-', $4, $5) ON CONFLICT DO NOTHING`,
    [uuidv7(), callId, accountId, email, at],
  );
  const [own] = await em.query<{ id: string }[]>(
    `SELECT id FROM application WHERE call_id = $1 AND (account_id = $2 OR ${emailKeyOf('email')} = $3)
     ORDER BY account_id = $2 DESC NULLS LAST LIMIT 1 FOR UPDATE`,
    [callId, accountId, emailKey(email)],
  );
  if (own === undefined) throw new Error('An application was erased while it was made');
  return em.findOneByOrFail(ApplicationEntity, { id: own.id });
}

/**
 * Whether the address is this row's, or nobody's: the own row may stand under an earlier address. What somebody has
 * written under the present one, and nobody has confirmed, goes.
 */
async function isFree(
  em: EntityManager,
  { id, callId }: ApplicationEntity,
  email: string,
): Promise<boolean> {
  const others = `FROM application WHERE call_id = $1 AND id <> $2 AND ${emailKeyOf('email')} = $3`;
  const values = [callId, id, emailKey(email)];
  await em.query(`DELETE ${others} AND confirmed_at IS NULL`, values);
  const [taken] = await em.query<unknown[]>(`SELECT 1 ${others}`, values);
  return taken === undefined;
}

/** Writes an application into its row; answers the version that it has by that. */
async function fill(
  em: EntityManager,
  { id, version: before, motivation }: ApplicationEntity,
  command: ApplyCommand,
  applicant: Pick<ApplicationEntity, 'accountId' | 'email' | 'confirmedAt' | 'language'>,
  at: Date,
): Promise<number> {
  // A row that was made just now is at its first version.
  const version = motivation === null && before === 1 ? 1 : before + 1;
  await em.update(
    ApplicationEntity,
    { id },
    {
      // Nothing of an earlier one stays.
      qualifications: [],
      topicIds: [],
      lastLoop: null,
      answers: {},
      ...contentOf(command),
      ...applicant,
      state: 'RECEIVED',
      note: null,
      reason: null,
      rank: null,
      consentVersion: command.consentVersion,
      consentAt: at,
      receivedAt: at,
      // Whoever applies anew is told anew.
      told: null,
      version,
    },
  );
  return version;
}

function lockOwn(
  em: EntityManager,
  id: string,
  accountId: string,
): Promise<ApplicationEntity | null> {
  return em.findOne(ApplicationEntity, {
    where: { id, accountId },
    lock: { mode: 'pessimistic_write' },
  });
}
