import { v7 as uuidv7 } from 'uuid';
import { CALL_FIELDS, CHANGEABLE, type CallField } from '#domain/calls/decide-call.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { VolunteerCallEntity } from '#persistence/calls/volunteer-call.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { differences } from '../shared/history.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import type { InputFault, InvalidInput, StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import {
  writeInProgramme,
  type ProgrammeScope,
  type ProgrammeWriteRefusal,
} from '../shared/write-in-programme.js';
import { lockCall } from './lock-call.js';

export type CallWritten = { readonly callId: string };

type Texts = {
  readonly text?: string | null | undefined;
  /** Last day on which it can be answered. */
  readonly closesOn?: LocalDay | null | undefined;
  readonly seats?: number | null | undefined;
  /** Least length of a term, in loops. */
  readonly minimumTerm?: number | null | undefined;
  /** The loop with which the terms begin. */
  readonly firstLoopId?: string | null | undefined;
  /** Each in a word or two. */
  readonly qualifications?: readonly string[] | null | undefined;
  /** The call's own questions. */
  readonly questions?: readonly string[] | null | undefined;
};
export type CreateCallCommand = Texts & { readonly programme: string; readonly title: string };
/** What is left out stays as it is; null empties it. */
export type EditCallCommand = Texts & {
  readonly callId: string;
  readonly version: number;
  readonly title?: string | null | undefined;
};

type CreateRefusal = InvalidInput | ProgrammeWriteRefusal;

const MOST = { seats: 1_000, minimumTerm: 100, qualifications: 50, questions: 20 } as const;
const LONGEST_QUALIFICATION = 100;

/** Writes the draft of a call; only the title has to be there already. */
export function createCall(
  writing: Writing,
  caller: Caller,
  command: CreateCallCommand,
): Promise<Result<CallWritten, CreateRefusal>> {
  return writeInProgramme<CallWritten, CreateRefusal>(
    writing,
    caller,
    { ...command, intent: 'createCall' },
    { slug: command.programme },
    true,
    async (scope) => {
      const { em, programmeId, keep } = scope;
      const faults = await faultsOf(scope, command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const id = uuidv7();
      const { title } = command;
      const key = await freeKey(em, 'volunteer_call', programmeId, keyOf(title, 'aufruf'));
      await em.insert(VolunteerCallEntity, { ...columnsOf(command), title, id, programmeId, key });
      await keep({ subject: 'CALL', subjectId: id, version: 1 }, [{ field: 'created', to: title }]);
      return ok({ callId: id });
    },
  );
}

/** Changes what a call says, as far as its state lets it be changed (docs/spec/calls.md §2). */
export function editCall(
  writing: Writing,
  caller: Caller,
  command: EditCallCommand,
): Promise<Result<CallWritten, CreateRefusal | StaleVersion>> {
  const { callId, version } = command;
  return writeInProgramme<CallWritten, CreateRefusal | StaleVersion>(
    writing,
    caller,
    { ...command, intent: 'editCall' },
    { table: 'volunteer_call', id: callId },
    false,
    async (scope) => {
      const { em, at, keep } = scope;
      const call = await lockCall(em, callId, at);
      if (call === null) return err({ code: 'NOT_FOUND' });
      const { row, state, chosen } = call;
      if (row.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: callId,
          currentVersion: row.version,
          since: version,
        });
      const faults = [
        ...unchangeable(command, CHANGEABLE[state]),
        ...(await faultsOf(scope, command)),
      ];
      if (command.title === null) faults.push({ field: 'title', problem: 'MISSING' });
      const set = columnsOf(command);
      // Those who have applied have read these.
      if (state !== 'DRAFT')
        for (const field of ['text', 'seats'] as const)
          if (set[field] === null) faults.push({ field, problem: 'MISSING' });
      if (typeof set.seats === 'number' && set.seats < chosen)
        faults.push({ field: 'seats', problem: 'FEWER_THAN_CHOSEN' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const history = differences<CallField>(row, set);
      if (history.length === 0) return ok({ callId });
      await em.update(VolunteerCallEntity, { id: callId }, { ...set, version: version + 1 });
      await keep({ subject: 'CALL', subjectId: callId, version: version + 1 }, history);
      return ok({ callId });
    },
  );
}

/** A fault for each field that an input names although the call’s state keeps it as it is. */
function unchangeable(command: EditCallCommand, changeable: readonly CallField[]): InputFault[] {
  return CALL_FIELDS.filter(
    (field) => command[field] !== undefined && !changeable.includes(field),
  ).map((field) => ({ field, problem: 'WRONG_STATE' }));
}

function columnsOf(command: Texts & { readonly title?: string | null | undefined }) {
  const { qualifications, questions } = command;
  return given({
    title: command.title ?? undefined,
    text: textOrNull(command.text),
    closesOn: command.closesOn,
    seats: command.seats,
    minimumTerm: command.minimumTerm,
    firstLoopId: command.firstLoopId?.toLowerCase() ?? command.firstLoopId,
    qualifications: qualifications === undefined ? undefined : [...new Set(qualifications)],
    questions:
      questions?.map((text) => ({ id: uuidv7(), text })) ?? (questions === null ? [] : undefined),
  });
}

async function faultsOf(
  scope: ProgrammeScope,
  command: Texts & { readonly title?: string | null | undefined },
): Promise<InputFault[]> {
  const { qualifications, questions, firstLoopId } = command;
  const faults = textFaults(
    { field: 'title', text: command.title ?? undefined, longest: LIMITS.title, required: true },
    { field: 'text', text: command.text, longest: LIMITS.text },
    ...(qualifications ?? []).map((text, at) => ({
      field: `qualifications[${at}]`,
      text,
      longest: LONGEST_QUALIFICATION,
      required: true,
    })),
    ...(questions ?? []).map((text, at) => ({
      field: `questions[${at}]`,
      text,
      longest: LIMITS.question,
      required: true,
    })),
  );
  for (const field of ['seats', 'minimumTerm'] as const) {
    const value = command[field] ?? 1;
    if (value < 1 || value > MOST[field]) faults.push({ field, problem: 'OUT_OF_RANGE' });
  }
  for (const field of ['qualifications', 'questions'] as const)
    if ((command[field] ?? []).length > MOST[field])
      faults.push({ field, problem: 'OUT_OF_RANGE' });
  if (typeof firstLoopId === 'string') faults.push(...(await loopFaults(scope, firstLoopId)));
  return faults;
}

/** Terms begin with a loop of the programme that isn't over. */
async function loopFaults(
  { em, programmeId }: ProgrammeScope,
  loopId: string,
): Promise<InputFault[]> {
  const [loop] = await em.query<{ stage: string }[]>(
    'SELECT stage FROM learning_loop WHERE id = $1 AND programme_id = $2 FOR KEY SHARE',
    [loopId, programmeId],
  );
  if (loop === undefined) return [{ field: 'firstLoopId', problem: 'UNKNOWN' }];
  return loop.stage === 'CLOSED' ? [{ field: 'firstLoopId', problem: 'WRONG_STATE' }] : [];
}
