import { actsForCircle, type Actor } from '../people/actor.js';
import { err, ok, type Result } from '../shared/result.js';
import { isWritten } from '../shared/text.js';
import type { ApplicationState, CallState } from './call.record.js';

/** What the circle may say of an application; RECEIVED takes back what it has said. */
export const SELECTIONS = [
  'RECEIVED',
  'CHOSEN',
  'WAITLISTED',
  'DECLINED',
] as const satisfies readonly ApplicationState[];
export type Selection = (typeof SELECTIONS)[number];

/** Everything that the rules ask of an application and its call. */
export type ApplicationFacts = {
  readonly state: ApplicationState;
  /** Whether the applicant has confirmed the address; one that isn't confirmed is nobody's application yet. */
  readonly confirmed: boolean;
  /** As it is today, by its day included (`stateOn`). */
  readonly callState: CallState;
  readonly seats: number;
  /** Applications of the call that are CHOSEN, without this one. */
  readonly otherChosen: number;
};

export type SelectionRequest = {
  readonly to: Selection;
  /** Why it is declined; the applicant reads it. */
  readonly reason: string | null;
  readonly actor: Actor;
};

/** An application's state from then on, with the reason. */
export type Selected = { readonly state: Selection; readonly reason: string | null };

export type ApplicationRefusal =
  | { readonly code: 'APPLICATION_NOT_PERMITTED' }
  | { readonly code: 'APPLICATION_WITHDRAWN' }
  | { readonly code: 'CALL_NOT_CLOSED'; readonly callState: CallState }
  | { readonly code: 'CALL_IS_DECIDED' }
  | { readonly code: 'NO_SEAT_LEFT'; readonly seats: number }
  | { readonly code: 'REASON_MISSING' };

/**
 * Decides what the circle may say of an application: anything, as often as it likes, between the closing of the call
 * and its decision, but never more chosen than seats. Once the call is decided only the waitlist moves: a waitlisted
 * applicant takes the seat of one who withdrew. Pure; never throws.
 *
 * Refusals, in this order: APPLICATION_NOT_PERMITTED, APPLICATION_WITHDRAWN, CALL_NOT_CLOSED while it can still be
 * answered, CALL_IS_DECIDED, REASON_MISSING of a declining, NO_SEAT_LEFT with the number of seats.
 * Source: docs/spec/calls.md §3.
 */
export function decideSelection(
  application: ApplicationFacts,
  { to, reason, actor }: SelectionRequest,
): Result<Selected, ApplicationRefusal> {
  const { state, confirmed, callState, seats, otherChosen } = application;
  if (!actsForCircle(actor) || !confirmed) return err({ code: 'APPLICATION_NOT_PERMITTED' });
  if (state === 'WITHDRAWN') return err({ code: 'APPLICATION_WITHDRAWN' });
  if (callState === 'DRAFT' || callState === 'OPEN')
    return err({ code: 'CALL_NOT_CLOSED', callState });
  const movesUp = state === 'WAITLISTED' && to === 'CHOSEN';
  if (callState === 'DECIDED' && !movesUp) return err({ code: 'CALL_IS_DECIDED' });
  if (to === 'DECLINED' && !isWritten(reason)) return err({ code: 'REASON_MISSING' });
  if (to === 'CHOSEN' && otherChosen >= seats) return err({ code: 'NO_SEAT_LEFT', seats });
  return ok({ state: to, reason: to === 'DECLINED' ? reason : null });
}

/** What the circle may say of an application as things stand; a reason can be given. */
export function availableSelections(application: ApplicationFacts, actor: Actor): Selection[] {
  return SELECTIONS.filter(
    (to) => to !== application.state && decideSelection(application, { to, reason: '-', actor }).ok,
  );
}

/** Whether the waitlist may be put in another order: as long as somebody on it may still be chosen. */
export function mayOrderWaitlist(
  { state, confirmed, callState }: ApplicationFacts,
  actor: Actor,
): boolean {
  return (
    actsForCircle(actor) &&
    confirmed &&
    state === 'WAITLISTED' &&
    (callState === 'CLOSED' || callState === 'DECIDED')
  );
}

/**
 * Whether the applicant may still change what the application says: while the call is open. What the circle has said
 * of it before an extension doesn't count, because the applicant doesn't know it; it is received anew.
 */
export function mayChangeApplication(
  application: Pick<ApplicationFacts, 'state' | 'callState'>,
): boolean {
  return application.callState === 'OPEN' && application.state !== 'WITHDRAWN';
}

/** The state that an application shows to its applicant: until the call is decided, nobody knows what will be said. */
export function stateForApplicant({
  state,
  callState,
}: Pick<ApplicationFacts, 'state' | 'callState'>): ApplicationState {
  return callState === 'DECIDED' || state === 'WITHDRAWN' ? state : 'RECEIVED';
}

/**
 * Whether the applicant may still withdraw: always but after having been declined. Until the call is decided the
 * answer is the same whatever the circle has said, for the applicant doesn't know it yet.
 */
export function mayWithdraw({
  state,
  callState,
}: Pick<ApplicationFacts, 'state' | 'callState'>): boolean {
  return state !== 'WITHDRAWN' && !(callState === 'DECIDED' && state === 'DECLINED');
}

/** Whether a withdrawal leaves a seat that somebody was told of: the circle has to see who takes it. */
export function leavesSeat({
  state,
  callState,
}: Pick<ApplicationFacts, 'state' | 'callState'>): boolean {
  return state === 'CHOSEN' && callState === 'DECIDED';
}

/** Numbers of the first and the last loop in which somebody is a guide. */
export type Term = { readonly firstLoop: number; readonly lastLoop: number };

/** A guide's term: as many loops as the call asks for at least, or as many as the applicant wishes beyond. */
export function termOf(
  call: { readonly firstLoop: number; readonly minimumTerm: number },
  wishedLastLoop: number | null,
): Term {
  const least = call.firstLoop + call.minimumTerm - 1;
  return { firstLoop: call.firstLoop, lastLoop: Math.max(least, wishedLastLoop ?? least) };
}

/** A guide's term after another was granted: one that it adjoins goes on, any other is replaced. */
export function termAfter(before: Term | null, granted: Term): Term {
  const adjoins =
    before !== null &&
    before.firstLoop <= granted.lastLoop + 1 &&
    before.lastLoop >= granted.firstLoop - 1;
  return adjoins
    ? {
        firstLoop: Math.min(before.firstLoop, granted.firstLoop),
        lastLoop: Math.max(before.lastLoop, granted.lastLoop),
      }
    : granted;
}
