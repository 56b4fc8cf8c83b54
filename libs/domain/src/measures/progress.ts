import { isEndPhase, type PdcaPhase } from '../pdca/pdca-phase.js';
import { daysBetween, type LocalDay } from '../shared/local-day.js';
import type { NextStepState } from './measure.record.js';

/** Days without activity after which a measure is stale, unless the programme says otherwise. */
export const DEFAULT_STALE_AFTER_DAYS = 30;

/** A measure's days, as far as lateness asks for them. */
export type DueFacts = {
  readonly phase: PdcaPhase;
  readonly dueDay: LocalDay | null;
  /** The due days of its open steps; null for a step without one. */
  readonly openStepDueDays: readonly (LocalDay | null)[];
};

/** A measure's last sign of life: the day of the last move, or change of anything that belongs to it. */
export type ActivityFacts = { readonly phase: PdcaPhase; readonly lastActivityDay: LocalDay };

/** A next step; `dueDay` is its due day, or the last day of its due period. */
export type NextStepDueFacts = { readonly state: NextStepState; readonly dueDay: LocalDay | null };

/**
 * Whether a measure's due day, or that of one of its open steps, has passed. On the day itself it isn't late,
 * and a measure that has ended never is.
 *
 * Units: calendar days; `today` is the day where the programme is. Source: docs/spec/pdca.md §8.
 */
export function isLate(measure: DueFacts, today: LocalDay): boolean {
  if (isEndPhase(measure.phase)) return false;
  return [measure.dueDay, ...measure.openStepDueDays].some((dueDay) => hasPassed(dueDay, today));
}

/**
 * Whether nothing has happened on a measure for `staleAfterDays` days or more. A measure that has ended never
 * is stale.
 *
 * Units: calendar days; `today` is the day where the programme is. Source: docs/spec/pdca.md §8.
 */
export function isStale(
  measure: ActivityFacts,
  today: LocalDay,
  staleAfterDays: number = DEFAULT_STALE_AFTER_DAYS,
): boolean {
  if (isEndPhase(measure.phase)) return false;
  return daysBetween(measure.lastActivityDay, today) >= staleAfterDays;
}

/**
 * Whether an open next step's due day, or the last day of its due period, has passed; also after the close of
 * its loop, because next steps outlive it.
 *
 * Units: calendar days; `today` is the day where the programme is. Source: docs/spec/pdca.md §8.
 */
export function isOverdue(nextStep: NextStepDueFacts, today: LocalDay): boolean {
  return nextStep.state === 'OPEN' && hasPassed(nextStep.dueDay, today);
}

function hasPassed(dueDay: LocalDay | null, today: LocalDay): boolean {
  return dueDay !== null && dueDay < today;
}
