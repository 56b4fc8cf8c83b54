import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#domain/people/actor.js';
import { mayEnterWorkspace } from '#domain/people/policy.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { mayThankAgain } from '#domain/voices/decide-voice.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { ThanksEntity } from '#persistence/voices/thanks.entity.js';
import { mailThanks } from '../mail/causes.js';
import { findActor, once, type Caller, type RequestReused } from '../shared/caller.js';
import { textFaults } from '../shared/check-texts.js';
import { keepHistory, type HistoryDraft } from '../shared/history.js';
import type { InvalidInput, NotAllowed, NotFound } from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';

type Thanked = Pick<ThanksEntity, 'programmeId' | 'measureId'>;

/**
 * Thanks the people of a measure in a sentence, which they are told by mail. Whoever is someone in the programme may,
 * of a measure that one may see: of a draft, that is the workspace; of a published result, everyone.
 */
export function thankForMeasure(
  { work, now }: Writing,
  caller: Caller,
  command: { readonly measureId: string; readonly text: string },
): Promise<Result<{ readonly thanksId: string }, NotFound | InvalidInput | RequestReused>> {
  type Refusal = NotFound | InvalidInput | RequestReused;
  type Answer = Result<{ readonly thanksId: string }, Refusal>;
  const { measureId, text } = command;
  return work.run<{ readonly thanksId: string }, Refusal>((em) =>
    once(em, caller, { ...command, intent: 'thankForMeasure' }, async (): Promise<Answer> => {
      const [measure] = await em.query<
        { programmeId: string; title: string; published: boolean }[]
      >(
        `SELECT m.programme_id AS "programmeId", m.title,
           EXISTS (SELECT FROM published_measure p WHERE p.id = m.id) AS published
         FROM measure m WHERE m.id = $1 FOR KEY SHARE OF m`,
        [measureId],
      );
      const actor = measure && (await findActor(em, caller.accountId, measure.programmeId));
      if (!measure || !actor || !(measure.published || mayEnterWorkspace(actor)))
        return err({ code: 'NOT_FOUND' });
      const faults = textFaults({ field: 'text', text, longest: LIMITS.thanks, required: true });
      const at = now();
      const { personId } = actor;
      if (!mayThankAgain(await thanksOfLastDay(em, measureId, personId, at)))
        faults.push({ field: 'text', problem: 'TOO_OFTEN' });
      if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
      const { programmeId, title } = measure;
      const thanksId = uuidv7();
      await em.insert(ThanksEntity, { id: thanksId, programmeId, measureId, personId, text, at });
      await keep(em, { programmeId, measureId }, actor, at, 'thanks.given');
      await mailThanks(em, { thanksId, measureId, title, personId, at });
      return ok({ thanksId });
    }),
  );
}

/** Takes the own thanks back; somebody else's are that person's. */
export function takeBackThanks(
  { work, now }: Writing,
  caller: Caller,
  command: { readonly thanksId: string },
): Promise<Result<{ readonly id: string }, NotFound | NotAllowed | RequestReused>> {
  type Refusal = NotFound | NotAllowed | RequestReused;
  type Answer = Result<{ readonly id: string }, Refusal>;
  const { thanksId: id } = command;
  return work.run<{ readonly id: string }, Refusal>((em) =>
    once(em, caller, { ...command, intent: 'takeBackThanks' }, async (): Promise<Answer> => {
      const thanks = await em.findOne(ThanksEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const actor = thanks && (await findActor(em, caller.accountId, thanks.programmeId));
      if (!thanks || !actor) return err({ code: 'NOT_FOUND' });
      if (thanks.personId !== actor.personId)
        return err({ code: mayEnterWorkspace(actor) ? 'NOT_ALLOWED' : 'NOT_FOUND' });
      await em.delete(ThanksEntity, { id });
      await keep(em, thanks, actor, now(), 'thanks.takenBack');
      return ok({ id });
    }),
  );
}

/** By the history, which keeps those that were taken back: their mails have gone out. */
async function thanksOfLastDay(
  em: EntityManager,
  measureId: string,
  personId: string,
  at: Date,
): Promise<number> {
  const field: HistoryDraft<'MEASURE'>['field'] = 'thanks.given';
  const [found] = await em.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM history_entry
     WHERE subject_id = $1 AND at > $3::timestamptz - interval '1 day' AND actor_id = $2 AND field = $4`,
    [measureId, personId, at, field],
  );
  return found?.count ?? 0;
}

function keep(
  em: EntityManager,
  { programmeId, measureId }: Thanked,
  { personId }: Actor,
  at: Date,
  field: HistoryDraft<'MEASURE'>['field'],
): Promise<void> {
  return keepHistory(
    em,
    { programmeId, subject: 'MEASURE', subjectId: measureId, actorId: personId, at, version: null },
    [{ field }],
  );
}
