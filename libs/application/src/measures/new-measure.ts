import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import { ActionFieldEntity } from '#persistence/topics/action-field.entity.js';
import { mailNewMeasureOffered } from '../mail/causes.js';
import { keepHistory, type HistoryDraft } from '../shared/history.js';
import { freeKey, keyOf } from '../shared/new-key.js';

/** A measure in PLAN before it is written. */
export type NewMeasure = Pick<MeasureEntity, 'title'> &
  Partial<
    Pick<
      MeasureEntity,
      | 'id'
      | 'description'
      | 'successCriterion'
      | 'dueDay'
      | 'unitId'
      | 'ownerId'
      | 'commissionerId'
      | 'carriedFromId'
      | 'translations'
    >
  >;

/**
 * Writes a measure at the end of its question, with its history, and asks its owner by mail; answers its id. The
 * programme is locked.
 */
export async function insertMeasure(
  em: EntityManager,
  field: ActionFieldEntity,
  measure: NewMeasure,
  by: { readonly actorId: string; readonly at: Date },
  history: readonly HistoryDraft<'MEASURE'>[] = [],
): Promise<string> {
  const { programmeId, loopId, id: actionFieldId } = field;
  const { id = uuidv7(), title, ownerId = null } = measure;
  const last = await em.maximum(MeasureEntity, 'position', { actionFieldId });
  await em.insert(MeasureEntity, {
    ...measure,
    id,
    programmeId,
    loopId,
    actionFieldId,
    key: await freeKey(em, 'measure', programmeId, keyOf(title, 'massnahme')),
    position: (last ?? -1) + 1,
    lastActivityAt: by.at,
  });
  await keepHistory(em, { ...by, programmeId, subject: 'MEASURE', subjectId: id, version: 1 }, [
    { field: 'created', to: title },
    ...history,
  ]);
  await mailNewMeasureOffered(em, { ...by, id, title, ownerId });
  return id;
}

/** A question of the programme with its loop, which isn't closed until the transaction ends; null when there is none. */
export async function findField(
  em: EntityManager,
  programmeId: string,
  actionFieldId: string,
): Promise<{ field: ActionFieldEntity; loop: LearningLoopEntity } | null> {
  const field = await em.findOneBy(ActionFieldEntity, { id: actionFieldId, programmeId });
  if (field === null) return null;
  const loop = await em.findOneOrFail(LearningLoopEntity, {
    where: { id: field.loopId },
    lock: { mode: 'pessimistic_read' },
  });
  return { field, loop };
}
