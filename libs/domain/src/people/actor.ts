import type { Role } from './role.js';

/** Who asks for something, with the roles held in the programme that is asked. */
export type Actor = { readonly personId: string; readonly roles: readonly Role[] };

/** Whether the actor may do what is the circle's; administrators may too (docs/spec/pdca.md §4). */
export function actsForCircle(actor: Actor): boolean {
  return actor.roles.includes('CIRCLE') || isAdministrator(actor);
}

/** Whether the actor administers the programme. */
export function isAdministrator(actor: Actor): boolean {
  return actor.roles.includes('ADMINISTRATOR');
}
