/** The set-up form: limited, checked, and signed in with what it made. */
import type { Database } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import type { Auth } from '../auth.ts';
import { checkedForm, type Fields } from '../checked-form.ts';
import { refusedByLimit } from '../refused-by-limit.ts';
import type { SignIn, SignInResult } from '../sign-in.ts';
import { setUpForm } from './forms.ts';
import { isEmptyInstallation, opensSetUp } from './reads.ts';
import { createFirstAdministrator } from './writes.ts';

export interface SetUp {
  /** True as long as nobody has an account here. */
  isEmpty(): Promise<boolean>;
  /** Whether the address with this secret may still make the first administrator. */
  opens(secret: string): Promise<boolean>;
  finish(secret: string, fields: Fields, headers: Headers): Promise<SignInResult>;
}

export const setUpThrough = (auth: Auth, database: Database, signIn: SignIn): SetUp => ({
  isEmpty: () => isEmptyInstallation(database),
  opens: (secret) => opensSetUp(database, secret),
  finish: async (secret, fields, headers) => {
    const refused = await refusedByLimit(auth, 'set-up', headers);
    if (refused) return refused;
    const checked = checkedForm(setUpForm, fields);
    if (!checked.ok) return checked;
    try {
      await createFirstAdministrator(database, secret, checked.form);
    } catch (error) {
      if (error instanceof Conflict) return { ok: false, status: 409, problem: error.message };
      throw error;
    }
    return signIn(checked.form, headers);
  },
});
