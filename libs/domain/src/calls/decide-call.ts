import { actsForCircle, type Actor } from '../people/actor.js';
import { err, ok, type Result } from '../shared/result.js';
import type { LocalDay } from '../shared/local-day.js';
import { isWritten } from '../shared/text.js';
import { stateOn, type CallFacts, type CallState } from './call.record.js';

export const CALL_REQUIREMENTS = [
  'TEXT',
  'CLOSING_DAY',
  'SEATS',
  'MINIMUM_TERM',
  'FIRST_LOOP',
  'REASON',
  'ALL_DECIDED',
  'NO_OTHER_OPEN',
] as const;

/** One thing that a call lacks for what is asked. */
export type CallRequirement = (typeof CALL_REQUIREMENTS)[number];

export const CALL_INTENTS = ['OPEN', 'EXTEND', 'CLOSE', 'DECIDE'] as const;

/** What the circle may do with a call as a whole. */
export type CallIntent = (typeof CALL_INTENTS)[number];

/** What is asked for; `today` is the day in the programme's time zone. */
export type CallRequest = {
  readonly intent: CallIntent;
  /** Why it is closed before its day. */
  readonly reason: string | null;
  /** The new last day, for EXTEND. */
  readonly closesOn: LocalDay | null;
  readonly actor: Actor;
  readonly today: LocalDay;
};

/** A call as it is from then on. */
export type CallChanged = {
  readonly from: CallState;
  readonly state: CallState;
  readonly opensOn: LocalDay | null;
  readonly closesOn: LocalDay | null;
  /** Null when none was asked for. */
  readonly reason: string | null;
};

export type CallRefusal =
  | { readonly code: 'CALL_NOT_PERMITTED' }
  | {
      readonly code: 'CALL_MOVE_NOT_ALLOWED';
      readonly from: CallState;
      readonly intent: CallIntent;
    }
  | { readonly code: 'CALL_NOT_READY'; readonly missing: readonly CallRequirement[] };

type Asked = Pick<CallRequest, 'reason' | 'closesOn' | 'today'>;

const MEETS = {
  TEXT: ({ text }) => isWritten(text),
  CLOSING_DAY: ({ closesOn }, { today }) => closesOn !== null && closesOn >= today,
  SEATS: ({ seats }) => seats !== null && seats >= 1,
  MINIMUM_TERM: ({ minimumTerm }) => minimumTerm !== null && minimumTerm >= 1,
  FIRST_LOOP: ({ firstLoop }) => firstLoop !== null,
  REASON: (_call, { reason }) => isWritten(reason),
  ALL_DECIDED: ({ undecided }) => undecided === 0,
  NO_OTHER_OPEN: ({ otherOpen }) => !otherOpen,
} as const satisfies Record<CallRequirement, (call: CallFacts, asked: Asked) => boolean>;

/** An extension has to end later than the call does, and not in the past. */
const LATER: CallRequirement = 'CLOSING_DAY';

type CallMove = {
  readonly from: readonly CallState[];
  readonly to: CallState;
  readonly needs: readonly CallRequirement[];
};

/** Every way of a call. Source: docs/spec/calls.md §2. */
export const CALL_MOVES: Readonly<Record<CallIntent, CallMove>> = {
  OPEN: {
    from: ['DRAFT'],
    to: 'OPEN',
    needs: ['TEXT', 'CLOSING_DAY', 'SEATS', 'MINIMUM_TERM', 'FIRST_LOOP', 'NO_OTHER_OPEN'],
  },
  EXTEND: { from: ['OPEN', 'CLOSED'], to: 'OPEN', needs: ['NO_OTHER_OPEN'] },
  CLOSE: { from: ['OPEN'], to: 'CLOSED', needs: ['REASON'] },
  DECIDE: { from: ['CLOSED'], to: 'DECIDED', needs: ['ALL_DECIDED'] },
};

/**
 * Decides what becomes of a call. Pure: reads no clock and no store.
 *
 * Refusals, in this order: CALL_NOT_PERMITTED when it isn't this actor's to decide; CALL_MOVE_NOT_ALLOWED when the
 * call isn't in a state for it, by its day included; CALL_NOT_READY with all that is missing. Never throws.
 * Source: docs/spec/calls.md §2.
 */
export function decideCall(
  call: CallFacts,
  request: CallRequest,
): Result<CallChanged, CallRefusal> {
  const { intent, actor, today } = request;
  if (!actsForCircle(actor)) return err({ code: 'CALL_NOT_PERMITTED' });
  const from = stateOn(call, today);
  const move = CALL_MOVES[intent];
  if (!move.from.includes(from)) return err({ code: 'CALL_MOVE_NOT_ALLOWED', from, intent });
  const missing = move.needs.filter((need) => !MEETS[need](call, request));
  if (intent === 'EXTEND' && !isLater(call, request)) missing.push(LATER);
  if (missing.length > 0) return err({ code: 'CALL_NOT_READY', missing });
  return ok({
    from,
    state: move.to,
    opensOn: intent === 'OPEN' ? today : call.opensOn,
    closesOn: lastDayAfter(call, request),
    reason: intent === 'CLOSE' ? request.reason : null,
  });
}

/** A call that is closed early has had its last day. */
function lastDayAfter(call: CallFacts, { intent, closesOn, today }: CallRequest): LocalDay | null {
  if (intent === 'EXTEND') return closesOn;
  return intent === 'CLOSE' ? today : call.closesOn;
}

function isLater(call: CallFacts, { closesOn, today }: Asked): boolean {
  return (
    closesOn !== null && closesOn >= today && (call.closesOn === null || closesOn > call.closesOn)
  );
}

export const CALL_FIELDS = [
  'title',
  'text',
  'closesOn',
  'seats',
  'minimumTerm',
  'firstLoopId',
  'qualifications',
  'questions',
] as const;

/** What a call says, as far as the circle writes it. */
export type CallField = (typeof CALL_FIELDS)[number];

/** What may be changed without a move: people have answered to what an open call says. Source: docs/spec/calls.md §2. */
export const CHANGEABLE: Readonly<Record<CallState, readonly CallField[]>> = {
  DRAFT: CALL_FIELDS,
  OPEN: ['title', 'text', 'seats'],
  CLOSED: ['title', 'text', 'seats'],
  DECIDED: [],
};

/** A move of a call, and all that it lacks for it. */
export type AvailableCallMove = {
  readonly intent: CallIntent;
  readonly permitted: boolean;
  readonly missing: readonly CallRequirement[];
};

/** The moves that leave the call's state, each with what the call lacks; what a move asks for with itself, it has. */
export function availableCallMoves(
  call: CallFacts,
  actor: Actor,
  today: LocalDay,
): AvailableCallMove[] {
  const from = stateOn(call, today);
  const asked = { reason: '-', closesOn: null, today };
  return CALL_INTENTS.filter((intent) => CALL_MOVES[intent].from.includes(from)).map((intent) => ({
    intent,
    permitted: actsForCircle(actor),
    missing: CALL_MOVES[intent].needs.filter((need) => !MEETS[need](call, asked)),
  }));
}
