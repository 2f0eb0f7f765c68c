/** Who is asking, and every way to become somebody here: signing in, set-up, one's own account. */
import type { Database } from '../../platform/database/database.ts';
import { type AuthSettings, newAuth } from './auth.ts';
import { type SecondFactor, secondFactorThrough } from './second-factor/second-factor.ts';
import { type SetUp, setUpThrough } from './set-up/set-up.ts';
import {
  type EnterCode,
  enterCodeThrough,
  type SignIn,
  type SignOut,
  signInThrough,
  signOutThrough,
} from './sign-in.ts';
import { openSignInConnections } from './sign-in-connections.ts';
import { type WhoAsks, whoAsksThrough } from './who-asks.ts';

export interface Identity extends WhoAsks {
  readonly signIn: SignIn;
  readonly enterCode: EnterCode;
  readonly signOut: SignOut;
  readonly setUp: SetUp;
  readonly secondFactor: SecondFactor;
  /** Closes its own connections; the database stays open. */
  close(): Promise<void>;
}

export const openIdentity = (database: Database, settings: AuthSettings): Identity => {
  const pool = openSignInConnections(database.applicationPool);
  const auth = newAuth(pool, settings);
  const signIn = signInThrough(auth, database);
  return {
    ...whoAsksThrough(auth, pool),
    signIn,
    enterCode: enterCodeThrough(auth, database),
    signOut: signOutThrough(auth),
    setUp: setUpThrough(auth, database, signIn),
    secondFactor: secondFactorThrough(auth, database),
    close: () => pool.end(),
  };
};
