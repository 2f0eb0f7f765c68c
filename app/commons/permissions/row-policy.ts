/** Conditions of row-level security, for the policies in `tables.ts` files. They read what `transactIn` set. */
import { type SQL, sql } from 'drizzle-orm';
import type { Role } from './role.ts';

/** True for the program itself and for whoever holds one of these roles. Without a scope it is false. */
export const heldByAnyOf = (roles: readonly Role[]): SQL =>
  sql.raw(
    `string_to_array(current_setting('midcourse.roles', true), ',') && array[${['system', ...roles].map((role) => `'${role}'`).join(', ')}]`,
  );

/** True when the column holds the id of whoever asks; outside a scope there is nobody. */
export const isTheActor = (column: string): SQL =>
  sql.raw(`"${column}" <> '' and "${column}" = current_setting('midcourse.actor_id', true)`);

/**
 * True when the row's place is one where the actor may do what the transaction is for: the same place, a unit of the
 * same county, and below the state where the permission reaches below. The function is in migrations/, so that one
 * place decides; `place.ts` says the same for the program.
 */
export const withinReach = (column = 'place'): SQL => sql.raw(`midcourse_reaches("${column}")`);

/** True when the actor works in this place: it is one of theirs, or the county of a unit of theirs. */
export const worksIn = (column = 'place'): SQL => sql.raw(`midcourse_works_in("${column}")`);
