import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Ruling } from '#domain/decisions/ruling.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { DecisionEntity } from '#persistence/decisions/decision.entity.js';
import { DecisionMeasureEntity } from '#persistence/decisions/decision-measure.entity.js';
import { NextStepEntity } from '#persistence/measures/next-step.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { differences, type HistoryDraft } from '../shared/history.js';
import {
  stale,
  type InputFault,
  type InUse,
  type InvalidInput,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import {
  writeInProgramme,
  type ProgrammeScope,
  type ProgrammeWriteRefusal,
} from '../shared/write-in-programme.js';

export type DecisionAnswer = { readonly decisionId: string };
type Texts = {
  /** Who ruled. */
  readonly body: string;
  /** Day of the meeting. */
  readonly day: LocalDay;
  /** What was to be ruled on. */
  readonly point: string;
  readonly ruling: Ruling;
};
export type RecordDecisionCommand = Texts & {
  readonly programme: string;
  readonly note?: string | null | undefined;
  readonly measureIds?: readonly string[] | null | undefined;
};
/** What is left out stays as it is. */
export type EditDecisionCommand = {
  readonly [Name in keyof Texts]?: Texts[Name] | null | undefined;
} & {
  readonly decisionId: string;
  readonly version: number;
  readonly note?: string | null | undefined;
  readonly measureIds?: readonly string[] | null | undefined;
};

type RecordRefusal = InvalidInput | ProgrammeWriteRefusal;

/** Records how a body ruled on a point, and the measures of the programme that it is about. */
export function recordDecision(
  writing: Writing,
  caller: Caller,
  command: RecordDecisionCommand,
): Promise<Result<DecisionAnswer, RecordRefusal>> {
  return writeInProgramme<DecisionAnswer, RecordRefusal>(
    writing,
    caller,
    { ...command, intent: 'recordDecision' },
    { slug: command.programme },
    true,
    async (scope) => {
      const { em, programmeId, keep } = scope;
      const { body, day, point, ruling, note = null } = command;
      const measureIds = idsOf(command.measureIds ?? []);
      const faults = [...textsOf(command), ...(await unknownMeasures(scope, measureIds))];
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const id = uuidv7();
      const key = await freeKey(
        em,
        'decision',
        programmeId,
        keyOf(`${body.slice(0, 50)} ${day}`, 'beschluss'),
      );
      await em.insert(DecisionEntity, {
        id,
        programmeId,
        key,
        body,
        day,
        point,
        ruling,
        note: textOrNull(note) ?? null,
      });
      await keep({ subject: 'DECISION', subjectId: id, version: 1 }, [
        { field: 'created', to: ruling },
      ]);
      await link(scope, { id, point, version: 1 }, [], measureIds);
      return ok({ decisionId: id });
    },
  );
}

/** Changes a decision; `measureIds` replaces the measures that it is about. */
export function editDecision(
  writing: Writing,
  caller: Caller,
  command: EditDecisionCommand,
): Promise<Result<DecisionAnswer, RecordRefusal | StaleVersion>> {
  const { decisionId, version } = command;
  return writeInProgramme<DecisionAnswer, RecordRefusal | StaleVersion>(
    writing,
    caller,
    { ...command, intent: 'editDecision' },
    { table: 'decision', id: decisionId },
    false,
    async (scope) => {
      const { em, keep } = scope;
      const decision = await em.findOne(DecisionEntity, {
        where: { id: decisionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!decision) return err({ code: 'NOT_FOUND' });
      if (decision.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: decisionId,
          currentVersion: decision.version,
          since: version,
        });
      const before = (await em.findBy(DecisionMeasureEntity, { decisionId })).map(
        ({ measureId }) => measureId,
      );
      const { body, day, point, ruling, note } = command;
      const measureIds = command.measureIds ? idsOf(command.measureIds) : before;
      const faults = [
        ...textsOf(command),
        ...Object.entries({ day, ruling }).flatMap(([field, value]): InputFault[] =>
          value === null ? [{ field, problem: 'MISSING' }] : [],
        ),
        ...(await unknownMeasures(scope, measureIds)),
      ];
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const set = given({
        body: body ?? undefined,
        day: day ?? undefined,
        point: point ?? undefined,
        ruling: ruling ?? undefined,
        note: textOrNull(note),
      });
      const next = version + 1;
      await em.update(DecisionEntity, { id: decisionId }, { ...set, version: next });
      await keep(
        { subject: 'DECISION', subjectId: decisionId, version: next },
        differences(textsIn(decision), set),
      );
      await link(
        scope,
        { id: decisionId, point: set.point ?? decision.point, version: next },
        before,
        measureIds,
      );
      return ok({ decisionId });
    },
  );
}

/**
 * Takes a decision away that was recorded by mistake; the history of the measures that it was about tells of it. IN_USE
 * while a next step follows from it.
 */
export function removeDecision(
  writing: Writing,
  caller: Caller,
  command: { readonly decisionId: string; readonly version: number },
): Promise<Result<{ readonly id: string }, InUse | StaleVersion | ProgrammeWriteRefusal>> {
  const { decisionId, version } = command;
  return writeInProgramme<{ readonly id: string }, InUse | StaleVersion | ProgrammeWriteRefusal>(
    writing,
    caller,
    { ...command, intent: 'removeDecision' },
    { table: 'decision', id: decisionId },
    false,
    async (scope) => {
      const { em, keep } = scope;
      // With the lock, no next step begins to follow from it meanwhile.
      const decision = await em.findOne(DecisionEntity, {
        where: { id: decisionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!decision) return err({ code: 'NOT_FOUND' });
      if (decision.version !== version) return err(stale(decision, version));
      if (await em.existsBy(NextStepEntity, { decisionId })) return err({ code: 'IN_USE' });
      const measures = await em.findBy(DecisionMeasureEntity, { decisionId });
      const { point } = decision;
      await link(
        scope,
        { id: decisionId, point, version },
        measures.map(({ measureId }) => measureId),
        [],
      );
      await em.delete(DecisionEntity, { id: decisionId });
      await keep({ subject: 'DECISION', subjectId: decisionId, version }, [
        { field: 'removed', from: point },
      ]);
      return ok({ id: decisionId });
    },
  );
}

function textsOf({
  body,
  point,
  note,
}: Pick<EditDecisionCommand, 'body' | 'point' | 'note'>): InputFault[] {
  return textFaults(
    { field: 'body', text: body, longest: LIMITS.title, required: true },
    { field: 'point', text: point, longest: LIMITS.text, required: true },
    { field: 'note', text: note, longest: LIMITS.text },
  );
}

const textsIn = ({
  body,
  day,
  point,
  ruling,
  note,
}: DecisionEntity): Readonly<Record<string, unknown>> => ({
  body,
  day,
  point,
  ruling,
  note,
});

/** Each id once, as the database writes it. */
function idsOf(named: readonly string[]): string[] {
  return [...new Set(named.map((id) => id.toLowerCase()))];
}

/** A fault for each id that is no measure of the programme, whatever else it is. */
async function unknownMeasures(
  { em, programmeId }: ProgrammeScope,
  measureIds: readonly string[],
): Promise<InputFault[]> {
  const rows = await em.query<{ id: string }[]>(
    'SELECT id FROM measure WHERE programme_id = $1 AND id = ANY($2) FOR KEY SHARE',
    [programmeId, measureIds],
  );
  const known = new Set(rows.map(({ id }) => id));
  return measureIds.flatMap((id, at): InputFault[] =>
    known.has(id) ? [] : [{ field: `measureIds[${at}]`, problem: 'UNKNOWN' }],
  );
}

/** Makes the decision be about `after` instead of `before`, and tells the history of both sides. */
async function link(
  { em, keep }: ProgrammeScope,
  decision: { readonly id: string; readonly point: string; readonly version: number },
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const decisionId = decision.id;
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  if (removed.length > 0)
    await em.delete(DecisionMeasureEntity, { decisionId, measureId: In(removed) });
  if (added.length > 0)
    await em.insert(
      DecisionMeasureEntity,
      added.map((measureId) => ({ decisionId, measureId })),
    );
  const subject = {
    subject: 'DECISION',
    subjectId: decisionId,
    version: decision.version,
  } as const;
  const titles = await titlesOf(em, [...added, ...removed]);
  await keep(subject, [
    ...added.map((id): HistoryDraft<'DECISION'> => ({
      field: 'measure.added',
      to: titles.get(id) ?? null,
    })),
    ...removed.map((id): HistoryDraft<'DECISION'> => ({
      field: 'measure.removed',
      from: titles.get(id) ?? null,
    })),
  ]);
  // The measure keeps its version: what its owner writes isn't touched.
  for (const measureId of added)
    await keep({ subject: 'MEASURE', subjectId: measureId, version: null }, [
      { field: 'decision.added', to: decision.point },
    ]);
  for (const measureId of removed)
    await keep({ subject: 'MEASURE', subjectId: measureId, version: null }, [
      { field: 'decision.removed', from: decision.point },
    ]);
}

async function titlesOf(
  em: ProgrammeScope['em'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await em.query<{ id: string; title: string }[]>(
    'SELECT id, title FROM measure WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
