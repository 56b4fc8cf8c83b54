import { actsForCircle, type Actor } from '../people/actor.js';
import { mayEnterWorkspace } from '../people/policy.js';
import { isEndPhase, type PdcaPhase } from '../pdca/pdca-phase.js';

/** What may stand in the way of handing a measure over to another owner. */
export const HAND_OVER_OBSTACLES = [
  'CHANGED',
  'LOOP_CLOSED',
  'ENDED',
  'OTHER_OWNER',
  'CHECKED_BY_THEM',
] as const;
export type HandOverObstacleCode = (typeof HAND_OVER_OBSTACLES)[number];

/** Whether the actor may hand over what a person owns: the person, or the circle in the person's stead. */
export function mayHandOver(actor: Actor, fromPersonId: string): boolean {
  return actsForCircle(actor) || (mayEnterWorkspace(actor) && actor.personId === fromPersonId);
}

/** What the measure itself has against changing hands; null when nothing. */
export function handOverObstacle(
  measure: {
    readonly phase: PdcaPhase;
    readonly ownerId: string | null;
    readonly checkerId: string | null;
  },
  { from, to }: { readonly from: string; readonly to: string },
): Exclude<HandOverObstacleCode, 'CHANGED' | 'LOOP_CLOSED'> | null {
  if (isEndPhase(measure.phase)) return 'ENDED';
  if (measure.ownerId !== from) return 'OTHER_OWNER';
  return measure.checkerId === to ? 'CHECKED_BY_THEM' : null;
}
