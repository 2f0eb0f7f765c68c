/** Looking at a one-time link without using it up: mail programs open addresses too. */
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/database.ts';
import { linkSecretHash } from './link-secret.ts';
import { type LinkKind, oneTimeLinks } from './tables.ts';

export type OneTimeLink = typeof oneTimeLinks.$inferSelect;

/** Neither used, nor revoked, nor too old. */
export const stillOpen = and(
  isNull(oneTimeLinks.usedAt),
  isNull(oneTimeLinks.revokedAt),
  gt(oneTimeLinks.expiresAt, sql`now()`),
);

export const isLink = (kind: LinkKind, secret: string) =>
  and(eq(oneTimeLinks.kind, kind), eq(oneTimeLinks.secretHash, linkSecretHash(secret)), stillOpen);

export const findLink = async (
  tx: Transaction,
  kind: LinkKind,
  secret: string,
): Promise<OneTimeLink | undefined> => {
  const [found] = await tx.select().from(oneTimeLinks).where(isLink(kind, secret));
  return found;
};
