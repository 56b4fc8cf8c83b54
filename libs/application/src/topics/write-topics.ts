import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { TopicEntity } from '#persistence/topics/topic.entity.js';
import type { Caller } from '../shared/caller.js';
import { differences } from '../shared/history.js';
import { stale, type InUse, type InvalidInput, type StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { writeInProgramme, type ProgrammeWriteRefusal } from '../shared/write-in-programme.js';

export type TopicAnswer = { readonly topicId: string };
export type CreateTopicCommand = {
  readonly programme: string;
  /** Made from the title when left out; a programme file names the topic by it. */
  readonly key?: string | null | undefined;
  readonly title: string;
  readonly description?: string | null | undefined;
};
/** What is left out stays as it is; null empties it. */
export type EditTopicCommand = {
  readonly topicId: string;
  readonly version: number;
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
};

/** Adds a topic behind the others. IN_USE when another topic has the key that was asked for. */
export function createTopic(
  writing: Writing,
  caller: Caller,
  command: CreateTopicCommand,
): Promise<Result<TopicAnswer, InvalidInput | InUse | ProgrammeWriteRefusal>> {
  return writeInProgramme<TopicAnswer, InvalidInput | InUse | ProgrammeWriteRefusal>(
    writing,
    caller,
    { ...command, intent: 'createTopic' },
    { slug: command.programme },
    true,
    async ({ em, programmeId, keep }) => {
      const { title, description = null, key: asked = null } = command;
      const faults = textsOfTopic({ title, description });
      if (asked !== null && (asked === '' || keyOf(asked, '') !== asked))
        faults.push({ field: 'key', problem: 'MALFORMED' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const wanted = asked ?? keyOf(title, 'thema');
      const key = await freeKey(em, 'topic', programmeId, wanted);
      if (asked !== null && key !== asked) return err({ code: 'IN_USE' });
      const last = await em.maximum(TopicEntity, 'position', { programmeId });
      const id = uuidv7();
      await em.insert(TopicEntity, {
        id,
        programmeId,
        key,
        title,
        description: textOrNull(description) ?? null,
        position: (last ?? -1) + 1,
      });
      await keep({ subject: 'TOPIC', subjectId: id, version: 1 }, [
        { field: 'created', to: title },
      ]);
      return ok({ topicId: id });
    },
  );
}

/** Changes a topic's title or description. */
export function editTopic(
  writing: Writing,
  caller: Caller,
  command: EditTopicCommand,
): Promise<Result<TopicAnswer, InvalidInput | StaleVersion | ProgrammeWriteRefusal>> {
  const { topicId } = command;
  return writeInProgramme<TopicAnswer, InvalidInput | StaleVersion | ProgrammeWriteRefusal>(
    writing,
    caller,
    { ...command, intent: 'editTopic' },
    { table: 'topic', id: topicId },
    false,
    async ({ em, keep }) => {
      const topic = await em.findOne(TopicEntity, {
        where: { id: topicId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!topic) return err({ code: 'NOT_FOUND' });
      if (topic.version !== command.version) return err(stale(topic, command.version));
      const { title, description } = command;
      const faults = textsOfTopic({ title, description });
      if (title === null) faults.push({ field: 'title', problem: 'MISSING' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const set = given({
        title: title ?? undefined,
        description: textOrNull(description),
      });
      const history = differences({ title: topic.title, description: topic.description }, set);
      if (history.length === 0) return ok({ topicId });
      const version = topic.version + 1;
      await em.update(TopicEntity, { id: topicId }, { ...set, version });
      await keep({ subject: 'TOPIC', subjectId: topicId, version }, history);
      return ok({ topicId });
    },
  );
}

/** Takes a topic away that no question was ever asked of; else IN_USE. */
export function removeTopic(
  writing: Writing,
  caller: Caller,
  command: { readonly topicId: string },
): Promise<Result<{ readonly id: string }, InUse | ProgrammeWriteRefusal>> {
  const { topicId } = command;
  return writeInProgramme<{ readonly id: string }, InUse | ProgrammeWriteRefusal>(
    writing,
    caller,
    { topicId, intent: 'removeTopic' },
    { table: 'topic', id: topicId },
    false,
    async ({ em, keep }) => {
      // With the lock, nobody asks a question of it meanwhile.
      const topic = await em.findOne(TopicEntity, {
        where: { id: topicId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!topic) return err({ code: 'NOT_FOUND' });
      if (await em.existsBy(ActionFieldEntity, { topicId })) return err({ code: 'IN_USE' });
      await em.delete(TopicEntity, { id: topicId });
      await keep({ subject: 'TOPIC', subjectId: topicId, version: null }, [
        { field: 'removed', from: topic.title },
      ]);
      return ok({ id: topicId });
    },
  );
}

function textsOfTopic({
  title,
  description,
}: Pick<EditTopicCommand, 'title' | 'description'>): InvalidInput['faults'][number][] {
  return textFaults(
    { field: 'title', text: title ?? undefined, longest: LIMITS.title, required: true },
    { field: 'description', text: description, longest: LIMITS.text },
  );
}
