import type { LocalDay } from '../shared/local-day.js';

export const CALL_STATES = ['DRAFT', 'OPEN', 'CLOSED', 'DECIDED'] as const;

/** DRAFT: only the circle sees it. OPEN: may be answered. CLOSED: the circle chooses. DECIDED: everyone was told. */
export type CallState = (typeof CALL_STATES)[number];

export const APPLICATION_STATES = [
  'RECEIVED',
  'CHOSEN',
  'WAITLISTED',
  'DECLINED',
  'WITHDRAWN',
] as const;

/** Where an application stands. Its applicant learns of CHOSEN, WAITLISTED and DECLINED when the call is decided. */
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** What an applicant is told: that the application has come in, or what became of it. */
export const APPLICATION_NEWS = ['RECEIVED', 'CHOSEN', 'WAITLISTED', 'DECLINED'] as const;
export type ApplicationNews = (typeof APPLICATION_NEWS)[number];

/** Everything that the rules ask of a volunteer call. Days are those of the programme's time zone. */
export type CallFacts = {
  /** As it is kept: an open call is closed by its day without anyone's doing (`stateOn`). */
  readonly state: CallState;
  readonly text: string | null;
  /** First day on which it can be answered; null until it is opened. */
  readonly opensOn: LocalDay | null;
  /** Last day on which it can be answered. */
  readonly closesOn: LocalDay | null;
  readonly seats: number | null;
  /** Least length of a guide's term, in loops. */
  readonly minimumTerm: number | null;
  /** Number of the loop with which the terms begin. */
  readonly firstLoop: number | null;
  /** Applications that nobody has decided on yet. */
  readonly undecided: number;
  /** Whether another call of the programme can be answered today. */
  readonly otherOpen: boolean;
};

/** The state of a call on a day: an open one is closed from the day after its last. */
export function stateOn(call: Pick<CallFacts, 'state' | 'closesOn'>, today: LocalDay): CallState {
  const over = call.closesOn !== null && call.closesOn < today;
  return call.state === 'OPEN' && over ? 'CLOSED' : call.state;
}
