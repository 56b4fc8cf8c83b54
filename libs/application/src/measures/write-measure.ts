import type { EntityManager } from 'typeorm';
import type { MeasureFacts } from '#domain/measures/measure.record.js';
import { holdsRight, type MeasureRight } from '#domain/measures/measure-rights.js';
import type { Actor } from '#domain/people/actor.js';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import { findActor, once, type Caller, type RequestReused } from '../shared/caller.js';
import { keepHistory, type HistoryDraft } from '../shared/history.js';
import type { LoopFrozen, NotFound, NotAllowed, StaleVersion } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import { readMeasureFacts } from './measure-facts.js';

/** Names the measure and the version of it that the caller saw. */
export type MeasureCommand = { readonly measureId: string; readonly version: number };

/** What a decision about a measure may look at; the rows are locked until the transaction ends. */
export type MeasureScope = {
  readonly em: EntityManager;
  readonly measure: MeasureEntity;
  readonly loop: LearningLoopEntity;
  readonly facts: MeasureFacts;
  readonly contributorIds: readonly string[];
  readonly actor: Actor;
  readonly at: Date;
};

/**
 * What is to be written: columns of the measure, and its history. Rows of its parts are written by the decision
 * itself. Without history nothing has changed, and the version stays.
 */
export type MeasureChange = {
  readonly set?: Partial<Omit<MeasureEntity, 'id' | 'version' | 'lastActivityAt'>>;
  readonly history: readonly HistoryDraft<'MEASURE'>[];
  /** The measure that the answer shows; the same one unless a new one was made. */
  readonly shows?: string;
};

export type WriteRefusal = NotFound | NotAllowed | StaleVersion | LoopFrozen | RequestReused;
export type MeasureWritten = { readonly measureId: string };

/** What a write asks for before it is decided. */
export type WriteNeeds = {
  /** Name of the use case: two of them may take the same input. */
  readonly intent: string;
  /** Each of them must be held. */
  readonly rights: readonly MeasureRight[];
  /** Next steps are ticked off after the close; everything else is frozen. */
  readonly evenWhenClosed?: boolean;
  /** Whether it makes a record that gets a key of the programme. */
  readonly adds?: boolean;
};

/**
 * The frame of every write to a measure: locks it, hides it from whoever may not enter its workspace, judges the
 * right, compares the version, refuses what a closed loop has frozen, lets `decide` decide and write parts, then
 * writes the measure with its next version, and the history. All or nothing, and once per request id.
 */
export async function writeMeasure<E>(
  { work, now }: Writing,
  caller: Caller,
  command: MeasureCommand,
  needs: WriteNeeds,
  decide: (scope: MeasureScope) => Promise<Result<MeasureChange, E>> | Result<MeasureChange, E>,
): Promise<Result<MeasureWritten, E | WriteRefusal>> {
  const { intent, rights, evenWhenClosed = false, adds = false } = needs;
  return work.run<MeasureWritten, E | WriteRefusal>((em) =>
    once(
      em,
      caller,
      { ...command, intent },
      async (): Promise<Result<MeasureWritten, E | WriteRefusal>> => {
        const { measureId, version } = command;
        // Before the measure: whoever records a decision about it holds the programme first as well.
        if (adds)
          await em.query(
            `SELECT 1 FROM programme pr JOIN measure m ON m.programme_id = pr.id
           WHERE m.id = $1 FOR NO KEY UPDATE OF pr`,
            [measureId],
          );
        const measure = await em.findOne(MeasureEntity, {
          where: { id: measureId },
          lock: { mode: 'pessimistic_write' },
        });
        const actor = measure && (await findActor(em, caller.accountId, measure.programmeId));
        if (!measure || !actor || !mayEnterWorkspace(actor)) return err({ code: 'NOT_FOUND' });
        // Shared, so that a loop isn't closed around a measure that is being changed.
        const loop = await em.findOneOrFail(LearningLoopEntity, {
          where: { id: measure.loopId },
          lock: { mode: 'pessimistic_read' },
        });
        const { facts, contributorIds } = await readMeasureFacts(em, measure, loop);
        const { ownerId, checkerId, commissionerId } = measure;
        const people = { ownerId, checkerId, commissionerId, contributorIds };
        if (!rights.every((right) => holdsRight(right, actor, people)))
          return err({ code: 'NOT_ALLOWED' });
        if (measure.version !== version)
          return err({
            code: 'STALE_VERSION',
            subjectId: measure.id,
            currentVersion: measure.version,
            since: version,
          });
        if (loop.stage === 'CLOSED' && !evenWhenClosed)
          return err({ code: 'LOOP_FROZEN', loopNumber: loop.number });

        const at = now();
        const decided = await decide({ em, measure, loop, facts, contributorIds, actor, at });
        if (!decided.ok) return decided;
        const { set = {}, history, shows = measure.id } = decided.value;
        if (history.length === 0) return ok({ measureId: shows });
        await em.update(
          MeasureEntity,
          { id: measure.id },
          { ...set, lastActivityAt: at, version: version + 1 },
        );
        await keepHistory(
          em,
          {
            programmeId: measure.programmeId,
            subject: 'MEASURE',
            subjectId: measure.id,
            actorId: actor.personId,
            at,
            version: version + 1,
          },
          history,
        );
        return ok({ measureId: shows });
      },
    ),
  );
}
