/** Makes, uses and takes back one-time links. Who calls puts on record what it was for. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../platform/database/database.ts';
import { linkSecretHash, newLinkSecret } from './link-secret.ts';
import { isLink, type OneTimeLink } from './reads.ts';
import { type LinkKind, oneTimeLinks } from './tables.ts';

export const hoursValid: Readonly<Record<LinkKind, number>> = {
  'set-up': 7 * 24,
  invitation: 7 * 24,
  'new-password': 24,
};

const expiry = (kind: LinkKind) => sql<Date>`now() + make_interval(hours => ${hoursValid[kind]})`;

type Facts = Pick<typeof oneTimeLinks.$inferInsert, 'userId' | 'email' | 'assignments' | 'agency' | 'madeBy'>;

export interface MadeLink {
  readonly id: string;
  /** Stands in the address and nowhere else. */
  readonly secret: string;
}

export const makeLink = async (tx: Transaction, kind: LinkKind, facts: Facts): Promise<MadeLink> => {
  const secret = newLinkSecret();
  const [made] = await tx
    .insert(oneTimeLinks)
    .values({ ...facts, kind, secretHash: linkSecretHash(secret), expiresAt: expiry(kind) })
    .returning({ id: oneTimeLinks.id });
  if (!made) throw new Error('The link was not kept.');
  return { id: made.id, secret };
};

/** Uses the link up and gives it; undefined when it is not, or no longer, open. */
export const useLink = async (
  tx: Transaction,
  kind: LinkKind,
  secret: string,
): Promise<OneTimeLink | undefined> => {
  const [used] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: sql`now()` })
    .where(isLink(kind, secret))
    .returning();
  return used;
};

/** A new secret and a new term for an open link; the address handed over before opens nothing any more. */
export const renewLink = async (
  tx: Transaction,
  kind: LinkKind,
  id: string,
): Promise<MadeLink | undefined> => {
  const secret = newLinkSecret();
  const [renewed] = await tx
    .update(oneTimeLinks)
    .set({ secretHash: linkSecretHash(secret), expiresAt: expiry(kind) })
    .where(and(eq(oneTimeLinks.id, id), eq(oneTimeLinks.kind, kind), isUnused))
    .returning({ id: oneTimeLinks.id });
  return renewed && { id: renewed.id, secret };
};

const isUnused = and(isNull(oneTimeLinks.usedAt), isNull(oneTimeLinks.revokedAt));

/** Takes back what is open of this kind and meets the condition; how many there were. */
export const revokeLinks = async (
  tx: Transaction,
  kind: LinkKind,
  of: { readonly id: string } | { readonly userId: string } | 'all',
): Promise<number> => {
  const whose =
    of === 'all' ? undefined : 'id' in of ? eq(oneTimeLinks.id, of.id) : eq(oneTimeLinks.userId, of.userId);
  const { rowCount } = await tx
    .update(oneTimeLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(oneTimeLinks.kind, kind), isUnused, whose));
  return rowCount ?? 0;
};
