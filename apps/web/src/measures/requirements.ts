import { at } from '../addresses.js';
import type { Card } from '../board/board-query.js';

export type Requirement = Card['availableMoves'][number]['missing'][number];

/** What is said with the move itself, so that a dialog asks for it; all else is filled in on the measure. */
const SAID_WITH_THE_MOVE: readonly Requirement[] = ['REASON', 'LATER_LOOP'];

/** What has to be there before the move can be asked for. */
export function lacking(missing: readonly Requirement[]): readonly Requirement[] {
  return missing.filter((name) => !SAID_WITH_THE_MOVE.includes(name));
}

/** The places of the measure page; each stands there as the id of a section. */
export const ANCHORS = [
  'people',
  'criterion',
  'due',
  'steps',
  'result',
  'verdict',
  'next-steps',
  'decisions',
  'onward',
  'history',
] as const;
export type Anchor = (typeof ANCHORS)[number];

const PLACES: Readonly<Record<Exclude<Requirement, 'LOOP_NOT_CLOSED' | 'DECISION'>, Anchor>> = {
  OWNER_ACCEPTED: 'people',
  SUCCESS_CRITERION: 'criterion',
  STEP: 'steps',
  DUE_DAY: 'due',
  STEPS_SETTLED: 'steps',
  RESULT: 'result',
  VERDICT: 'verdict',
  LESSON: 'verdict',
  RESULT_SETTLED: 'result',
  COMMISSIONER_TOOK_OVER: 'people',
  NEXT_STEPS_SETTLED: 'next-steps',
  SUCCESSOR: 'onward',
  ANCHORED: 'verdict',
  REASON: 'history',
  LATER_LOOP: 'onward',
};

/** Where what is missing is filled in. */
export function placeOf(
  requirement: Requirement,
  measure: { readonly id: string; readonly loopNumber: number },
): string {
  if (requirement === 'LOOP_NOT_CLOSED') return at.loop(measure.loopNumber);
  if (requirement === 'DECISION') return at.decisions;
  return at.measure(measure.id, PLACES[requirement]);
}
