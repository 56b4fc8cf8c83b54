import type { EntityManager } from 'typeorm';
import type { LoopFacts } from '#domain/learning-loops/decide-loop-stage.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import type { Caller } from '../shared/caller.js';
import type { HistoryDraft } from '../shared/history.js';
import type { LoopFrozen, StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import {
  writeInProgramme,
  type ProgrammeScope,
  type ProgrammeWriteRefusal,
} from '../shared/write-in-programme.js';

/** Names the loop and the version of it that the caller saw. */
export type LoopCommand = { readonly loopId: string; readonly version: number };
export type LoopAnswer = { readonly loopId: string };

/** What a decision about a loop may look at; its row is locked until the transaction ends. */
export type LoopScope = ProgrammeScope & { readonly loop: LearningLoopEntity };

/** Columns of the loop to be written, and its history. */
export type LoopChange = {
  readonly set: Partial<Omit<LearningLoopEntity, 'id' | 'version'>>;
  readonly history: readonly HistoryDraft<'LOOP'>[];
};

export type LoopWriteRefusal = ProgrammeWriteRefusal | StaleVersion | LoopFrozen;

/**
 * The frame of every write to a loop: that of the programme's records, and beside it locks the loop, so that no
 * measure of it changes meanwhile, compares the version, refuses what its close has frozen, and writes the loop
 * with its next version and the history.
 */
export async function writeLoop<E>(
  writing: Writing,
  caller: Caller,
  command: LoopCommand & { readonly intent: string },
  needs: {
    /** Whether another loop of the programme must not change meanwhile. */
    readonly alone?: boolean;
    readonly evenWhenClosed?: boolean;
  },
  decide: (scope: LoopScope) => Promise<Result<LoopChange, E>> | Result<LoopChange, E>,
): Promise<Result<LoopAnswer, E | LoopWriteRefusal>> {
  const { loopId, version } = command;
  return writeInProgramme<LoopAnswer, E | LoopWriteRefusal>(
    writing,
    caller,
    command,
    { table: 'learning_loop', id: loopId },
    needs.alone === true,
    async (scope) => {
      const { em, keep } = scope;
      const loop = await em.findOne(LearningLoopEntity, {
        where: { id: loopId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!loop) return err({ code: 'NOT_FOUND' });
      if (loop.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: loop.id,
          currentVersion: loop.version,
          since: version,
        });
      if (loop.stage === 'CLOSED' && needs.evenWhenClosed !== true)
        return err({ code: 'LOOP_FROZEN', loopNumber: loop.number });

      const decided = await decide({ ...scope, loop });
      if (!decided.ok) return decided;
      const { set, history } = decided.value;
      await em.update(LearningLoopEntity, { id: loop.id }, { ...set, version: version + 1 });
      await keep({ subject: 'LOOP', subjectId: loop.id, version: version + 1 }, history);
      return ok({ loopId: loop.id });
    },
  );
}

/** Everything that the rules ask of a loop, in one statement beside its own row. */
export async function readLoopFacts(
  em: EntityManager,
  loop: LearningLoopEntity,
): Promise<LoopFacts> {
  const [facts] = await em.query<{ running: number | null; measures: LoopFacts['measures'] }[]>(
    `SELECT (SELECT o.number FROM learning_loop o
        WHERE o.programme_id = $2 AND o.id <> $1 AND o.stage = 'RUNNING') AS running,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'phase', m.phase)
          ORDER BY m.position, m.id), '[]') FROM measure m WHERE m.loop_id = $1) AS measures`,
    [loop.id, loop.programmeId],
  );
  if (facts === undefined) throw new Error('A statement without FROM gave no row');
  const { number, stage, reflection } = loop;
  return {
    number,
    stage,
    reflection,
    otherRunningLoopNumber: facts.running,
    measures: facts.measures,
  };
}
