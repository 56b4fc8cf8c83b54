import { v7 as uuidv7 } from 'uuid';
import { decidePartMove, isReordering, STEP_MOVES } from '#domain/measures/part-moves.js';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { MeasureStepEntity } from '#persistence/measures/measure-step.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { dayOf, nextPosition } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import {
  writeMeasure,
  type MeasureChange,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
} from './write-measure.js';

type Answer = Promise<Result<MeasureWritten, MeasureRefusal>>;
type Extras = {
  readonly stage?: string | null | undefined;
  readonly dueDay?: LocalDay | null | undefined;
};
export type AddStepCommand = MeasureCommand & Extras & { readonly text: string };
export type StepCommand = MeasureCommand & { readonly stepId: string };
/** What is left out stays as it is; null empties it. */
export type EditStepCommand = StepCommand & Extras & { readonly text?: string | null | undefined };

/** Adds a step at the end. */
export function addStep(writing: Writing, caller: Caller, command: AddStepCommand): Answer {
  const { text, stage, dueDay = null } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'addStep', rights: ['EDITOR'] },
    async ({ em, measure: { id: measureId } }) => {
      const faults = faultsOf(command);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      await em.insert(MeasureStepEntity, {
        id: uuidv7(),
        measureId,
        position: await nextPosition(em, 'measure_step', measureId),
        text,
        stage: textOrNull(stage) ?? null,
        dueDay,
      });
      return ok({ history: [{ field: 'step.added', to: text }] });
    },
  );
}

/** Changes a step's words, stage or due day. */
export function editStep(writing: Writing, caller: Caller, command: EditStepCommand): Answer {
  const { text, stage, dueDay } = command;
  return writeStep(writing, caller, command, 'editStep', async ({ em }, step) => {
    const faults = faultsOf(command);
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    const set = given({ text: text ?? undefined, stage: textOrNull(stage), dueDay });
    const { text: words, stage: stageBefore, dueDay: dayBefore } = step;
    const before = { text: words, stage: stageBefore, dueDay: dayBefore };
    const [from, to] = [told(before), told({ ...before, ...set })];
    if (from === to) return ok({ history: [] });
    await em.update(MeasureStepEntity, { id: step.id }, set);
    return ok({ history: [{ field: 'step.changed', from, to }] });
  });
}

/** Says that a step is done: on a day, today by default. */
export function completeStep(
  writing: Writing,
  caller: Caller,
  command: StepCommand & { readonly day?: LocalDay | null | undefined },
): Answer {
  return writeStep(
    writing,
    caller,
    command,
    'completeStep',
    async ({ em, measure, at }, { id, state: present, text }) => {
      const state = decidePartMove(present, STEP_MOVES.COMPLETE);
      if (!state.ok) return err(invalid('stepId', state.error));
      const doneDay = command.day ?? (await dayOf(em, measure.programmeId, at));
      await em.update(MeasureStepEntity, { id }, { state: state.value, doneDay });
      return ok({ history: [{ field: 'step.done', to: text }] });
    },
  );
}

/** Opens a step again that was done or dropped. */
export function reopenStep(writing: Writing, caller: Caller, command: StepCommand): Answer {
  return writeStep(
    writing,
    caller,
    command,
    'reopenStep',
    async ({ em }, { id, state: present, text }) => {
      const state = decidePartMove(present, STEP_MOVES.REOPEN);
      if (!state.ok) return err(invalid('stepId', state.error));
      await em.update(
        MeasureStepEntity,
        { id },
        { state: state.value, doneDay: null, dropReason: null },
      );
      return ok({ history: [{ field: 'step.reopened', to: text }] });
    },
  );
}

/** Says that a step won't be done, and why. */
export function dropStep(
  writing: Writing,
  caller: Caller,
  command: StepCommand & { readonly reason: string },
): Answer {
  const { reason } = command;
  return writeStep(
    writing,
    caller,
    command,
    'dropStep',
    async ({ em }, { id, state: present, text }) => {
      const faults = textFaults({
        field: 'reason',
        text: reason,
        longest: LIMITS.text,
        required: true,
      });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const state = decidePartMove(present, STEP_MOVES.DROP);
      if (!state.ok) return err(invalid('stepId', state.error));
      await em.update(MeasureStepEntity, { id }, { state: state.value, dropReason: reason });
      return ok({ history: [{ field: 'step.dropped', to: text, reason }] });
    },
  );
}

/** Takes a step out altogether; those behind it move up. */
export function removeStep(writing: Writing, caller: Caller, command: StepCommand): Answer {
  return writeStep(
    writing,
    caller,
    command,
    'removeStep',
    async ({ em, measure }, { id, position, text }) => {
      await em.delete(MeasureStepEntity, { id });
      await em.query(
        'UPDATE measure_step SET position = position - 1 WHERE measure_id = $1 AND position > $2',
        [measure.id, position],
      );
      return ok({ history: [{ field: 'step.removed', from: text }] });
    },
  );
}

/** Puts the steps into another order: all of them, each once. */
export function reorderSteps(
  writing: Writing,
  caller: Caller,
  command: MeasureCommand & { readonly stepIds: readonly string[] },
): Answer {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent: 'reorderSteps', rights: ['EDITOR'] },
    async ({ em, measure: { id: measureId } }) => {
      const steps = await em.find(MeasureStepEntity, {
        where: { measureId },
        order: { position: 'ASC' },
      });
      const present = steps.map(({ id }) => id);
      const wanted = command.stepIds.map((id) => id.toLowerCase());
      if (!isReordering(present, wanted)) return err(invalid('stepIds', 'UNKNOWN'));
      if (present.join() === wanted.join()) return ok({ history: [] });
      await em.query(
        `UPDATE measure_step s SET position = w.place - 1
         FROM unnest($1::uuid[]) WITH ORDINALITY AS w(id, place) WHERE s.id = w.id`,
        [wanted],
      );
      const textOf = (id: string): string => steps.find((step) => step.id === id)?.text ?? '';
      return ok({
        history: [
          {
            field: 'step.reordered',
            from: present.map(textOf).join('\n'),
            to: wanted.map(textOf).join('\n'),
          },
        ],
      });
    },
  );
}

/** The frame of a write to one step of the measure. */
function writeStep(
  writing: Writing,
  caller: Caller,
  command: StepCommand,
  intent: string,
  decide: (
    scope: MeasureScope,
    step: MeasureStepEntity,
  ) => Promise<Result<MeasureChange, MeasureRefusal>>,
): Answer {
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    { intent, rights: ['EDITOR'] },
    async (scope) => {
      const step = await scope.em.findOneBy(MeasureStepEntity, {
        id: command.stepId,
        measureId: scope.measure.id,
      });
      return step ? decide(scope, step) : err(invalid('stepId', 'UNKNOWN'));
    },
  );
}

const faultsOf = ({ text, stage }: Pick<EditStepCommand, 'text' | 'stage'>) =>
  textFaults(
    { field: 'text', text, longest: LIMITS.text, required: true },
    { field: 'stage', text: stage, longest: LIMITS.title },
  );

/** A step as its history tells it. */
function told({ text, stage, dueDay }: Pick<MeasureStepEntity, 'text' | 'stage' | 'dueDay'>) {
  return [text, stage, dueDay].filter((part) => part !== null).join(' · ');
}
