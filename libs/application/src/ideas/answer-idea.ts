import type { EntityManager } from 'typeorm';
import {
  decideIdea,
  type IdeaDecided,
  type IdeaIntent,
  type IdeaRefusal,
} from '#domain/ideas/decide-idea.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { IdeaEntity } from '#persistence/ideas/idea.entity.js';
import { LearningLoopEntity } from '#persistence/learning-loops/learning-loop.entity.js';
import { MeasureEntity } from '#persistence/measures/measure.entity.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { mailIdea } from '../mail/causes.js';
import { findField, insertMeasure } from '../measures/new-measure.js';
import type { Caller } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import { keepHistory } from '../shared/history.js';
import {
  invalid,
  type InvalidInput,
  type LoopFrozen,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';
import {
  writeInProgramme,
  type ProgrammeScope,
  type ProgrammeWriteRefusal,
} from '../shared/write-in-programme.js';
import type { IdeaWritten } from './submit-idea.js';

/** Names the idea and the version of it that the caller saw. */
export type IdeaCommand = { readonly ideaId: string; readonly version: number };

/** Where the idea is taken up: by a new measure of a question, or in a measure that is there. One of both. */
export type TakeUpIdeaCommand = IdeaCommand & {
  readonly actionFieldId?: string | null | undefined;
  /** Of the new measure; the idea's own where it is left out. */
  readonly title?: string | null | undefined;
  readonly measureId?: string | null | undefined;
};

export type AnswerIdeaRefusal =
  | InvalidInput
  | StaleVersion
  | LoopFrozen
  | ProgrammeWriteRefusal
  | Exclude<IdeaRefusal, { code: 'IDEA_NOT_PERMITTED' | 'REASON_MISSING' }>;
type Answered = Promise<Result<IdeaWritten, AnswerIdeaRefusal>>;

/** Tells the author that the idea was read and will be thought about. */
export function acknowledgeIdea(writing: Writing, caller: Caller, command: IdeaCommand): Answered {
  return answer(writing, caller, command, 'ACKNOWLEDGE', ({ actor, at }) =>
    Promise.resolve(ok({ acknowledgedById: actor.personId, acknowledgedAt: at })),
  );
}

/** Declines an idea; the author reads the reason. */
export function declineIdea(
  writing: Writing,
  caller: Caller,
  command: IdeaCommand & { readonly reason: string },
): Answered {
  return answer(writing, caller, command, 'DECLINE', ({ actor, at }) => {
    const { reason } = command;
    const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
    return Promise.resolve(
      faults.length > 0
        ? err({ code: 'INVALID_INPUT', faults })
        : ok({ answeredById: actor.personId, answeredAt: at }),
    );
  });
}

/** Takes an idea up: a measure in PLAN is made of it, or one that is there goes on with it. Its loop isn't closed. */
export function takeUpIdea(writing: Writing, caller: Caller, command: TakeUpIdeaCommand): Answered {
  return answer(writing, caller, command, 'TAKE_UP', async (scope, idea) => {
    const { actor, at } = scope;
    const { actionFieldId, measureId } = command;
    if (measureId && actionFieldId) return err(invalid('measureId', 'UNKNOWN'));
    if (!measureId && !actionFieldId) return err(invalid('actionFieldId', 'MISSING'));
    const became = measureId
      ? await goOnIn(scope, measureId)
      : await makeMeasure(scope, idea, actionFieldId ?? '', command);
    return became.ok
      ? ok({ measureId: became.value, answeredById: actor.personId, answeredAt: at })
      : became;
  });
}

type Became = Promise<Result<string, InvalidInput | LoopFrozen>>;

async function makeMeasure(
  { em, programmeId, actor, at }: ProgrammeScope,
  idea: IdeaEntity,
  actionFieldId: string,
  { title }: TakeUpIdeaCommand,
): Became {
  const wanted = title ?? idea.title ?? '';
  const faults = textFaults({
    field: 'title',
    text: wanted,
    longest: LIMITS.title,
    required: true,
  });
  const found = await findField(em, programmeId, actionFieldId);
  if (found === null) faults.push({ field: 'actionFieldId', problem: 'UNKNOWN' });
  if (found === null || faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
  const { field, loop } = found;
  if (loop.stage === 'CLOSED') return err({ code: 'LOOP_FROZEN', loopNumber: loop.number });
  return ok(
    await insertMeasure(
      em,
      field,
      // Nothing else of the idea goes there by itself: readers may see it one day.
      { title: wanted },
      { actorId: actor.personId, at },
      [{ field: 'idea.takenUp' }],
    ),
  );
}

async function goOnIn({ em, programmeId, actor, at }: ProgrammeScope, measureId: string): Became {
  const measure = await em.findOne(MeasureEntity, {
    where: { id: measureId, programmeId },
    lock: { mode: 'pessimistic_read' },
  });
  if (measure === null) return err(invalid('measureId', 'UNKNOWN'));
  const loop = await em.findOneOrFail(LearningLoopEntity, {
    where: { id: measure.loopId },
    lock: { mode: 'pessimistic_read' },
  });
  if (loop.stage === 'CLOSED') return err({ code: 'LOOP_FROZEN', loopNumber: loop.number });
  // The measure itself stays as it is, so that its version does too.
  const subject = { subject: 'MEASURE', subjectId: measure.id, version: null } as const;
  await keepHistory(em, { ...subject, programmeId, actorId: actor.personId, at }, [
    { field: 'idea.takenUp' },
  ]);
  return ok(measure.id);
}

/**
 * The frame of what the circle says of an idea: locks it, compares versions, asks the rules, lets `act` write what comes
 * of it, and tells the author. Of many who answer at once, one finds the version that they all saw.
 */
function answer(
  writing: Writing,
  caller: Caller,
  command: IdeaCommand & { readonly reason?: string },
  intent: IdeaIntent,
  act: (
    scope: ProgrammeScope,
    idea: IdeaEntity,
  ) => Promise<Result<Partial<IdeaEntity>, AnswerIdeaRefusal>>,
): Answered {
  const { ideaId, version, reason = null } = command;
  return writeInProgramme<IdeaWritten, AnswerIdeaRefusal>(
    writing,
    caller,
    { ...command, intent: `${intent} idea` },
    { table: 'idea', id: ideaId },
    intent === 'TAKE_UP',
    async (scope) => {
      const { em, actor } = scope;
      const idea = await em.findOne(IdeaEntity, {
        where: { id: ideaId },
        lock: { mode: 'pessimistic_write' },
      });
      if (idea === null) return err({ code: 'NOT_FOUND' });
      if (idea.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: ideaId,
          currentVersion: idea.version,
          since: version,
        });
      const decided = decideIdea(idea.state, { intent, reason, actor });
      if (!decided.ok) return err(refusalOf(decided.error));
      const set = await act(scope, idea);
      if (!set.ok) return set;
      await em.update(
        IdeaEntity,
        { id: ideaId },
        { ...decided.value, ...set.value, version: version + 1 },
      );
      await tell(em, idea, decided.value, scope.at);
      return ok({ ideaId });
    },
  );
}

async function tell(
  em: EntityManager,
  { id, programmeId, title }: IdeaEntity,
  { state, reason }: IdeaDecided,
  at: Date,
): Promise<void> {
  if (state !== 'ACKNOWLEDGED' && state !== 'TAKEN_UP' && state !== 'DECLINED') return;
  await mailIdea(em, state, { id, programmeId, title: title ?? '', reason, at });
}

function refusalOf(refusal: IdeaRefusal): AnswerIdeaRefusal {
  if (refusal.code === 'IDEA_NOT_PERMITTED') return { code: 'NOT_ALLOWED' };
  return refusal.code === 'REASON_MISSING' ? invalid('reason', 'MISSING') : refusal;
}
