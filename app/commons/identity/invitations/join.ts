/** The invited person's form: limited, checked, and signed in with the account it made. */
import type { Database } from '../../../platform/database/database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { systemScope } from '../../permissions/scope.ts';
import type { Auth } from '../auth.ts';
import { checkedForm, type Fields } from '../checked-form.ts';
import { findLink } from '../one-time-links/reads.ts';
import { refusedByLimit } from '../refused-by-limit.ts';
import type { SignIn, SignInResult } from '../sign-in.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { joinForm } from './forms.ts';
import { type Invitation, takeUpInvitation } from './writes.ts';

export interface Join {
  /** What the address with this secret invites to; undefined when it opens nothing. */
  find(secret: string): Promise<(Invitation & { readonly agency: string }) | undefined>;
  finish(secret: string, fields: Fields, headers: Headers): Promise<SignInResult>;
}

export const joinThrough = (auth: Auth, database: Database, signIn: SignIn): Join => ({
  find: async (secret) => {
    const link = await transactWithAccounts(database, systemScope('an invitation was opened'), (tx) =>
      findLink(tx, 'invitation', secret),
    );
    if (!link?.email || !link.assignments || !link.agency) return undefined;
    return { email: link.email, assignments: link.assignments, agency: link.agency };
  },
  finish: async (secret, fields, headers) => {
    const refused = await refusedByLimit(auth, 'join', headers);
    if (refused) return refused;
    const checked = checkedForm(joinForm, fields);
    if (!checked.ok) return checked;
    try {
      const email = await takeUpInvitation(database, secret, checked.form);
      return await signIn({ email, password: checked.form.password }, headers);
    } catch (error) {
      if (error instanceof Conflict) return { ok: false, status: 409, problem: error.message };
      throw error;
    }
  },
});
