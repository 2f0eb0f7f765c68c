/** Who is asking, and every way to become somebody here: signing in, set-up, one's own account. */
import type { Database } from '../../platform/database/database.ts';
import type { Mail } from '../mail/mail.ts';
import { type AgencyAccount, agencyAccountThrough } from './agency-account/agency-account.ts';
import type { AgencyAccountSettings } from './agency-account/settings.ts';
import { type AuthSettings, newAuth } from './auth.ts';
import { type Join, joinThrough } from './invitations/join.ts';
import { type NewPassword, newPasswordThrough } from './new-password/new-password.ts';
import { type OwnAccount, ownAccountThrough } from './own-account/own-account.ts';
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
  readonly join: Join;
  readonly newPassword: NewPassword;
  readonly ownAccount: OwnAccount;
  readonly secondFactor: SecondFactor;
  /** Undefined where the agency's own accounts are not configured. */
  readonly agencyAccount: AgencyAccount | undefined;
  /** Closes its own connections; the database stays open. */
  close(): Promise<void>;
}

export interface WaysOut {
  /** The mail server that the configuration names; whether it may be used is the agency's setting. */
  readonly mail?: Mail | undefined;
  readonly agencyAccounts?: AgencyAccountSettings | undefined;
}

export const openIdentity = (
  database: Database,
  settings: AuthSettings,
  { mail, agencyAccounts }: WaysOut = {},
): Identity => {
  const pool = openSignInConnections(database.applicationPool);
  const auth = newAuth(pool, settings);
  const signIn = signInThrough(auth, database);
  const newPassword = newPasswordThrough(auth, database, mail);
  const { publicUrl } = settings;
  return {
    ...whoAsksThrough(auth, pool),
    signIn,
    enterCode: enterCodeThrough(auth, database),
    signOut: signOutThrough(auth),
    setUp: setUpThrough(auth, database, signIn),
    join: joinThrough(auth, database, signIn),
    newPassword,
    ownAccount: ownAccountThrough(auth, database),
    secondFactor: secondFactorThrough(auth, database),
    agencyAccount:
      agencyAccounts && publicUrl !== undefined
        ? agencyAccountThrough(pool, database, { ...settings, publicUrl }, agencyAccounts)
        : undefined,
    close: async () => {
      await newPassword.settle();
      await pool.end();
    },
  };
};
