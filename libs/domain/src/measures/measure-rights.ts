import { actsForCircle, type Actor } from '../people/actor.js';
import { mayEditMeasure, mayEnterWorkspace, type MeasurePeople } from '../people/policy.js';
import type { Role } from '../people/role.js';

/** The people of a measure that its rights depend on. */
export type MeasureParticipants = MeasurePeople & {
  readonly checkerId: string | null;
  readonly commissionerId: string | null;
};

/**
 * In which relation to a measure a person may write to it: EDITOR is owner, contributor or circle; JUDGE is checker
 * or circle, but never the owner, because nobody judges the own measure; COMMISSIONER is that person or the circle;
 * ANYONE of the workspace leaves it to the rules of what is asked.
 *
 * Source: docs/spec/pdca.md §4.
 */
export const MEASURE_RIGHTS = {
  ANYONE: () => true,
  EDITOR: mayEditMeasure,
  CIRCLE: actsForCircle,
  OWNER: ({ personId }, { ownerId }) => ownerId === personId,
  JUDGE: (actor, { ownerId, checkerId }) =>
    ownerId !== actor.personId && (checkerId === actor.personId || actsForCircle(actor)),
  COMMISSIONER: (actor, { commissionerId }) =>
    commissionerId === actor.personId || actsForCircle(actor),
} as const satisfies Record<string, (actor: Actor, measure: MeasureParticipants) => boolean>;
export type MeasureRight = keyof typeof MEASURE_RIGHTS;

/** Whether the actor, who may enter the workspace, holds a right to the measure. */
export function holdsRight(
  right: MeasureRight,
  actor: Actor,
  measure: MeasureParticipants,
): boolean {
  return mayEnterWorkspace(actor) && MEASURE_RIGHTS[right](actor, measure);
}

/** What a person can be to a measure. */
export const MEASURE_PARTS = ['OWNER', 'CHECKER', 'COMMISSIONER', 'CONTRIBUTOR', 'GUIDE'] as const;
export type MeasurePart = (typeof MEASURE_PARTS)[number];

/** Whether someone of this role can be that to a measure: who has to work on it here must be able to enter. */
export function canBe(part: MeasurePart, role: Role): boolean {
  if (part === 'COMMISSIONER' || part === 'CONTRIBUTOR') return true;
  return mayEnterWorkspace({ personId: '', roles: [role] });
}
