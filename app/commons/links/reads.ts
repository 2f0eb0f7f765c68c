/** What is tied to what. */
import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.ts';
import { links } from './tables.ts';
import { type Thing, type ThingKind, thing } from './thing.ts';

export interface Link {
  readonly from: Thing;
  readonly to: Thing;
  readonly madeAt: Date;
}

const asLink = (row: typeof links.$inferSelect): Link => ({
  from: thing(row.fromKind as ThingKind, row.fromId),
  to: thing(row.toKind as ThingKind, row.toId),
  madeAt: row.madeAt,
});

/** All links between two kinds, oldest first; of one thing when `from` or `to` is given. `tx` comes from `transactIn`. */
export const listLinks = async (
  tx: Transaction,
  fromKind: ThingKind,
  toKind: ThingKind,
  only: { readonly from?: string; readonly to?: string } = {},
): Promise<Link[]> => {
  const rows = await tx
    .select()
    .from(links)
    .where(
      and(
        eq(links.fromKind, fromKind),
        eq(links.toKind, toKind),
        only.from === undefined ? undefined : eq(links.fromId, only.from),
        only.to === undefined ? undefined : eq(links.toId, only.to),
      ),
    )
    .orderBy(asc(links.madeAt), asc(links.toId));
  return rows.map(asLink);
};
