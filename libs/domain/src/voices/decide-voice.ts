import { actsForCircle, type Actor } from '../people/actor.js';
import { mayEditMeasure, type MeasurePeople } from '../people/policy.js';
import { err, ok, type Result } from '../shared/result.js';
import { isWritten } from '../shared/text.js';
import type { VoiceFacts, VoiceState } from './voice.record.js';

/** What is to become of a reader's voice. */
export type VoiceRequest =
  | {
      readonly intent: 'ANSWER';
      readonly answer: string;
      /** Whether it is to stand beneath the success, with what the reader has written. */
      readonly inPublic: boolean;
    }
  | { readonly intent: 'SET_ASIDE'; readonly reason: string }
  | { readonly intent: 'REOPEN' };
export type VoiceIntent = VoiceRequest['intent'];

/** A voice as it is from then on; whatever isn't OPEN any more has no address. */
export type VoiceDecided = {
  readonly state: VoiceState;
  readonly answer: string | null;
  readonly inPublic: boolean;
  /** Why it was set aside. */
  readonly reason: string | null;
};

export type VoiceRefusal =
  | { readonly code: 'VOICE_NOT_PERMITTED' }
  | { readonly code: 'VOICE_MOVE_NOT_ALLOWED'; readonly state: VoiceState }
  | { readonly code: 'ANSWER_MISSING' }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'NOT_AGREED' };

/** The states in which each may be asked for. An answer may be put in other words. */
const FROM: Readonly<Record<VoiceIntent, readonly VoiceState[]>> = {
  ANSWER: ['OPEN', 'ANSWERED'],
  SET_ASIDE: ['OPEN'],
  REOPEN: ['SET_ASIDE'],
};

/** Whether the actor may give, or change, the answer to a voice of this state, without showing it in public. */
export function mayAnswer({ state }: VoiceFacts, measure: MeasurePeople, actor: Actor): boolean {
  return FROM.ANSWER.includes(state) && permits('ANSWER', state, measure, actor);
}

/** Whether the actor may let the answer stand in public: the sender has agreed, and the circle publishes. */
export function mayShow({ agreed }: VoiceFacts, actor: Actor): boolean {
  return agreed && actsForCircle(actor);
}

/**
 * Decides what becomes of a reader's voice. Pure: reads no clock and no store; never throws. Who edits the measure
 * answers; an answer that is there is the circle's to change, and so are the public and the setting aside.
 *
 * Refusals, in this order: VOICE_NOT_PERMITTED; VOICE_MOVE_NOT_ALLOWED with the state that it has; ANSWER_MISSING,
 * REASON_MISSING; NOT_AGREED when the sender hasn't agreed to the public. Source: docs/spec/voices.md §3.
 */
export function decideVoice(
  voice: VoiceFacts,
  measure: MeasurePeople,
  request: VoiceRequest,
  actor: Actor,
): Result<VoiceDecided, VoiceRefusal> {
  const { state, agreed } = voice;
  const { intent } = request;
  const shows = intent === 'ANSWER' && request.inPublic;
  if (!permits(intent, state, measure, actor) || (shows && !actsForCircle(actor)))
    return err({ code: 'VOICE_NOT_PERMITTED' });
  if (!FROM[intent].includes(state)) return err({ code: 'VOICE_MOVE_NOT_ALLOWED', state });
  const nothing = { answer: null, inPublic: false, reason: null };
  if (intent === 'REOPEN') return ok({ ...nothing, state: 'OPEN' });
  if (intent === 'SET_ASIDE')
    return isWritten(request.reason)
      ? ok({ ...nothing, state: 'SET_ASIDE', reason: request.reason })
      : err({ code: 'REASON_MISSING' });
  const { answer, inPublic } = request;
  if (!isWritten(answer)) return err({ code: 'ANSWER_MISSING' });
  if (inPublic && !agreed) return err({ code: 'NOT_AGREED' });
  return ok({ ...nothing, state: 'ANSWERED', answer, inPublic });
}

function permits(
  intent: VoiceIntent,
  state: VoiceState,
  measure: MeasurePeople,
  actor: Actor,
): boolean {
  return intent === 'ANSWER' && state !== 'ANSWERED'
    ? mayEditMeasure(actor, measure)
    : actsForCircle(actor);
}

/** Each thanks is told to a measure's people by mail. */
export const MOST_THANKS_A_DAY = 5;

/** Whether who thanked a measure's people so often within a day, taken back or not, may thank them again. */
export function mayThankAgain(ofLastDay: number): boolean {
  return ofLastDay < MOST_THANKS_A_DAY;
}
