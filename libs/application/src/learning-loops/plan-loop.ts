import { v7 as uuidv7 } from 'uuid';
import type { LocalDay } from '#domain/shared/local-day.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { differences } from '../shared/history.js';
import { invalid, type InvalidInput } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { given, textFaults, textOrNull } from '../shared/check-texts.js';
import { writeInProgramme, type ProgrammeWriteRefusal } from '../shared/write-in-programme.js';
import {
  writeLoop,
  type LoopAnswer,
  type LoopCommand,
  type LoopWriteRefusal,
} from './write-loop.js';

type Period = {
  readonly startDay?: LocalDay | null | undefined;
  readonly endDay?: LocalDay | null | undefined;
};
export type PlanLoopCommand = Period & { readonly programme: string };
/** What is left out stays as it is; null empties it. */
export type EditLoopCommand = LoopCommand &
  Period & { readonly reflection?: string | null | undefined };

/** Plans the programme's next loop; its number is one more than the last one's. */
export function planLoop(
  writing: Writing,
  caller: Caller,
  command: PlanLoopCommand,
): Promise<Result<LoopAnswer, InvalidInput | ProgrammeWriteRefusal>> {
  return writeInProgramme<LoopAnswer, InvalidInput | ProgrammeWriteRefusal>(
    writing,
    caller,
    { ...command, intent: 'planLoop' },
    { slug: command.programme },
    true,
    async ({ em, programmeId, keep }) => {
      const { startDay = null, endDay = null } = command;
      if (!inOrder(startDay, endDay)) return err(invalid('endDay', 'OUT_OF_RANGE'));
      const last = await em.maximum(LearningLoopEntity, 'number', { programmeId });
      const id = uuidv7();
      const number = (last ?? 0) + 1;
      await em.insert(LearningLoopEntity, { id, programmeId, number, startDay, endDay });
      await keep({ subject: 'LOOP', subjectId: id, version: 1 }, [
        { field: 'created', to: String(number) },
      ]);
      return ok({ loopId: id });
    },
  );
}

/** Changes the period or the reflection of a loop that isn't closed. */
export function editLoop(
  writing: Writing,
  caller: Caller,
  command: EditLoopCommand,
): Promise<Result<LoopAnswer, InvalidInput | LoopWriteRefusal>> {
  return writeLoop<InvalidInput>(
    writing,
    caller,
    { ...command, intent: 'editLoop' },
    {},
    ({ loop }) => {
      const { startDay, endDay, reflection } = command;
      const faults = textFaults({ field: 'reflection', text: reflection, longest: LIMITS.text });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const set = given({ startDay, endDay, reflection: textOrNull(reflection) });
      const { startDay: first, endDay: last } = {
        startDay: loop.startDay,
        endDay: loop.endDay,
        ...set,
      };
      if (!inOrder(first, last))
        return err(invalid(endDay === undefined ? 'startDay' : 'endDay', 'OUT_OF_RANGE'));
      return ok({
        set,
        history: differences(
          { startDay: loop.startDay, endDay: loop.endDay, reflection: loop.reflection },
          set,
        ),
      });
    },
  );
}

function inOrder(first: LocalDay | null, last: LocalDay | null): boolean {
  return first === null || last === null || first <= last;
}
