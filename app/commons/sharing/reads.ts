/** With whom things are shared. */
import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.ts';
import type { ThingKind } from '../links/thing.ts';
import type { Audience } from './audience.ts';
import { shares } from './tables.ts';

export interface Share {
  readonly id: string;
  readonly audience: Audience;
}

/** Shares of one kind of thing that the actor may know of, of one thing when `id` is given. */
export const listShares = async (tx: Transaction, kind: ThingKind, id?: string): Promise<Share[]> => {
  const rows = await tx
    .select({ id: shares.thingId, audience: shares.audience })
    .from(shares)
    .where(and(eq(shares.thingKind, kind), id === undefined ? undefined : eq(shares.thingId, id)))
    .orderBy(asc(shares.thingId), asc(shares.audience));
  return rows.map((row) => ({ id: row.id, audience: row.audience as Audience }));
};
