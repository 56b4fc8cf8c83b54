import type { Role } from './role.js';

/** Who asks for something, with the roles held in the programme that is asked. */
export type Actor = { readonly personId: string; readonly roles: readonly Role[] };

/** Those who may do what is the circle's (docs/spec/pdca.md §4). */
export const CIRCLE_ROLES = ['CIRCLE', 'ADMINISTRATOR'] as const satisfies readonly Role[];

/** Those who may enter the workspace. */
export const WORKSPACE_ROLES = ['GUIDE', ...CIRCLE_ROLES] as const satisfies readonly Role[];

/** Whether the actor may do what is the circle's. */
export function actsForCircle(actor: Actor): boolean {
  return CIRCLE_ROLES.some((role) => actor.roles.includes(role));
}

/** Whether the actor administers the programme. */
export function isAdministrator(actor: Actor): boolean {
  return actor.roles.includes('ADMINISTRATOR');
}
