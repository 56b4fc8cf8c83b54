import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { MeasureRight } from '#domain/measures/measure-rights.js';
import { decidePartMove, NEXT_STEP_MOVES } from '#domain/measures/part-moves.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { NextStepEntity } from '#persistence/measures/next-step.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import type { HistoryDraft } from '../shared/history.js';
import { invalid, type InputFault } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { dayOf, findCandidate, nextPosition, unknownFaults } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import {
  writeMeasure,
  type MeasureChange,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
  type WriteNeeds,
} from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;
type Extras = {
  readonly dueFrom?: LocalDay | null | undefined;
  readonly dueDay?: LocalDay | null | undefined;
  readonly addresseeUnitId?: string | null | undefined;
  readonly addresseePersonId?: string | null | undefined;
  readonly decisionId?: string | null | undefined;
};
export type AddNextStepCommand = MeasureCommand & Extras & { readonly text: string };
export type NextStepCommand = MeasureCommand & { readonly nextStepId: string };
/** What is left out stays as it is; null empties it. */
export type EditNextStepCommand = NextStepCommand &
  Extras & { readonly text?: string | null | undefined };

/** Adds a next step at the end. */
export function addNextStep(writing: Writing, caller: Caller, command: AddNextStepCommand): Answer {
  const { text } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'addNextStep', rights: ['EDITOR'], adds: true },
    async ({ em, measure: { id: measureId, programmeId } }) => {
      const extras = extrasOf(command);
      const faults = await faultsOf(em, programmeId, { ...extras, text });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      await em.insert(NextStepEntity, {
        ...extras,
        id: uuidv7(),
        programmeId,
        measureId,
        key: await freeKey(em, 'next_step', programmeId, keyOf(text.slice(0, 60), 'weiter')),
        position: await nextPosition(em, 'next_step', measureId),
        text,
      });
      return ok({ history: [{ field: 'nextStep.added', to: text }] });
    },
  );
}

/** Changes a next step's words, days, addressee or decision. */
export function editNextStep(
  writing: Writing,
  caller: Caller,
  command: EditNextStepCommand,
): Answer {
  const { text } = command;
  return writeNextStep(
    writing,
    caller,
    command,
    { intent: 'editNextStep' },
    async ({ em, measure }, before) => {
      const set = { ...extrasOf(command), ...given({ text: text ?? undefined }) };
      const after = { ...columnsOf(before), ...set };
      // A unit takes the place of a person and the other way round, unless both are named.
      if (command.addresseeUnitId && command.addresseePersonId === undefined)
        after.addresseePersonId = null;
      if (command.addresseePersonId && command.addresseeUnitId === undefined)
        after.addresseeUnitId = null;
      const { addresseeUnitId, addresseePersonId, decisionId, dueFrom, dueDay } = after;
      const named = { addresseeUnitId, addresseePersonId, decisionId };
      const faults = await faultsOf(em, measure.programmeId, {
        // What stood there before isn't looked for again: it may have been blocked since.
        ...onlyChanged(named, before),
        both: addresseeUnitId !== null && addresseePersonId !== null,
        dueFrom,
        dueDay,
        text,
      });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (!Object.entries(after).some(([name, value]) => value !== before[name as 'text']))
        return ok({ history: [] });
      await em.update(NextStepEntity, { id: before.id }, after);
      return ok({ history: await changesOf(em, before, after) });
    },
  );
}

/** Says that a next step is done, on a day, today by default; also after the close of the loop. */
export function completeNextStep(
  writing: Writing,
  caller: Caller,
  command: NextStepCommand & { readonly day?: LocalDay | null | undefined },
): Answer {
  return writeNextStep(
    writing,
    caller,
    command,
    { intent: 'completeNextStep', evenWhenClosed: true },
    async ({ em, measure, at }, { id, state: present, text }) => {
      const state = decidePartMove(present, NEXT_STEP_MOVES.COMPLETE);
      if (!state.ok) return err(invalid('nextStepId', state.error));
      const doneDay = command.day ?? (await dayOf(em, measure.programmeId, at));
      await em.update(NextStepEntity, { id }, { state: state.value, doneDay });
      return ok({ history: [{ field: 'nextStep.done', to: text }] });
    },
  );
}

/** Opens a next step again that was done or dropped; also after the close of the loop. */
export function reopenNextStep(writing: Writing, caller: Caller, command: NextStepCommand): Answer {
  return writeNextStep(
    writing,
    caller,
    command,
    { intent: 'reopenNextStep', evenWhenClosed: true },
    async ({ em }, { id, state: present, text }) => {
      const state = decidePartMove(present, NEXT_STEP_MOVES.REOPEN);
      if (!state.ok) return err(invalid('nextStepId', state.error));
      await em.update(
        NextStepEntity,
        { id },
        { state: state.value, doneDay: null, dropReason: null },
      );
      return ok({ history: [{ field: 'nextStep.reopened', to: text }] });
    },
  );
}

