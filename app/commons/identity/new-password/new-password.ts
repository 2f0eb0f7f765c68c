/** The way back in for whoever forgot the password, without telling anybody who has an account. */
import type { Database } from '../../../platform/database/database.ts';
import { errorCode } from '../../../platform/database/sql-state.ts';
import { Conflict } from '../../../platform/errors.ts';
import { log } from '../../../platform/log.ts';
import type { Mail } from '../../mail/mail.ts';
import { systemScope } from '../../permissions/scope.ts';
import type { Auth } from '../auth.ts';
import { checkedForm, type Fields } from '../checked-form.ts';
import { newPasswordMessage } from '../mail-texts.ts';
import { findLink } from '../one-time-links/reads.ts';
import { refusedByLimit } from '../refused-by-limit.ts';
import type { Refused } from '../through-handler.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import { forgottenForm, newPasswordForm } from './forms.ts';
import { noteForgotten, replaceForgottenPassword } from './writes.ts';

type Answer = { readonly ok: true } | Refused;

export interface NewPassword {
  /** `email` → the same answer, as fast, whether or not there is such an account. `origin`: of the address to send. */
  ask(fields: Fields, headers: Headers, origin: string): Promise<Answer>;
  opens(secret: string): Promise<boolean>;
  finish(secret: string, fields: Fields, headers: Headers): Promise<Answer>;
  /** Waits for what `ask` still does. */
  settle(): Promise<unknown>;
}

export const newPasswordThrough = (auth: Auth, database: Database, mail: Mail | undefined): NewPassword => {
  const underWay = new Set<Promise<void>>();
  const noteAndSend = async (email: string, origin: string): Promise<void> => {
    try {
      const link = await noteForgotten(database, email, mail?.host);
      const address = `${origin}/new-password/${link?.secret}`;
      if (link && mail) await mail.send(newPasswordMessage({ to: email, address, agency: link.agency }));
    } catch (error) {
      log.error('new-password.problem', { kind: (error as Error).name, code: errorCode(error) });
    }
  };
  return {
    ask: async (fields, headers, origin) => {
      const refused = await refusedByLimit(auth, 'forgotten', headers);
      if (refused) return refused;
      const checked = checkedForm(forgottenForm, fields);
      if (!checked.ok) return checked;
      // Not waited for: how long it takes would tell whether there is such an account.
      const work = noteAndSend(checked.form.email, origin).finally(() => underWay.delete(work));
      underWay.add(work);
      return { ok: true };
    },
    opens: async (secret) => {
      const scope = systemScope('an address for a new password was opened');
      return (
        (await transactWithAccounts(database, scope, (tx) => findLink(tx, 'new-password', secret))) !==
        undefined
      );
    },
    finish: async (secret, fields, headers) => {
      const refused = await refusedByLimit(auth, 'new-password', headers);
      if (refused) return refused;
      const checked = checkedForm(newPasswordForm, fields);
      if (!checked.ok) return checked;
      try {
        await replaceForgottenPassword(database, secret, checked.form.password);
        return { ok: true };
      } catch (error) {
        if (error instanceof Conflict) return { ok: false, status: 409, problem: error.message };
        throw error;
      }
    },
    settle: () => Promise.allSettled(underWay),
  };
};
