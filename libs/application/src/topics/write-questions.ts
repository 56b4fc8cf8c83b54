import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { TopicEntity } from '#persistence/topics/topic.entity.js';
import type { Caller } from '../shared/caller.js';
import {
  invalid,
  stale,
  type InUse,
  type InvalidInput,
  type LoopFrozen,
  type NotFound,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { writeInProgramme, type ProgrammeWriteRefusal } from '../shared/write-in-programme.js';

export type ActionFieldAnswer = { readonly actionFieldId: string };
export type AskQuestionCommand = {
  readonly topicId: string;
  readonly loopNumber: number;
  readonly question: string;
};
export type EditQuestionCommand = {
  readonly actionFieldId: string;
  readonly version: number;
  readonly question: string;
};

type AskRefusal = InvalidInput | LoopFrozen | ProgrammeWriteRefusal;

/** Asks a question of a topic in a loop that isn't closed: a new action field, behind the others. */
export function askQuestion(
  writing: Writing,
  caller: Caller,
  command: AskQuestionCommand,
): Promise<Result<ActionFieldAnswer, AskRefusal>> {
  const { topicId, loopNumber, question } = command;
  return writeInProgramme<ActionFieldAnswer, AskRefusal>(
    writing,
    caller,
    { ...command, intent: 'askQuestion' },
    { table: 'topic', id: topicId },
    true,
    async ({ em, programmeId, keep }) => {
      const topic = await em.findOne(TopicEntity, {
        where: { id: topicId },
        lock: { mode: 'pessimistic_read' },
      });
      if (!topic) return err({ code: 'NOT_FOUND' });
      const faults = faultsOf(question);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const loop = await em.findOne(LearningLoopEntity, {
        where: { programmeId, number: loopNumber },
        lock: { mode: 'pessimistic_read' },
      });
      if (!loop) return err(invalid('loopNumber', 'UNKNOWN'));
      if (loop.stage === 'CLOSED') return err({ code: 'LOOP_FROZEN', loopNumber });
      const key = await freeKey(
        em,
        'action_field',
        programmeId,
        keyOf(`${topic.key}-${loopNumber}`, 'frage'),
      );
      const last = await em.maximum(ActionFieldEntity, 'position', { programmeId });
      const id = uuidv7();
      await em.insert(ActionFieldEntity, {
        id,
        programmeId,
        topicId,
        loopId: loop.id,
        key,
        question,
        position: (last ?? -1) + 1,
      });
      await keep({ subject: 'TOPIC', subjectId: topicId, version: 1 }, [
        { field: 'question.added', to: question, part: id },
      ]);
      return ok({ actionFieldId: id });
    },
  );
}

/** Puts a question in other words, as long as its loop isn't closed. */
export function editQuestion(
  writing: Writing,
  caller: Caller,
  command: EditQuestionCommand,
): Promise<Result<ActionFieldAnswer, AskRefusal | StaleVersion>> {
  const { actionFieldId, question } = command;
  return writeInProgramme<ActionFieldAnswer, AskRefusal | StaleVersion>(
    writing,
    caller,
    { ...command, intent: 'editQuestion' },
    { table: 'action_field', id: actionFieldId },
    false,
    async ({ em, keep }) => {
      const found = await lockOpenField(em, actionFieldId);
      if (!found.ok) return found;
      const { value: field } = found;
      if (field.version !== command.version) return err(stale(field, command.version));
      const faults = faultsOf(question);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (field.question === question) return ok({ actionFieldId });
      const version = field.version + 1;
      await em.update(ActionFieldEntity, { id: actionFieldId }, { question, version });
      await keep({ subject: 'TOPIC', subjectId: field.topicId, version }, [
        { field: 'question.changed', from: field.question, to: question, part: actionFieldId },
      ]);
      return ok({ actionFieldId });
    },
  );
}

/** Takes a question away that no measure answers; else IN_USE. */
export function removeQuestion(
  writing: Writing,
  caller: Caller,
  command: { readonly actionFieldId: string },
): Promise<Result<{ readonly id: string }, InUse | LoopFrozen | ProgrammeWriteRefusal>> {
  const { actionFieldId } = command;
  return writeInProgramme<{ readonly id: string }, InUse | LoopFrozen | ProgrammeWriteRefusal>(
    writing,
    caller,
    { actionFieldId, intent: 'removeQuestion' },
    { table: 'action_field', id: actionFieldId },
    false,
    async ({ em, keep }) => {
      const found = await lockOpenField(em, actionFieldId);
      if (!found.ok) return found;
      const { value: field } = found;
      if (await em.existsBy(MeasureEntity, { actionFieldId })) return err({ code: 'IN_USE' });
      await em.delete(ActionFieldEntity, { id: actionFieldId });
      await keep({ subject: 'TOPIC', subjectId: field.topicId, version: null }, [
        { field: 'question.removed', from: field.question, part: actionFieldId },
      ]);
      return ok({ id: actionFieldId });
    },
  );
}

/** The action field, locked against new measures, and its loop against its close. */
async function lockOpenField(
  em: EntityManager,
  actionFieldId: string,
): Promise<Result<ActionFieldEntity, NotFound | LoopFrozen>> {
  const field = await em.findOne(ActionFieldEntity, {
    where: { id: actionFieldId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!field) return err({ code: 'NOT_FOUND' });
  const loop = await em.findOneOrFail(LearningLoopEntity, {
    where: { id: field.loopId },
    lock: { mode: 'pessimistic_read' },
  });
  return loop.stage === 'CLOSED'
    ? err({ code: 'LOOP_FROZEN', loopNumber: loop.number })
    : ok(field);
}

function faultsOf(question: string): InvalidInput['faults'] {
  return textFaults({
    field: 'question',
    text: question,
    longest: LIMITS.question,
    required: true,
  });
}
