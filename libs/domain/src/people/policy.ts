import { actsForCircle, isAdministrator, WORKSPACE_ROLES, type Actor } from './actor.js';

/** The people of a measure, as far as a right depends on them. */
export type MeasurePeople = {
  readonly ownerId: string | null;
  readonly contributorIds: readonly string[];
};

/** Whether the actor may read drafts and the board (domain rules on who may do what, docs/spec/pdca.md §4). */
export function mayEnterWorkspace(actor: Actor): boolean {
  return WORKSPACE_ROLES.some((role) => actor.roles.includes(role));
}

/** Whether the actor may edit a measure, its steps, next steps and draft results. */
export function mayEditMeasure(actor: Actor, measure: MeasurePeople): boolean {
  if (actsForCircle(actor)) return true;
  const takesPart =
    measure.ownerId === actor.personId || measure.contributorIds.includes(actor.personId);
  return takesPart && mayEnterWorkspace(actor);
}

/** Whether the actor may make records, publish, judge, close and assign. */
export function mayRunProgramme(actor: Actor): boolean {
  return actsForCircle(actor);
}

/** Whether the actor may change people, roles and the programme's settings, and reopen loops. */
export function mayAdministerProgramme(actor: Actor): boolean {
  return isAdministrator(actor);
}
