/** Which tokens there are. */
import { desc, eq } from 'drizzle-orm';
import type { Day } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { user } from '../identity/tables.ts';
import type { Assignment } from '../permissions/actor.ts';
import type { Scope } from '../permissions/scope.ts';
import { settingsOf, transactIn } from '../permissions/transact-in.ts';
import { apiTokens } from './tables.ts';

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly carries: readonly Assignment[];
  readonly madeAt: Date;
  readonly expiresOn: Day;
  readonly lastUsedOn: Day | null;
  readonly revokedAt: Date | null;
}

export interface TokenOfSomebody extends Token {
  /** The name of the person, for the administrator's page alone. */
  readonly madeBy: string;
}

const { id, name, prefix, carries, madeAt, expiresOn, lastUsedOn, revokedAt } = apiTokens;
const shown = { id, name, prefix, carries, madeAt, expiresOn, lastUsedOn, revokedAt };

export const isTokenId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** One's own, newest first; those that are over too. */
export const listOwnTokens = (database: Database, scope: Scope<'tokens.own'>): Promise<Token[]> =>
  transactIn(database, scope, (tx) =>
    tx.select(shown).from(apiTokens).where(eq(apiTokens.userId, scope.actorId)).orderBy(desc(madeAt)),
  );

/** Everybody's, with whose they are: names are seen by the connections of sign-in alone. */
export const listAllTokens = (
  database: Database,
  scope: Scope<'tokens.manage'>,
): Promise<TokenOfSomebody[]> =>
  database.transact({ ...settingsOf(scope), 'midcourse.part': 'sign-in' }, (tx) =>
    tx
      .select({ ...shown, madeBy: user.name })
      .from(apiTokens)
      .innerJoin(user, eq(user.id, apiTokens.userId))
      .orderBy(desc(madeAt)),
  );
