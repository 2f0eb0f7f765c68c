/** Makes tokens and takes them away; each change is on record with it. */
import { and, count, eq, gte, isNull, sql } from 'drizzle-orm';
import { type Day, nowAt, todayOn } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { recordAudit } from '../audit/writes.ts';
import { type Actor, type Assignment, assignmentText } from '../permissions/actor.ts';
import type { Scope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { type TokenForm, tokenForm } from './forms.ts';
import { isTokenId } from './reads.ts';
import { openedBy } from './rules.ts';
import { apiTokens } from './tables.ts';
import { hashOf, newTokenText, prefixOf } from './token-text.ts';

export const mostTokens = 20;

const dayIn = (days: number): Day =>
  new Date(nowAt().getTime() + days * 86_400_000).toISOString().slice(0, 10);

const checked = (form: unknown): TokenForm => {
  const parsed = tokenForm.safeParse(form);
  if (parsed.success) return parsed.data;
  throw new Invalid([...new Set(parsed.error.issues.map(({ message }) => message))].join(' '));
};

const refuseMoreThanHeld = (carries: readonly Assignment[], held: readonly Assignment[]): void => {
  if (openedBy(carries, held).length < carries.length)
    throw new Invalid('A token cannot open more than you may yourself.', 'Choose from your own roles.');
};

export interface MadeToken {
  readonly id: string;
  /** Shown to its maker once; nobody can read it again. */
  readonly token: string;
  readonly expiresOn: Day;
}

/** Throws `Invalid` (the form), `Conflict` (there are too many). `maker` is who stands behind the scope. */
export const makeToken = (
  database: Database,
  scope: Scope<'tokens.own'>,
  { assignments: held }: Pick<Actor, 'assignments'>,
  form: unknown,
): Promise<MadeToken> => {
  const { name, days, carries } = checked(form);
  refuseMoreThanHeld(carries, held);
  const token = newTokenText();
  const expiresOn = dayIn(days);
  return transactIn(database, scope, async (tx) => {
    const living = and(
      eq(apiTokens.userId, scope.actorId),
      isNull(apiTokens.revokedAt),
      gte(apiTokens.expiresOn, todayOn()),
    );
    const [held] = await tx.select({ tokens: count() }).from(apiTokens).where(living);
    if ((held?.tokens ?? 0) >= mostTokens)
      throw new Conflict(`You have ${mostTokens} tokens already. Revoke one that is not needed any more.`);
    const [row] = await tx
      .insert(apiTokens)
      .values({
        ...{ name, carries, expiresOn },
        userId: scope.actorId,
        prefix: prefixOf(token),
        hash: hashOf(token),
      })
      .returning({ id: apiTokens.id });
    if (!row) throw new Error('A row that was written was not given back.');
    await recordAudit(tx, scope, {
      event: 'token-made',
      subject: `token:${row.id}`,
      details: { carries: carries.map(assignmentText).join('; '), until: expiresOn },
    });
    return { id: row.id, token, expiresOn };
  });
};

/**
 * From now on it is taken no more; twice is once. With the scope of one's own tokens only those are found.
 * Throws `NotFound`.
 */
export const revokeToken = (
  database: Database,
  scope: Scope<'tokens.own'> | Scope<'tokens.manage'>,
  id: string,
): Promise<void> =>
  transactIn(database, scope, async (tx) => {
    const isOwnScope = scope.because === 'tokens.own';
    const found = isTokenId(id)
      ? await tx
          .select()
          .from(apiTokens)
          .where(and(eq(apiTokens.id, id), isOwnScope ? eq(apiTokens.userId, scope.actorId) : undefined))
      : [];
    const [token] = found;
    if (!token) throw new NotFound('There is no such token.');
    if (token.revokedAt !== null) return;
    await tx
      .update(apiTokens)
      .set({ revokedAt: sql`now()`, revokedBy: scope.actorId })
      .where(eq(apiTokens.id, id));
    await recordAudit(tx, scope, { event: 'token-revoked', subject: `token:${id}` });
  });
