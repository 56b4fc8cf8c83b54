import { v7 as uuidv7 } from 'uuid';
import { err, ok, type Result } from '#domain/shared/result.js';
import { MeasureGoalEntity } from '#persistence/measures/measure-goal.entity.js';
import { StrategicGoalEntity } from '#persistence/programmes/strategic-goal.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import {
  stale,
  type InputFault,
  type InUse,
  type InvalidInput,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults } from '../shared/check-texts.js';
import { freeKey, keyOf } from '../shared/new-key.js';
import { administerProgramme, type AdministerRefusal } from './administer-programme.js';

export type GoalAnswer = { readonly goalId: string };
export type CreateGoalCommand = { readonly programme: string; readonly title: string };
export type EditGoalCommand = {
  readonly goalId: string;
  readonly version: number;
  readonly title: string;
};

/** Adds a goal behind the others. */
export function createGoal(
  writing: Writing,
  caller: Caller,
  command: CreateGoalCommand,
): Promise<Result<GoalAnswer, InvalidInput | AdministerRefusal>> {
  return administerProgramme<GoalAnswer, InvalidInput | AdministerRefusal>(
    writing,
    caller,
    { ...command, intent: 'createGoal' },
    { slug: command.programme },
    async ({ em, programmeId, keep }) => {
      const { title } = command;
      const faults = titleFaults(title);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const goalId = uuidv7();
      const last = await em.maximum(StrategicGoalEntity, 'position', { programmeId });
      await em.insert(StrategicGoalEntity, {
        id: goalId,
        programmeId,
        key: await freeKey(em, 'strategic_goal', programmeId, keyOf(title, 'ziel')),
        title,
        position: (last ?? -1) + 1,
      });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: 1 }, [
        { field: 'goal.added', to: title, part: goalId },
      ]);
      return ok({ goalId });
    },
  );
}

/** Puts a goal in other words. */
export function editGoal(
  writing: Writing,
  caller: Caller,
  command: EditGoalCommand,
): Promise<Result<GoalAnswer, InvalidInput | StaleVersion | AdministerRefusal>> {
  const { goalId, title } = command;
  return administerProgramme<GoalAnswer, InvalidInput | StaleVersion | AdministerRefusal>(
    writing,
    caller,
    { ...command, intent: 'editGoal' },
    { table: 'strategic_goal', id: goalId },
    async ({ em, programmeId, keep }) => {
      const goal = await em.findOneByOrFail(StrategicGoalEntity, { id: goalId });
      if (goal.version !== command.version) return err(stale(goal, command.version));
      const faults = titleFaults(title);
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      if (goal.title === title) return ok({ goalId });
      const version = goal.version + 1;
      await em.update(StrategicGoalEntity, { id: goalId }, { title, version });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version }, [
        { field: 'goal.title', from: goal.title, to: title, part: goalId },
      ]);
      return ok({ goalId });
    },
  );
}

/** Takes a goal away that no measure serves; else IN_USE. */
export function removeGoal(
  writing: Writing,
  caller: Caller,
  { goalId }: { readonly goalId: string },
): Promise<Result<{ readonly id: string }, InUse | AdministerRefusal>> {
  return administerProgramme<{ readonly id: string }, InUse | AdministerRefusal>(
    writing,
    caller,
    { goalId, intent: 'removeGoal' },
    { table: 'strategic_goal', id: goalId },
    async ({ em, programmeId, keep }) => {
      // Locked against measures that begin to serve it meanwhile.
      const goal = await em.findOneOrFail(StrategicGoalEntity, {
        where: { id: goalId },
        lock: { mode: 'pessimistic_write' },
      });
      if (await em.existsBy(MeasureGoalEntity, { goalId })) return err({ code: 'IN_USE' });
      await em.delete(StrategicGoalEntity, { id: goalId });
      await keep({ subject: 'PROGRAMME', subjectId: programmeId, version: null }, [
        { field: 'goal.removed', from: goal.title, part: goalId },
      ]);
      return ok({ id: goalId });
    },
  );
}

function titleFaults(title: string): InputFault[] {
  return textFaults({ field: 'title', text: title, longest: LIMITS.title, required: true });
}
