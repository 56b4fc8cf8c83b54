import type { EntityManager } from 'typeorm';
import type { Actor } from '#domain/people/actor.js';
import { mayEnterWorkspace, mayRunProgramme, type MeasurePeople } from '#domain/people/policy.js';
import { err, ok, type Result } from '#domain/shared/result.js';
import { decideVoice, type VoiceRefusal, type VoiceRequest } from '#domain/voices/decide-voice.js';
import type { VoiceState } from '#domain/voices/voice.record.js';
import { LIMITS } from '#persistence/shared/limits.js';
import { VoiceThemeEntity } from '#persistence/voices/voice-theme.entity.js';
import { VoiceEntity } from '#persistence/voices/voice.entity.js';
import { mailFeedbackAnswered } from '../mail/causes.js';
import { findActor, once, type Caller, type RequestReused } from '../shared/caller.js';
import { given, textFaults } from '../shared/check-texts.js';
import { keepHistory, type HistoryDraft } from '../shared/history.js';
import {
  invalid,
  type InputFault,
  type InvalidInput,
  type NotAllowed,
  type NotFound,
  type StaleVersion,
} from '../shared/refusals.js';
import type { Writing } from '../shared/unit-of-work.js';

/** Names the voice and the version of it that the caller saw. */
export type VoiceCommand = { readonly voiceId: string; readonly version: number };
export type VoiceWritten = { readonly voiceId: string };
export type VoiceWriteRefusal =
  | NotFound
  | NotAllowed
  | StaleVersion
  | InvalidInput
  | RequestReused
  | { readonly code: 'VOICE_MOVE_NOT_ALLOWED'; readonly state: VoiceState };
type Answer = Promise<Result<VoiceWritten, VoiceWriteRefusal>>;

type VoiceScope = {
  readonly em: EntityManager;
  readonly voice: VoiceEntity;
  readonly measure: MeasurePeople;
  readonly actor: Actor;
  readonly at: Date;
};
type VoiceChange = {
  readonly set: Partial<Omit<VoiceEntity, 'id' | 'version'>>;
  /** Without it nothing has changed, and the version stays. */
  readonly history: readonly HistoryDraft<'MEASURE'>[];
};

/**
 * Answers a voice: by mail if the sender left an address, which is forgotten then, and in public if the sender has
 * agreed and the circle says so. An answer that is there already is changed, and not mailed again.
 */
export function answerVoice(
  writing: Writing,
  caller: Caller,
  command: VoiceCommand & { readonly answer: string; readonly inPublic: boolean },
): Answer {
  const { answer, inPublic } = command;
  return onVoice(writing, caller, command, 'answerVoice', async (scope) => {
    const { em, voice, actor, at } = scope;
    const decided = decide(scope, { intent: 'ANSWER', answer, inPublic });
    if (!decided.ok) return decided;
    const faults = textFaults({ field: 'answer', text: answer, longest: LIMITS.answer });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    const first = voice.state === 'OPEN';
    if (!first && voice.answer === answer && voice.inPublic === inPublic)
      return ok({ set: {}, history: [] });
    if (first && voice.email !== null) await mailFeedbackAnswered(em, voice, answer, at);
    return ok({
      set: { ...decided.value, email: null, answeredAt: at, answeredById: actor.personId },
      history: [{ field: first ? 'voice.answered' : 'voice.changed' }],
    });
  });
}

/** Says that a voice gets no answer, and why; the sender's address is forgotten. The circle's to do. */
export function setAsideVoice(
  writing: Writing,
  caller: Caller,
  command: VoiceCommand & { readonly reason: string },
): Answer {
  const { reason } = command;
  return onVoice(writing, caller, command, 'setAsideVoice', (scope) => {
    const decided = decide(scope, { intent: 'SET_ASIDE', reason });
    if (!decided.ok) return decided;
    const faults = textFaults({ field: 'reason', text: reason, longest: LIMITS.text });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    return ok({ set: { ...decided.value, email: null }, history: [{ field: 'voice.setAside' }] });
  });
}

/** Takes a voice up again that was set aside. The circle's to do. */
export function reopenVoice(writing: Writing, caller: Caller, command: VoiceCommand): Answer {
  return onVoice(writing, caller, command, 'reopenVoice', (scope) => {
    const decided = decide(scope, { intent: 'REOPEN' });
    return decided.ok
      ? ok({ set: decided.value, history: [{ field: 'voice.reopened' }] })
      : decided;
  });
}

/** What is left out stays as it is; null empties it. */
export type SortVoiceCommand = VoiceCommand & {
  readonly themeId?: string | null | undefined;
  /** The measure that came of it. */
  readonly ledToMeasureId?: string | null | undefined;
};

