import { err, ok, type Result } from '#domain/shared/result.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import type { Caller } from '../shared/caller.js';
import { stale, type InUse, type StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { writeInProgramme, type ProgrammeWriteRefusal } from '../shared/write-in-programme.js';
import type { LoopCommand } from './write-loop.js';

type Refusal = InUse | StaleVersion | ProgrammeWriteRefusal;

/**
 * Takes the last loop of a programme away, as long as it is only planned; earlier numbers stay without a gap. IN_USE
 * when it has begun, when another follows it, or when a question, measure or volunteer call names it.
 */
export function removeLoop(
  writing: Writing,
  caller: Caller,
  command: LoopCommand,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const { loopId: id, version } = command;
  return writeInProgramme<{ readonly id: string }, Refusal>(
    writing,
    caller,
    { ...command, intent: 'removeLoop' },
    { table: 'learning_loop', id },
    // The next loop's number is one more than the last one's.
    true,
    async ({ em, programmeId, keep }) => {
      const loop = await em.findOne(LearningLoopEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!loop) return err({ code: 'NOT_FOUND' });
      if (loop.version !== version) return err(stale(loop, version));
      const named = await em.query<unknown[]>(
        `SELECT 1 FROM learning_loop WHERE programme_id = $2 AND number > $3
         UNION ALL SELECT 1 FROM action_field WHERE loop_id = $1
         UNION ALL SELECT 1 FROM measure WHERE loop_id = $1
         UNION ALL SELECT 1 FROM volunteer_call WHERE first_loop_id = $1 LIMIT 1`,
        [id, programmeId, loop.number],
      );
      if (loop.stage !== 'PLANNED' || named.length > 0) return err({ code: 'IN_USE' });
      await em.delete(LearningLoopEntity, { id });
      await keep({ subject: 'LOOP', subjectId: id, version }, [
        { field: 'removed', from: String(loop.number) },
      ]);
      return ok({ id });
    },
  );
}
