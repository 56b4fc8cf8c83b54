import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import type { InputFault } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { textFaults, textOrNull } from '../shared/check-texts.js';
import { writeInProgramme } from '../shared/write-in-programme.js';
import { findCandidate, unknownFaults } from './lookups.js';
import type { MeasureRefusal } from './measure-refusal.js';
import { findField, insertMeasure } from './new-measure.js';
import type { MeasureWritten } from './write-measure.js';

export type CreateMeasureCommand = {
  readonly actionFieldId: string;
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly successCriterion?: string | null | undefined;
  readonly dueDay?: LocalDay | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
};

/** Makes a measure in PLAN that is to answer a question of a loop that isn't closed. The circle's to do. */
export function createMeasure(
  writing: Writing,
  caller: Caller,
  command: CreateMeasureCommand,
): Promise<Result<MeasureWritten, MeasureRefusal>> {
  const { actionFieldId, title, description, successCriterion, dueDay, unitId, ownerId } = command;
  return writeInProgramme<MeasureWritten, MeasureRefusal>(
    writing,
    caller,
    { ...command, intent: 'createMeasure' },
    { table: 'action_field', id: actionFieldId },
    true,
    async ({ em, programmeId, actor, at }) => {
      const found = await findField(em, programmeId, actionFieldId);
      if (found === null) return err({ code: 'NOT_FOUND' });
      const { field, loop } = found;
      if (loop.stage === 'CLOSED') return err({ code: 'LOOP_FROZEN', loopNumber: loop.number });
      const owner = ownerId ? await findCandidate(em, programmeId, ownerId, 'OWNER') : null;
      const faults: InputFault[] = [
        ...textFaults(
          { field: 'title', text: title, longest: LIMITS.title, required: true },
          { field: 'description', text: description, longest: LIMITS.text },
          { field: 'successCriterion', text: successCriterion, longest: LIMITS.text },
        ),
        ...(await unknownFaults(em, programmeId, 'organisational_unit', 'unitId', [unitId])),
      ];
      if (ownerId && owner === null) faults.push({ field: 'ownerId', problem: 'UNKNOWN' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const measureId = await insertMeasure(
        em,
        field,
        {
          title,
          description: textOrNull(description) ?? null,
          successCriterion: textOrNull(successCriterion) ?? null,
          dueDay: dueDay ?? null,
          unitId: unitId ?? null,
          ownerId: owner,
        },
        { actorId: actor.personId, at },
        owner === null ? [] : [{ field: 'owner', to: owner }],
      );
      return ok({ measureId });
    },
  );
}
