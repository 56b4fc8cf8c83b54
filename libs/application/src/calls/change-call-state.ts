import {
  decideCall as decide,
  type CallChanged,
  type CallIntent,
  type CallRefusal,
} from '#domain/calls/decide-call.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { ApplicationEntity } from '#persistence/calls/application.entity.js';
import { VolunteerCallEntity } from '#persistence/calls/volunteer-call.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import type { HistoryDraft } from '../shared/history.js';
import type { InvalidInput, StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { writeInProgramme, type ProgrammeWriteRefusal } from '../shared/write-in-programme.js';
import { lockApplicants, lockCall } from './lock-call.js';
import { answerApplicants } from './answer-applicants.js';
import { makeGuide } from './make-guide.js';
import type { CallWritten } from './write-calls.js';

export type CallCommand = { readonly callId: string; readonly version: number };
export type CallStateRefusal =
  | InvalidInput
  | StaleVersion
  | ProgrammeWriteRefusal
  | Exclude<CallRefusal, { readonly code: 'CALL_NOT_PERMITTED' }>;
type Changed = Promise<Result<CallWritten, CallStateRefusal>>;

/** Opens a draft from today on. */
export function openCall(writing: Writing, caller: Caller, command: CallCommand): Changed {
  return change(writing, caller, command, 'OPEN');
}

/** Gives a call another, later last day; one that is closed is open again. */
export function extendCall(
  writing: Writing,
  caller: Caller,
  command: CallCommand & { readonly closesOn: LocalDay },
): Changed {
  return change(writing, caller, command, 'EXTEND');
}

/** Closes a call before its last day. */
export function closeCall(
  writing: Writing,
  caller: Caller,
  command: CallCommand & { readonly reason?: string | null | undefined },
): Changed {
  return change(writing, caller, command, 'CLOSE');
}

/** Lets everyone know the own answer, and makes the chosen guides. */
export function decideCall(writing: Writing, caller: Caller, command: CallCommand): Changed {
  return change(writing, caller, command, 'DECIDE');
}

function change(
  writing: Writing,
  caller: Caller,
  command: CallCommand & {
    readonly reason?: string | null | undefined;
    readonly closesOn?: LocalDay;
  },
  intent: CallIntent,
): Changed {
  const { callId, version, reason = null, closesOn = null } = command;
  return writeInProgramme<CallWritten, CallStateRefusal>(
    writing,
    caller,
    { ...command, intent: `${intent.toLowerCase()}Call` },
    { table: 'volunteer_call', id: callId },
    false,
    async (scope) => {
      const { em, programmeId, actor, at, keep } = scope;
      if (intent === 'DECIDE') await lockApplicants(em, callId);
      let call = await lockCall(em, callId, at);
      if (call !== null && (intent === 'OPEN' || intent === 'EXTEND')) {
        // Of two calls that are opened at once, the second finds the first open.
        await em.query('SELECT 1 FROM programme WHERE id = $1 FOR NO KEY UPDATE', [programmeId]);
        call = await lockCall(em, callId, at);
      }
      if (call === null) return err({ code: 'NOT_FOUND' });
      const { row, facts, today } = call;
      if (row.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: callId,
          currentVersion: row.version,
          since: version,
        });
      const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const decided = decide(facts, { intent, reason, closesOn, actor, today });
      if (!decided.ok)
        return err(
          decided.error.code === 'CALL_NOT_PERMITTED' ? { code: 'NOT_ALLOWED' } : decided.error,
        );
      const { state, opensOn, closesOn: lastDay, reason: closedReason } = decided.value;
      await em.update(
        VolunteerCallEntity,
        { id: callId },
        {
          state,
          opensOn,
          closesOn: lastDay,
          // What was said of closing it early holds until it is open again.
          ...(intent !== 'DECIDE' && { closedReason }),
          ...(intent === 'DECIDE' && { decidedAt: at }),
          version: version + 1,
        },
      );
      await keep({ subject: 'CALL', subjectId: callId, version: version + 1 }, [
        historyOf(intent, decided.value),
      ]);
      if (intent === 'DECIDE') {
        const chosen = await em.find(ApplicationEntity, {
          where: { callId, state: 'CHOSEN' },
          order: { receivedAt: 'ASC', id: 'ASC' },
        });
        for (const application of chosen) await makeGuide(scope, call, application);
        // From here on each applicant sees the own answer.
        await answerApplicants(em, { callId }, at);
      }
      return ok({ callId });
    },
  );
}

function historyOf(intent: CallIntent, { closesOn, reason }: CallChanged): HistoryDraft<'CALL'> {
  if (intent === 'OPEN') return { field: 'opened', to: closesOn };
  if (intent === 'EXTEND') return { field: 'extended', to: closesOn };
  return intent === 'CLOSE' ? { field: 'closed', reason } : { field: 'decided' };
}
