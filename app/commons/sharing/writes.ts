/** Shares a thing and takes it back, in the transaction and with the scope of the room that asks. */
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.ts';
import { recordAudit } from '../audit/writes.ts';
import type { Thing } from '../links/thing.ts';
import type { Place } from '../permissions/place.ts';
import type { Scope } from '../permissions/scope.ts';
import type { Audience } from './audience.ts';
import { shares } from './tables.ts';

/** `place`: where the thing belongs; the database refuses it outside the scope. Sharing what is shared changes nothing. */
export const share = async (
  tx: Transaction,
  scope: Scope<never>,
  thing: Thing,
  audience: Audience,
  place: Place,
): Promise<void> => {
  const { rowCount } = await tx
    .insert(shares)
    .values({ thingKind: thing.kind, thingId: thing.id, audience, place, sharedBy: scope.actorId })
    .onConflictDoNothing();
  if (rowCount === 0) return;
  await recordAudit(tx, scope, {
    event: 'shared',
    subject: `${thing.kind}:${thing.id}`,
    details: { with: audience },
  });
};

/** Taking back what is not shared changes nothing. What somebody has seen they have seen. */
export const takeBack = async (
  tx: Transaction,
  scope: Scope<never>,
  thing: Thing,
  audience: Audience,
): Promise<void> => {
  const { rowCount } = await tx
    .delete(shares)
    .where(
      and(eq(shares.thingKind, thing.kind), eq(shares.thingId, thing.id), eq(shares.audience, audience)),
    );
  if (rowCount === 0) return;
  await recordAudit(tx, scope, {
    event: 'no-longer-shared',
    subject: `${thing.kind}:${thing.id}`,
    details: { with: audience },
  });
};
