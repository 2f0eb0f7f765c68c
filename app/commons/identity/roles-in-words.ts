/** Roles as the audit holds them: "supervisor at county:Alder, analyst at state". */
import type { Assignment } from '../permissions/actor.ts';

export const rolesInWords = (assignments: readonly Assignment[]): string =>
  assignments.map(({ role, place }) => `${role} at ${place}`).join(', ');