/** Says what a voice is about, and which measure came of it. The circle's to do, whatever became of the voice. */
export function sortVoice(writing: Writing, caller: Caller, command: SortVoiceCommand): Answer {
  const { themeId, ledToMeasureId } = command;
  return onVoice(writing, caller, command, 'sortVoice', async ({ em, voice, actor }) => {
    if (!mayRunProgramme(actor)) return err({ code: 'NOT_ALLOWED' });
    const { programmeId } = voice;
    const theme = themeId
      ? await em.findOneBy(VoiceThemeEntity, { id: themeId, programmeId })
      : null;
    const [led] = ledToMeasureId
      ? await em.query<{ id: string; title: string }[]>(
          'SELECT id, title FROM measure WHERE id = $1 AND programme_id = $2 FOR KEY SHARE',
          [ledToMeasureId, programmeId],
        )
      : [];
    const faults: InputFault[] = [];
    if (themeId && theme === null) faults.push({ field: 'themeId', problem: 'UNKNOWN' });
    if (ledToMeasureId && led === undefined)
      faults.push({ field: 'ledToMeasureId', problem: 'UNKNOWN' });
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', faults });
    const set = given({
      themeId: themeId === undefined ? undefined : (theme?.id ?? null),
      ledToId: ledToMeasureId === undefined ? undefined : (led?.id ?? null),
    });
    const history: HistoryDraft<'MEASURE'>[] = [];
    if (set.themeId !== undefined && set.themeId !== voice.themeId)
      history.push({
        field: 'voice.sorted',
        from: await nameOf(em, 'SELECT name FROM voice_theme WHERE id = $1', voice.themeId),
        to: theme?.name ?? null,
      });
    if (set.ledToId !== undefined && set.ledToId !== voice.ledToId)
      history.push({
        field: 'voice.ledTo',
        from: await nameOf(em, 'SELECT title AS name FROM measure WHERE id = $1', voice.ledToId),
        to: led?.title ?? null,
      });
    return ok({ set, history });
  });
}

async function nameOf(em: EntityManager, sql: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await em.query<{ name: string }[]>(sql, [id]);
  return row?.name ?? null;
}

function decide(
  { voice, measure, actor }: VoiceScope,
  request: VoiceRequest,
): ReturnType<typeof refused> | Extract<ReturnType<typeof decideVoice>, { ok: true }> {
  const { state, consentVersion } = voice;
  const decided = decideVoice({ state, agreed: consentVersion !== null }, measure, request, actor);
  return decided.ok ? decided : refused(decided.error);
}

function refused(refusal: VoiceRefusal): { readonly ok: false; readonly error: VoiceWriteRefusal } {
  switch (refusal.code) {
    case 'VOICE_NOT_PERMITTED':
      return err({ code: 'NOT_ALLOWED' });
    case 'ANSWER_MISSING':
      return err(invalid('answer', 'MISSING'));
    case 'REASON_MISSING':
      return err(invalid('reason', 'MISSING'));
    case 'NOT_AGREED':
      return err(invalid('inPublic', 'NOT_AGREED'));
    case 'VOICE_MOVE_NOT_ALLOWED':
      return err(refusal);
  }
}

/**
 * The frame of every write to a voice: locks it, hides it from whoever may not enter its workspace, compares the
 * version, lets `decideChange` decide, and writes it with its next version, and the history of its measure.
 */
function onVoice(
  { work, now }: Writing,
  caller: Caller,
  command: VoiceCommand,
  intent: string,
  decideChange: (
    scope: VoiceScope,
  ) => Promise<Result<VoiceChange, VoiceWriteRefusal>> | Result<VoiceChange, VoiceWriteRefusal>,
): Answer {
  const { voiceId, version } = command;
  return work.run<VoiceWritten, VoiceWriteRefusal>((em) =>
    once(em, caller, { ...command, intent }, async (): Answer => {
      const voice = await em.findOne(VoiceEntity, {
        where: { id: voiceId },
        lock: { mode: 'pessimistic_write' },
      });
      const actor = voice && (await findActor(em, caller.accountId, voice.programmeId));
      if (!voice || !actor || !mayEnterWorkspace(actor)) return err({ code: 'NOT_FOUND' });
      const { programmeId, measureId } = voice;
      const measure = await peopleOf(em, measureId);
      const at = now();
      const decided = await decideChange({ em, voice, measure, actor, at });
      // Who may not do it isn't told of versions.
      if (!decided.ok && decided.error.code === 'NOT_ALLOWED') return decided;
      if (voice.version !== version)
        return err({
          code: 'STALE_VERSION',
          subjectId: voiceId,
          currentVersion: voice.version,
          since: version,
        });
      if (!decided.ok) return decided;
      const { set, history } = decided.value;
      if (history.length === 0) return ok({ voiceId });
      await em.update(VoiceEntity, { id: voiceId }, { ...set, version: version + 1 });
      await keepHistory(
        em,
        {
          programmeId,
          subject: 'MEASURE',
          subjectId: measureId,
          actorId: actor.personId,
          at,
          version: null,
        },
        history,
      );
      return ok({ voiceId });
    }),
  );
}

async function peopleOf(em: EntityManager, measureId: string): Promise<MeasurePeople> {
  const [people] = await em.query<MeasurePeople[]>(
    `SELECT m.owner_id AS "ownerId", ARRAY(SELECT c.person_id FROM measure_contributor c
       WHERE c.measure_id = m.id) AS "contributorIds" FROM measure m WHERE m.id = $1`,
    [measureId],
  );
  if (people === undefined) throw new Error('A voice without its measure');
  return people;
}
