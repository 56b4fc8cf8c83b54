import {
  decideSelection,
  mayOrderWaitlist,
  type ApplicationFacts,
  type ApplicationRefusal,
  type Selection,
} from '#domain/calls/decide-application.js';
import type { HistoryField } from '#domain/history/history-fields.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { ApplicationEntity } from '#persistence/calls/application.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { textFaults, textOrNull } from '../shared/check-texts.js';
import type { HistoryDraft } from '../shared/history.js';
import { invalid, type InvalidInput, type StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import {
  writeInProgramme,
  type ProgrammeScope,
  type ProgrammeWriteRefusal,
} from '../shared/write-in-programme.js';
import { lockApplicants, lockCall, type LockedCall } from './lock-call.js';
import { answerApplicants } from './answer-applicants.js';
import { makeGuide } from './make-guide.js';
import { closeGaps, putInOrder, waitlistOf } from './waitlist.js';

export type ApplicationCommand = { readonly applicationId: string; readonly version: number };
export type ApplicationWritten = { readonly applicationId: string };
export type SelectionRefusal =
  | InvalidInput
  | StaleVersion
  | ProgrammeWriteRefusal
  | Exclude<ApplicationRefusal, { code: 'APPLICATION_NOT_PERMITTED' | 'REASON_MISSING' }>;
type Selected = Promise<Result<ApplicationWritten, SelectionRefusal>>;

const TOLD: Readonly<Record<Selection, HistoryField<'CALL'>>> = {
  RECEIVED: 'application.reconsidered',
  CHOSEN: 'application.chosen',
  WAITLISTED: 'application.waitlisted',
  DECLINED: 'application.declined',
};

/** Gives an applicant a seat; after the decision of the call one who waits becomes a guide at once. */
export function chooseApplicant(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand,
): Selected {
  return select(writing, caller, command, 'CHOSEN');
}

/** Puts an applicant at the end of the waitlist. */
export function waitlistApplicant(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand,
): Selected {
  return select(writing, caller, command, 'WAITLISTED');
}

/** Declines an applicant, who reads the reason once the call is decided. */
export function declineApplicant(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand & { readonly reason?: string | null | undefined },
): Selected {
  return select(writing, caller, command, 'DECLINED');
}

/** Takes back what was said of an applicant. */
export function reconsiderApplicant(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand,
): Selected {
  return select(writing, caller, command, 'RECEIVED');
}

function select(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand & { readonly reason?: string | null | undefined },
  to: Selection,
): Selected {
  return onApplication(writing, caller, command, to, async (scope, call, application, facts) => {
    const { em } = scope;
    const { reason = null } = command;
    const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    const decided = decideSelection(facts, { to, reason, actor: scope.actor });
    if (!decided.ok) return err(refusalOf(decided.error));
    const { id, callId } = application;
    const rank =
      to !== 'WAITLISTED' ? null : (application.rank ?? (await waitlistOf(em, callId)).length + 1);
    await write(scope, application, { ...decided.value, rank }, { field: TOLD[to] });
    if (application.state === 'WAITLISTED' && rank === null) await closeGaps(em, callId);
    if (call.state === 'DECIDED') {
      await makeGuide(scope, call, application);
      await answerApplicants(em, { applicationIds: [id] }, scope.at);
    }
    return ok({ applicationId: id });
  });
}

/** Gives an applicant another place on the waitlist, from 1; those behind make room. */
export function moveOnWaitlist(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand & { readonly rank: number },
): Selected {
  const { rank } = command;
  return onApplication(
    writing,
    caller,
    command,
    'rank',
    async (scope, call, application, facts) => {
      const { em, actor } = scope;
      if (facts.state === 'WITHDRAWN') return err({ code: 'APPLICATION_WITHDRAWN' });
      if (!mayOrderWaitlist(facts, actor))
        return err(
          facts.state === 'WAITLISTED'
            ? { code: 'CALL_NOT_CLOSED', callState: call.state }
            : invalid('applicationId', 'WRONG_STATE'),
        );
      const { id, callId } = application;
      const others = (await waitlistOf(em, callId)).filter((one) => one !== id);
      if (rank < 1 || rank > others.length + 1) return err(invalid('rank', 'OUT_OF_RANGE'));
      await write(
        scope,
        application,
        {},
        {
          field: 'application.ranked',
          from: String(application.rank),
          to: String(rank),
        },
      );
      await putInOrder(em, callId, others.toSpliced(rank - 1, 0, id));
      return ok({ applicationId: id });
    },
  );
}

/** Notes something on an application that only the circle reads; null or a blank text empties it. */
export function noteApplicant(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand & { readonly note?: string | null | undefined },
): Selected {
  return onApplication(writing, caller, command, 'note', async (scope, _call, application) => {
    const note = textOrNull(command.note) ?? null;
    const faults = textFaults({ field: 'note', text: note, longest: LIMITS.text });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    // A withdrawn application holds nothing on its applicant any more.
    if (application.state === 'WITHDRAWN') return err({ code: 'APPLICATION_WITHDRAWN' });
    await write(scope, application, { note }, { field: 'application.noted' });
    return ok({ applicationId: application.id });
  });
}

/** The frame of what the circle says of an application: locks its call, hides what isn't confirmed, compares versions. */
function onApplication(
  writing: Writing,
  caller: Caller,
  command: ApplicationCommand,
  intent: string,
  decide: (
    scope: ProgrammeScope,
    call: LockedCall,
    application: ApplicationEntity,
    facts: ApplicationFacts,
  ) => Selected,
): Selected {
  const { applicationId, version } = command;
  return writeInProgramme<ApplicationWritten, SelectionRefusal>(
    writing,
    caller,
    { ...command, intent: `${intent} applicant` },
    { table: 'application', id: applicationId },
    false,
    async (scope) => {
      const { em, at } = scope;
      const found = await em.findOneBy(ApplicationEntity, { id: applicationId });
      if (found === null) return err({ code: 'NOT_FOUND' });
      if (intent === 'CHOSEN') await lockApplicants(em, found.callId);
      const call = await lockCall(em, found.callId, at);
      const application = await em.findOne(ApplicationEntity, {
        where: { id: applicationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (call === null || application === null || application.confirmedAt === null)
        return err({ code: 'NOT_FOUND' });
      if (application.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: applicationId,
          currentVersion: application.version,
          since: version,
        });
      const { state } = application;
      return decide(scope, call, application, {
        state,
        confirmed: true,
        callState: call.state,
        seats: call.row.seats ?? 0,
        otherChosen: call.chosen - (state === 'CHOSEN' ? 1 : 0),
      });
    },
  );
}

async function write(
  { em, keep }: ProgrammeScope,
  { id, version }: ApplicationEntity,
  set: Partial<ApplicationEntity>,
  history: HistoryDraft<'CALL'>,
): Promise<void> {
  await em.update(ApplicationEntity, { id }, { ...set, version: version + 1 });
  await keep({ subject: 'CALL', subjectId: id, version: version + 1 }, [history]);
}

function refusalOf(refusal: ApplicationRefusal): SelectionRefusal {
  if (refusal.code === 'APPLICATION_NOT_PERMITTED') return { code: 'NOT_ALLOWED' };
  return refusal.code === 'REASON_MISSING' ? invalid('reason', 'MISSING') : refusal;
}
