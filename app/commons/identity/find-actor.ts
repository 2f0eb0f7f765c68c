/** Somebody as they may act at this moment, without a session: who stands behind a token. */
import { eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.ts';
import type { Actor } from '../permissions/actor.ts';
import { user } from './tables.ts';
import { heldBy } from './who-asks.ts';

/**
 * Undefined when suspended, without any role, or until a second factor that is required is on. `tx` has the settings of
 * sign-in.
 */
export const findActorIn = async (
  tx: Pick<Transaction, 'select'>,
  id: string,
): Promise<Actor | undefined> => {
  const [found] = await tx
    .select({ suspendedAt: user.suspendedAt, hasSecondFactor: user.twoFactorEnabled })
    .from(user)
    .where(eq(user.id, id));
  if (!found || found.suspendedAt !== null) return undefined;
  const { agency, assignments, secondFactorRoles, hasPassword } = await heldBy(tx, id);
  const isAsked = hasPassword && assignments.some(({ role }) => secondFactorRoles.includes(role));
  if (assignments.length === 0 || (isAsked && !found.hasSecondFactor)) return undefined;
  return { id, agency, assignments };
};
