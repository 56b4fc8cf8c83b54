import { v7 as uuidv7 } from 'uuid';
import { decidePartMove, RESULT_MOVES } from '#domain/measures/part-moves.js';
import { actsForCircle } from '#domain/people/actor.js';
import type { MeasureRight } from '#domain/measures/measure-rights.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { ResultEntity } from '#persistence/measures/result.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { differences, type HistoryDraft } from '../shared/history.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { nextPosition } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import {
  writeMeasure,
  type MeasureChange,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
} from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;
export type ResultCommand = MeasureCommand & { readonly resultId: string };
export type DraftResultCommand = MeasureCommand & {
  /** The result to change; without it a new one is begun. */
  readonly resultId?: string | null | undefined;
  readonly text: string;
  readonly day?: LocalDay | null | undefined;
};

/** Begins a result, or changes one; what isn't a draft any more is the circle's to change. */
export function draftResult(writing: Writing, caller: Caller, command: DraftResultCommand): Answer {
  const { resultId, text, day } = command;
  const faults = textFaults({ field: 'text', text, longest: LIMITS.text, required: true });
  if (resultId)
    return writeResult(
      writing,
      caller,
      { ...command, resultId },
      { intent: 'draftResult', right: 'EDITOR' },
      async ({ em }, result) => {
        if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
        const { id } = result;
        const history = changesOf(result, { text, day });
        if (history.length > 0) await em.update(ResultEntity, { id }, given({ text, day }));
        return ok({ history });
      },
    );
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'draftResult', rights: ['EDITOR'], adds: true },
    async ({ em, measure: { id: measureId, programmeId, key } }) => {
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const id = uuidv7();
      await em.insert(ResultEntity, {
        id,
        programmeId,
        measureId,
        key: await freeKey(em, 'result', programmeId, keyOf(`${key}-ergebnis`, 'ergebnis')),
        text,
        day: day ?? null,
        position: await nextPosition(em, 'result', measureId),
      });
      return ok({
        history: [
          { field: 'result.drafted', to: text, part: id },
          ...changesOf({ id, text, day: null }, { text, day }),
        ],
      });
    },
  );
}

/** Shows a result to everyone, from now on. */
export function publishResult(writing: Writing, caller: Caller, command: ResultCommand): Answer {
  return writeResult(
    writing,
    caller,
    command,
    { intent: 'publishResult', right: 'CIRCLE' },
    async ({ em, at }, { id, state: from, text: to }) => {
      const state = decidePartMove(from, RESULT_MOVES.PUBLISH);
      if (!state.ok) return err(invalid('resultId', state.error));
      await em.update(
        ResultEntity,
        { id },
        { state: state.value, publishedAt: at, internalReason: null },
      );
      return ok({ history: [{ field: 'result.published', from, to, part: id }] });
    },
  );
}

/** Makes a published or internal result a draft again, and says why. */
export function withdrawResult(
  writing: Writing,
  caller: Caller,
  command: ResultCommand & { readonly reason: string },
): Answer {
  const { reason } = command;
  return writeResult(
    writing,
    caller,
    command,
    { intent: 'withdrawResult', right: 'CIRCLE' },
    async ({ em }, { id, state: from, text: to }) => {
      const faults = reasonFaults(reason);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const state = decidePartMove(from, RESULT_MOVES.WITHDRAW);
      if (!state.ok) return err(invalid('resultId', state.error));
      await em.update(
        ResultEntity,
        { id },
        { state: state.value, publishedAt: null, internalReason: null },
      );
      return ok({ history: [{ field: 'result.withdrawn', from, to, reason, part: id }] });
    },
  );
}

/** Keeps a result inside for good, and says why. */
export function keepResultInternal(
  writing: Writing,
  caller: Caller,
  command: ResultCommand & { readonly reason: string },
): Answer {
  const { reason } = command;
  return writeResult(
    writing,
    caller,
    command,
    { intent: 'keepResultInternal', right: 'CIRCLE' },
    async ({ em }, { id, state: from, text: to }) => {
      const faults = reasonFaults(reason);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const state = decidePartMove(from, RESULT_MOVES.KEEP_INTERNAL);
      if (!state.ok) return err(invalid('resultId', state.error));
      await em.update(
        ResultEntity,
        { id },
        { state: state.value, publishedAt: null, internalReason: reason },
      );
      return ok({ history: [{ field: 'result.keptInternal', from, to, reason, part: id }] });
    },
  );
}

/** Takes a result out altogether; what isn't a draft any more is the circle's to remove. */
export function removeResult(writing: Writing, caller: Caller, command: ResultCommand): Answer {
  return writeResult(
    writing,
    caller,
    command,
    { intent: 'removeResult', right: 'EDITOR' },
    async ({ em }, { id, text: from }) => {
      await em.delete(ResultEntity, { id });
      return ok({ history: [{ field: 'result.removed', from, part: id }] });
    },
  );
}

/** The frame of a write to one result of the measure: what isn't a draft is the circle's alone. */
export function writeResult(
  writing: Writing,
  caller: Caller,
  command: ResultCommand,
  { intent, right }: { readonly intent: string; readonly right: MeasureRight },
  decide: (
    scope: MeasureScope,
    result: ResultEntity,
  ) => Promise<Result<MeasureChange, MeasureRefusal>>,
): Answer {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent, rights: [right] },
    async (scope) => {
      const result = await scope.em.findOneBy(ResultEntity, {
        id: command.resultId,
        measureId: scope.measure.id,
      });
      if (result === null) return err(invalid('resultId', 'UNKNOWN'));
      if (result.state !== 'DRAFT' && !actsForCircle(scope.actor))
        return err({ code: 'NOT_ALLOWED' });
      return decide(scope, result);
    },
  );
}

/** What the history tells of a result's text and day: each change of it, from what to what. */
function changesOf(
  { id, ...before }: Pick<ResultEntity, 'id' | 'text' | 'day'>,
  after: { readonly text: string; readonly day: LocalDay | null | undefined },
): HistoryDraft<'MEASURE'>[] {
  return differences(before, given(after)).map(({ field, from, to }) => ({
    field: field === 'day' ? 'result.day' : 'result.changed',
    from,
    to,
    part: id,
  }));
}

const reasonFaults = (text: string) =>
  textFaults({ field: 'reason', text, longest: LIMITS.text, required: true });
