/** A forgotten password is noted for the administrators, and replaced by whoever has the one-time address. */
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { recordAudit } from '../../audit/writes.ts';
import { systemScope } from '../../permissions/scope.ts';
import { makeLink, revokeLinks, useLink } from '../one-time-links/writes.ts';
import { settingsIn } from '../settings/reads.ts';
import { account, roleAssignments, session, user } from '../tables.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';

export interface LinkToSend {
  readonly secret: string;
  readonly agency: string;
}

/** So that nobody's mailbox can be filled from the form. */
const notJustNow = or(
  isNull(user.newPasswordAskedAt),
  lt(user.newPasswordAskedAt, sql`now() - interval '5 minutes'`),
);

const noteAsked = async (tx: Transaction, email: string): Promise<string | undefined> => {
  const [asked] = await tx
    .update(user)
    .set({ newPasswordAskedAt: sql`now()` })
    .where(and(eq(user.email, email), isNull(user.suspendedAt), notJustNow))
    .returning({ id: user.id });
  return asked?.id;
};

/**
 * Notes that this person asks, for the administrators to see. A link to send, when the agency sends mail through
 * `mailHost`; undefined where nobody is to be told anything.
 */
export const noteForgotten = (
  database: Database,
  email: string,
  mailHost: string | undefined,
): Promise<LinkToSend | undefined> => {
  const scope = systemScope('a password was forgotten');
  return transactWithAccounts(database, scope, async (tx) => {
    const id = await noteAsked(tx, email);
    if (id === undefined) return undefined;
    await recordAudit(tx, scope, { event: 'new-password-asked', subject: `account:${id}` });
    const [held] = await tx.select().from(roleAssignments).where(eq(roleAssignments.userId, id)).limit(1);
    if (!held || mailHost === undefined) return undefined;
    if ((await settingsIn(tx, held.agency)).mailHost !== mailHost) return undefined;
    await revokeLinks(tx, 'new-password', { userId: id });
    const { secret } = await makeLink(tx, 'new-password', { userId: id, madeBy: scope.actorId });
    return { secret, agency: held.agency };
  });
};

const replacePassword = async (tx: Transaction, userId: string, password: string): Promise<void> => {
  const hash = await hashPassword(password);
  const { rowCount } = await tx
    .update(account)
    .set({ password: hash, updatedAt: sql`now()` })
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  if (rowCount === 0)
    await tx
      .insert(account)
      .values({ id: randomUUID(), userId, accountId: userId, providerId: 'credential', password: hash });
};

/** Uses the address up; every session of the account ends. Throws `Conflict` when it opens nothing any more. */
export const replaceForgottenPassword = (
  database: Database,
  secret: string,
  password: string,
): Promise<void> => {
  const scope = systemScope('a new password was chosen');
  return transactWithAccounts(database, scope, async (tx) => {
    const link = await useLink(tx, 'new-password', secret);
    if (!link?.userId) throw new Conflict('This address has been used, was taken back, or is too old.');
    await replacePassword(tx, link.userId, password);
    await tx.update(user).set({ newPasswordAskedAt: null }).where(eq(user.id, link.userId));
    await tx.delete(session).where(eq(session.userId, link.userId));
    await recordAudit(tx, scope, { event: 'password-reset', subject: `account:${link.userId}` });
  });
};
