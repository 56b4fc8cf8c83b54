import { v7 as uuidv7 } from 'uuid';
import {
  decideCarryOver,
  type CarriedMeasureFacts,
  type CarryOverRequest,
  type MeasureDraft,
} from '#domain/measures/carry-over.js';
import { decideSuccessor } from '#domain/measures/plan-successor.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MeasureStepEntity } from '#persistence/measures/measure-step.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { TopicEntity } from '#persistence/topics/topic.entity.js';
import type { Caller } from '../shared/caller.js';
import { keepHistory } from '../shared/history.js';
import { invalid, type InvalidInput } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { inTurn, type BulkAnswer } from './in-turn.js';
import { refusalOf, type MeasureRefusal } from './measure-refusal.js';
import { changeOf } from './move-measure.js';
import { insertMeasure } from './new-measure.js';
import {
  writeMeasure,
  type MeasureChange,
  type MeasureCommand,
  type MeasureScope,
  type MeasureWritten,
} from './write-measure.js';

export type CarryOverCommand = MeasureCommand & {
  /** The later loop. */
  readonly loopNumber: number;
  /** The question there; without it the same topic's first one there, else a copy of the present question. */
  readonly actionFieldId?: string | null | undefined;
  readonly reason: string;
};
export type CarryOverMeasuresCommand = {
  readonly measures: readonly MeasureCommand[];
  readonly loopNumber: number;
  readonly reason: string;
};

/** Ends a measure in its loop, and begins its successor in a later one: that is the measure of the answer. */
export function carryOverMeasure(
  writing: Writing,
  caller: Caller,
  command: CarryOverCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  return withSuccessor(writing, caller, command, 'carryOverMeasure', (facts, request) => {
    const decision = decideCarryOver(facts, request);
    return decision.ok
      ? ok({
          successor: decision.value.successor,
          change: changeOf(decision.value.end, command.reason),
        })
      : err(refusalOf(decision.error));
  });
}

/** Carries several measures over, each by itself. */
export function carryOverMeasures(
  writing: Writing,
  caller: Caller,
  { measures, loopNumber, reason }: CarryOverMeasuresCommand,
): Promise<readonly BulkAnswer[]> {
  return inTurn(caller, measures, (one, measure) =>
    carryOverMeasure(writing, one, { ...measure, loopNumber, reason }),
  );
}

/** Begins the successor of a measure that is to be adapted, and that stays in ACT until it is done. */
export function planSuccessor(
  writing: Writing,
  caller: Caller,
  command: CarryOverCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  return withSuccessor(writing, caller, command, 'planSuccessor', (facts, request) => {
    const decision = decideSuccessor(facts, request);
    return decision.ok
      ? ok({ successor: decision.value, change: { history: [] } })
      : err(refusalOf(decision.error));
  });
}

/** The frame of both: finds the later loop, asks the rules, and writes the successor with its steps. */
function withSuccessor(
  writing: Writing,
  caller: Caller,
  command: CarryOverCommand,
  intent: string,
  decide: (
    facts: CarriedMeasureFacts,
    request: CarryOverRequest,
  ) => Result<{ successor: MeasureDraft; change: MeasureChange }, MeasureRefusal>,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  const { loopNumber, actionFieldId = null, reason } = command;
  return writeMeasure<MeasureRefusal>(
    writing,
    caller,
    command,
    // The rules name the closed loop among all else that is missing.
    { intent, rights: ['ANYONE'], evenWhenClosed: true, adds: true },
    async (scope) => {
      const { em, measure, loop, facts, actor, at } = scope;
      const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const steps = await em.findBy(MeasureStepEntity, { measureId: measure.id });
      const target = await em.findOne(LearningLoopEntity, {
        where: { programmeId: measure.programmeId, number: loopNumber },
        lock: { mode: 'pessimistic_read' },
      });
      const { id, title, description } = measure;
      const decision = decide(
        { ...facts, id, title, description, steps },
        { targetLoop: target, reason, successorId: uuidv7(), actor, at },
      );
      if (!decision.ok) return decision;
      // Never so after a granted carry-over; without this line the compiler couldn't know.
      if (target === null) return err({ code: 'MOVE_NOT_READY', missing: ['LATER_LOOP'] });
      const field = await fieldThere(scope, target, actionFieldId);
      if (!field.ok) return field;

      const { successor, change } = decision.value;
      const { successCriterion, ownerId, commissionerId } = successor;
      const shows = await insertMeasure(
        em,
        field.value,
        {
          id: successor.id,
          title,
          description,
          successCriterion,
          ownerId,
          commissionerId,
          carriedFromId: id,
          translations: measure.translations,
        },
        { actorId: actor.personId, at },
        [{ field: 'carriedFrom', from: String(loop.number), to: String(loopNumber), reason }],
      );
      await insertSteps(scope, successor, steps);
      const carried = { from: String(loop.number), to: String(loopNumber), reason };
      return ok({
        ...change,
        history: [...change.history, { field: 'carriedOver', ...carried }],
        shows,
      });
    },
  );
}

async function insertSteps(
  { em }: MeasureScope,
  { id: measureId, steps: drafts }: MeasureDraft,
  steps: readonly MeasureStepEntity[],
): Promise<void> {
  if (drafts.length === 0) return;
  await em.insert(
    MeasureStepEntity,
    drafts.map(({ copyOf, position, text, stage, dueDay, state }) => ({
      id: uuidv7(),
      measureId,
      // The rules count from 1, rows from 0.
      position: position - 1,
      text,
      stage,
      dueDay,
      state,
      translations: steps.find(({ id }) => id === copyOf)?.translations ?? {},
    })),
  );
}

/** The question of the later loop that the successor is to answer; copied there when the topic has none in it. */
async function fieldThere(
  { em, measure, actor, at }: MeasureScope,
  loop: LearningLoopEntity,
  actionFieldId: string | null,
): Promise<Result<ActionFieldEntity, InvalidInput>> {
  const { programmeId } = measure;
  if (actionFieldId !== null) {
    const field = await em.findOneBy(ActionFieldEntity, { id: actionFieldId, loopId: loop.id });
    return field ? ok(field) : err(invalid('actionFieldId', 'UNKNOWN'));
  }
  const present = await em.findOneByOrFail(ActionFieldEntity, { id: measure.actionFieldId });
  const { topicId, question, translations } = present;
  const first = await em.findOne(ActionFieldEntity, {
    where: { topicId, loopId: loop.id },
    order: { position: 'ASC', id: 'ASC' },
  });
  if (first !== null) return ok(first);
  const topic = await em.findOneByOrFail(TopicEntity, { id: topicId });
  const last = await em.maximum(ActionFieldEntity, 'position', { programmeId });
  const copy = {
    id: uuidv7(),
    programmeId,
    topicId,
    loopId: loop.id,
    key: await freeKey(
      em,
      'action_field',
      programmeId,
      keyOf(`${topic.key}-${loop.number}`, 'frage'),
    ),
    question,
    position: (last ?? -1) + 1,
    translations,
    version: 1,
  };
  await em.insert(ActionFieldEntity, copy);
  await keepHistory(
    em,
    {
      programmeId,
      subject: 'TOPIC',
      subjectId: topicId,
      actorId: actor.personId,
      at,
      version: 1,
    },
    [{ field: 'question.added', to: question, part: copy.id }],
  );
  return ok(copy);
}
