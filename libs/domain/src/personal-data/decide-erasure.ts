import { isEndPhase, type PdcaPhase } from '../pdca/pdca-phase.js';
import type { Role } from '../people/role.js';
import { err, ok, type Result } from '../shared/result.js';

/** A measure that the person owns. */
export type OwnedMeasure = {
  readonly id: string;
  readonly title: string;
  /** Title of the programme. */
  readonly programme: string;
  readonly phase: PdcaPhase;
  readonly accepted: boolean;
};

/** Somebody as one programme knows them. */
export type ErasedMembership = {
  /** Title of the programme. */
  readonly programme: string;
  readonly role: Role;
  readonly blocked: boolean;
  /** How many others may administer the programme. */
  readonly otherAdministrators: number;
};

export type ErasureFacts = {
  readonly owned: readonly OwnedMeasure[];
  readonly memberships: readonly ErasedMembership[];
};

export const ERASURE_OBSTACLE_CODES = [
  'MEASURE_OWNED',
  'LAST_ADMINISTRATOR',
] as const satisfies readonly ErasureObstacle['code'][];

/** One thing that stands in the way; each can be taken out of it by somebody else. */
export type ErasureObstacle =
  | {
      readonly code: 'MEASURE_OWNED';
      readonly programme: string;
      readonly measureId: string;
      readonly title: string;
    }
  | { readonly code: 'LAST_ADMINISTRATOR'; readonly programme: string };

export type ErasureRefusal = {
  readonly code: 'ERASURE_NOT_READY';
  readonly obstacles: readonly ErasureObstacle[];
};

/**
 * Whether a person can be erased now (docs/adr/0015): each measure that goes on has one accountable person, and each
 * programme somebody who administers it, so these are handed over first. What was only offered, and what has ended, loses
 * the name. All that stands in the way is told at once.
 */
export function decideErasure({ owned, memberships }: ErasureFacts): Result<null, ErasureRefusal> {
  const obstacles: ErasureObstacle[] = [
    ...owned
      .filter(({ phase, accepted }) => accepted && !isEndPhase(phase))
      .map(({ id, title, programme }) => ({
        code: 'MEASURE_OWNED' as const,
        programme,
        measureId: id,
        title,
      })),
    ...memberships
      .filter(
        ({ role, blocked, otherAdministrators }) =>
          role === 'ADMINISTRATOR' && !blocked && otherAdministrators === 0,
      )
      .map(({ programme }) => ({ code: 'LAST_ADMINISTRATOR' as const, programme })),
  ];
  return obstacles.length === 0 ? ok(null) : err({ code: 'ERASURE_NOT_READY', obstacles });
}
