import { actsForCircle, type Actor } from '../people/actor.js';
import { err, ok, type Result } from '../shared/result.js';
import { isWritten } from '../shared/text.js';

export const IDEA_STATES = [
  'SUBMITTED',
  'ACKNOWLEDGED',
  'TAKEN_UP',
  'DECLINED',
  'WITHDRAWN',
] as const;

/** Where an idea stands. Its author sees the same as the circle. */
export type IdeaState = (typeof IDEA_STATES)[number];

/** What the circle may do with an idea. */
export const IDEA_INTENTS = ['ACKNOWLEDGE', 'TAKE_UP', 'DECLINE'] as const;
export type IdeaIntent = (typeof IDEA_INTENTS)[number];

type Move = { readonly from: readonly IdeaState[]; readonly to: IdeaState };

/** The circle's moves. One that was declined may still be taken up: times change. */
const MOVES: Readonly<Record<IdeaIntent, Move>> = {
  ACKNOWLEDGE: { from: ['SUBMITTED'], to: 'ACKNOWLEDGED' },
  TAKE_UP: { from: ['SUBMITTED', 'ACKNOWLEDGED', 'DECLINED'], to: 'TAKEN_UP' },
  DECLINE: { from: ['SUBMITTED', 'ACKNOWLEDGED'], to: 'DECLINED' },
};

export type IdeaRequest = {
  readonly intent: IdeaIntent;
  /** Why it is declined; the author reads it. */
  readonly reason: string | null;
  readonly actor: Actor;
};

/** An idea's state from then on, with the reason. */
export type IdeaDecided = { readonly state: IdeaState; readonly reason: string | null };

/** The idea isn't in a state for this. */
export type IdeaMoveNotAllowed = {
  readonly code: 'IDEA_MOVE_NOT_ALLOWED';
  readonly from: IdeaState;
};

export type IdeaRefusal =
  | { readonly code: 'IDEA_NOT_PERMITTED' }
  | IdeaMoveNotAllowed
  | { readonly code: 'REASON_MISSING' };

/**
 * Decides what becomes of an idea. Pure; never throws. Refusals, in this order: IDEA_NOT_PERMITTED, which is whoever
 * isn't of the circle; IDEA_MOVE_NOT_ALLOWED; REASON_MISSING of a declining.
 */
export function decideIdea(
  from: IdeaState,
  { intent, reason, actor }: IdeaRequest,
): Result<IdeaDecided, IdeaRefusal> {
  if (!actsForCircle(actor)) return err({ code: 'IDEA_NOT_PERMITTED' });
  const move = MOVES[intent];
  if (!move.from.includes(from)) return err({ code: 'IDEA_MOVE_NOT_ALLOWED', from });
  if (intent === 'DECLINE' && !isWritten(reason)) return err({ code: 'REASON_MISSING' });
  return ok({ state: move.to, reason: intent === 'DECLINE' ? reason : null });
}

/** What the circle may do with an idea as it stands; a reason can be given. */
export function availableIdeaMoves(from: IdeaState, actor: Actor): IdeaIntent[] {
  return IDEA_INTENTS.filter((intent) => decideIdea(from, { intent, reason: '-', actor }).ok);
}

/** Each idea is told to the whole circle by mail. */
export const MOST_IDEAS_A_DAY = 20;

/** Whether an author who brought so many to the programme within a day, withdrawn ones too, may bring another. */
export function mayBringAnother(ofLastDay: number): boolean {
  return ofLastDay < MOST_IDEAS_A_DAY;
}

/** Whether the author may still change it: until the circle has said anything of it. */
export function mayChangeIdea(state: IdeaState): boolean {
  return state === 'SUBMITTED';
}

/** Whether the author may still withdraw it: until a measure has come of it. */
export function mayWithdrawIdea(state: IdeaState): boolean {
  return state !== 'TAKEN_UP' && state !== 'WITHDRAWN';
}
