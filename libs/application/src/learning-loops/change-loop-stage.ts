import { decideLoopStage, type LoopObstacle } from '#domain/learning-loops/decide-loop-stage.js';
import type { LoopStage } from '#domain/measures/measure.record.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { isWritten } from '#domain/shared/text.js';
import { LIMITS } from '#persistence/shared/limits.js';
import type { Caller } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import type { InvalidInput } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import {
  readLoopFacts,
  writeLoop,
  type LoopAnswer,
  type LoopCommand,
  type LoopWriteRefusal,
} from './write-loop.js';

export type LoopStageCommand = LoopCommand & { readonly reason?: string | null | undefined };
export type LoopStageRefusal =
  | { readonly code: 'LOOP_STAGE_NOT_ALLOWED'; readonly from: LoopStage; readonly to: LoopStage }
  | { readonly code: 'LOOP_NOT_READY'; readonly obstacles: readonly LoopObstacle[] }
  | InvalidInput
  | LoopWriteRefusal;
type Answer = Promise<Result<LoopAnswer, LoopStageRefusal>>;

/** Starts a planned loop. Of two loops of a programme that are started at once, one runs. */
export async function startLoop(
  writing: Writing,
  caller: Caller,
  command: LoopStageCommand,
): Answer {
  const start = (): Answer => changeLoopStage(writing, caller, command, 'PLANNED', 'RUNNING');
  try {
    return await start();
  } catch (error) {
    if (!isOtherRunning(error)) throw error;
    // Something that doesn't lock the programme started another loop; by now the decision sees it.
    return start();
  }
}

/** Ends the work of a running loop: its results are to be checked. */
export function reviewLoop(writing: Writing, caller: Caller, command: LoopStageCommand): Answer {
  return changeLoopStage(writing, caller, command, 'RUNNING', 'REVIEW');
}

/** Closes a loop whose measures have all ended and whose reflection is written. */
export function closeLoop(writing: Writing, caller: Caller, command: LoopStageCommand): Answer {
  return changeLoopStage(writing, caller, command, 'REVIEW', 'CLOSED');
}

/** Opens a closed loop again, for its review: an administrator's to do, with a reason. */
export function reopenLoop(writing: Writing, caller: Caller, command: LoopStageCommand): Answer {
  return changeLoopStage(writing, caller, command, 'CLOSED', 'REVIEW');
}

function changeLoopStage(
  writing: Writing,
  caller: Caller,
  command: LoopStageCommand,
  from: LoopStage,
  to: LoopStage,
): Answer {
  return writeLoop<LoopStageRefusal>(
    writing,
    caller,
    { ...command, intent: `loop ${from} > ${to}` },
    { alone: to === 'RUNNING', evenWhenClosed: true },
    async ({ em, loop, actor, at }) => {
      // REVIEW follows two stages, and each of them has a use case of its own.
      if (loop.stage !== from) return err({ code: 'LOOP_STAGE_NOT_ALLOWED', from: loop.stage, to });
      const { reason = null } = command;
      const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const decision = decideLoopStage(await readLoopFacts(em, loop), { to, reason, actor, at });
      if (decision.ok)
        return ok({
          set: { stage: to },
          // Kept as it was given, as the reasons of moves are.
          history: [{ field: 'stage', from, to, reason: isWritten(reason) ? reason : null }],
        });
      const refusal = decision.error;
      if (refusal.code === 'LOOP_NOT_READY') return err(refusal);
      return refusal.code === 'LOOP_NOT_PERMITTED'
        ? err({ code: 'NOT_ALLOWED' })
        : err({ ...refusal, code: 'LOOP_STAGE_NOT_ALLOWED' });
    },
  );
}

function isOtherRunning(error: unknown): boolean {
  const { code, constraint } =
    (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
  return code === '23505' && constraint === 'learning_loop_one_running';
}