/** Says that a next step won't be done, and why; also after the close of the loop. */
export function dropNextStep(
  writing: Writing,
  caller: Caller,
  command: NextStepCommand & { readonly reason: string },
): Answer {
  const { reason } = command;
  return writeNextStep(
    writing,
    caller,
    command,
    { intent: 'dropNextStep', evenWhenClosed: true },
    async ({ em }, { id, state: present, text }) => {
      const faults = textFaults({
        field: 'reason',
        text: reason,
        longest: LIMITS.text,
        required: true,
      });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const state = decidePartMove(present, NEXT_STEP_MOVES.DROP);
      if (!state.ok) return err(invalid('nextStepId', state.error));
      await em.update(NextStepEntity, { id }, { state: state.value, dropReason: reason });
      return ok({ history: [{ field: 'nextStep.dropped', to: text, reason }] });
    },
  );
}

/** The frame of a write to one next step of the measure; editors may, unless it says otherwise. */
export function writeNextStep(
  writing: Writing,
  caller: Caller,
  command: NextStepCommand,
  needs: Omit<WriteNeeds, 'rights'> & { readonly right?: MeasureRight },
  decide: (
    scope: MeasureScope,
    nextStep: NextStepEntity,
  ) => Promise<Result<MeasureChange, MeasureRefusal>>,
): Answer {
  const { right = 'EDITOR', ...rest } = needs;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { ...rest, rights: [right] },
    async (scope) => {
      const nextStep = await scope.em.findOneBy(NextStepEntity, {
        id: command.nextStepId,
        measureId: scope.measure.id,
      });
      return nextStep ? decide(scope, nextStep) : err(invalid('nextStepId', 'UNKNOWN'));
    },
  );
}

/** The columns that an edit can change. */
function columnsOf(nextStep: NextStepEntity) {
  const { text, dueFrom, dueDay, addresseeUnitId, addresseePersonId, decisionId } = nextStep;
  return { text, dueFrom, dueDay, addresseeUnitId, addresseePersonId, decisionId };
}

/** The columns that an input names. */
function extrasOf(command: Extras) {
  const { dueFrom, dueDay, addresseeUnitId, addresseePersonId, decisionId } = command;
  return given({
    dueFrom,
    dueDay,
    addresseeUnitId: addresseeUnitId?.toLowerCase() ?? addresseeUnitId,
    addresseePersonId: addresseePersonId?.toLowerCase() ?? addresseePersonId,
    decisionId: decisionId?.toLowerCase() ?? decisionId,
  });
}

function onlyChanged<Columns extends Readonly<Record<string, string | null>>>(
  columns: Columns,
  before: NextStepEntity,
): Partial<Columns> {
  return Object.fromEntries(
    Object.entries(columns).filter(([name, value]) => value !== before[name as 'text']),
  ) as Partial<Columns>;
}

async function faultsOf(
  em: EntityManager,
  programmeId: string,
  nextStep: Extras & { readonly text?: string | null | undefined; readonly both?: boolean },
): Promise<InputFault[]> {
  const { text, dueFrom, dueDay, addresseeUnitId, addresseePersonId, decisionId } = nextStep;
  const { both = Boolean(addresseeUnitId && addresseePersonId) } = nextStep;
  const faults: InputFault[] = [
    ...textFaults({ field: 'text', text, longest: LIMITS.text, required: true }),
    ...(await unknownFaults(em, programmeId, 'organisational_unit', 'addresseeUnitId', [
      addresseeUnitId,
    ])),
    ...(await unknownFaults(em, programmeId, 'decision', 'decisionId', [decisionId])),
  ];
  if (both) faults.push({ field: 'addresseePersonId', problem: 'OUT_OF_RANGE' });
  else if (
    addresseePersonId &&
    (await findCandidate(em, programmeId, addresseePersonId, 'CONTRIBUTOR')) === null
  )
    faults.push({ field: 'addresseePersonId', problem: 'UNKNOWN' });
  if (dueFrom && dueDay && dueDay < dueFrom)
    faults.push({ field: 'dueDay', problem: 'OUT_OF_RANGE' });
  return faults;
}

/**
 * What the history tells of an edit. A person stands in it as an id, so that the name can go with the person; units
 * and decisions as they are called now.
 */
async function changesOf(
  em: EntityManager,
  before: NextStepEntity,
  after: ReturnType<typeof columnsOf>,
): Promise<HistoryDraft<'MEASURE'>[]> {
  const part = before.id;
  const history: HistoryDraft<'MEASURE'>[] = [];
  const changed = { from: told(before), to: told(after) };
  if (changed.from !== changed.to) history.push({ field: 'nextStep.changed', ...changed, part });
  const called = (sql: string) => async (id: string | null) => {
    if (id === null) return null;
    const [row] = await em.query<{ name: string }[]>(sql, [id]);
    return row?.name ?? null;
  };
  for (const [field, column, nameOf] of [
    [
      'nextStep.unit',
      'addresseeUnitId',
      called('SELECT name FROM organisational_unit WHERE id = $1'),
    ],
    ['nextStep.person', 'addresseePersonId', (id: string | null) => Promise.resolve(id)],
    ['nextStep.decision', 'decisionId', called('SELECT point AS name FROM decision WHERE id = $1')],
  ] as const)
    if (before[column] !== after[column])
      history.push({
        field,
        from: await nameOf(before[column]),
        to: await nameOf(after[column]),
        part,
      });
  return history;
}

/** A next step's words and days as its history tells them. */
function told({ text, dueFrom, dueDay }: Pick<NextStepEntity, 'text' | 'dueFrom' | 'dueDay'>) {
  return [text, dueFrom, dueDay].filter((part) => part !== null).join(' · ');
}
