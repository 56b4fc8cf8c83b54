import { decidePartMove, NEXT_STEP_MOVES } from '#domain/measures/part-moves.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { NextStepEntity } from '#persistence/measures/next-step.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { invalid } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { findField, insertMeasure } from './new-measure.js';
import { writeNextStep, type NextStepCommand } from './next-steps.js';
import type { MeasureWritten } from './write-measure.js';

export type TakeUpNextStepCommand = NextStepCommand & { readonly actionFieldId: string };

/**
 * Makes a measure of a next step, to answer a question of a loop that isn't closed; the next step's own loop may be.
 * The answer is the new measure. A text too long for a title goes on in the description.
 */
export function takeUpNextStep(
  writing: Writing,
  caller: Caller,
  command: TakeUpNextStepCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  return writeNextStep(
    writing,
    caller,
    command,
    { intent: 'takeUpNextStep', right: 'CIRCLE', evenWhenClosed: true, adds: true },
    async ({ em, measure, actor, at }, nextStep) => {
      const state = decidePartMove(nextStep.state, NEXT_STEP_MOVES.TAKE_UP);
      if (!state.ok) return err(invalid('nextStepId', state.error));
      const found = await findField(em, measure.programmeId, command.actionFieldId);
      if (found === null) return err(invalid('actionFieldId', 'UNKNOWN'));
      const { field, loop } = found;
      if (loop.stage === 'CLOSED') return err({ code: 'LOOP_FROZEN', loopNumber: loop.number });
      const characters = Array.from(nextStep.text);
      const fits = characters.length <= LIMITS.title;
      const title = fits ? nextStep.text : `${characters.slice(0, LIMITS.title - 1).join('')}…`;
      const shows = await insertMeasure(
        em,
        field,
        { title, description: fits ? null : nextStep.text },
        { actorId: actor.personId, at },
      );
      await em.update(
        NextStepEntity,
        { id: nextStep.id },
        { state: state.value, becameMeasureId: shows },
      );
      return ok({
        history: [{ field: 'nextStep.takenUp', from: nextStep.text, to: title }],
        shows,
      });
    },
  );
}
