/** Who stands behind a token that a program shows: looked up anew at each request, so that what ended has ended. */
import { and, eq, sql } from 'drizzle-orm';
import { type Day, todayOn } from '../../platform/clock.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { findActorIn } from '../identity/find-actor.ts';
import type { Actor } from '../permissions/actor.ts';
import { openedBy, stateOf } from './rules.ts';
import { apiTokens } from './tables.ts';
import { hashOf, isTokenText } from './token-text.ts';

export interface Bearer {
  /** The token's maker, with no more than the token carries and the maker still holds. */
  readonly actor: Actor;
  readonly token: { readonly id: string; readonly name: string; readonly expiresOn: Day };
}

export type NoBearer = 'unknown' | 'expired' | 'revoked' | 'stopped';

/** The day alone is kept: enough to find tokens that nobody needs, too little to tell when somebody works. */
const noteUse = (tx: Transaction, id: string, today: Day): Promise<unknown> =>
  tx
    .update(apiTokens)
    .set({ lastUsedOn: today })
    .where(and(eq(apiTokens.id, id), sql`${apiTokens.lastUsedOn} is distinct from ${today}`));

const bearerIn = async (tx: Transaction, text: string, today: Day): Promise<Bearer | NoBearer> => {
  const [token] = await tx
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.hash, hashOf(text)));
  if (!token) return 'unknown';
  const state = stateOf(token, today);
  if (state !== 'in use') return state;
  const maker = await findActorIn(tx, token.userId);
  const assignments = maker ? openedBy(token.carries, maker.assignments) : [];
  if (!maker || assignments.length === 0) return 'stopped';
  if (token.lastUsedOn !== today) await noteUse(tx, token.id, today);
  const { id, name, expiresOn } = token;
  return {
    actor: { id: token.userId, agency: maker.agency, assignments },
    token: { id, name, expiresOn },
  };
};

/** Or why there is nobody. `stopped`: its maker may not act any more, or holds nothing of what it carries. */
export const bearerOf = async (database: Database, text: string): Promise<Bearer | NoBearer> =>
  isTokenText(text)
    ? database.transact({ 'midcourse.part': 'sign-in' }, (tx) => bearerIn(tx, text, todayOn()))
    : 'unknown';
