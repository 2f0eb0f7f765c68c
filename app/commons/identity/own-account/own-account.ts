/** What people do with their own account: another password, where they are signed in, and signing out elsewhere. */
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '../../../platform/database/database.ts';
import { systemScope } from '../../permissions/scope.ts';
import type { Auth } from '../auth.ts';
import { checkedForm, type Fields } from '../checked-form.ts';
import { changePasswordForm } from '../new-password/forms.ts';
import { session } from '../tables.ts';
import { post, type Refused, refusalOf, type Taken } from '../through-handler.ts';
import { transactWithAccounts } from '../transact-with-accounts.ts';
import type { Person } from '../who-asks.ts';
import { recordOwnChange } from './record-own-change.ts';

export interface OwnSession {
  readonly id: string;
  readonly isThis: boolean;
  readonly beganAt: Date;
  readonly userAgent: string;
}

export interface OwnAccount {
  /** `currentPassword`, `newPassword` → signed out everywhere else. */
  changePassword(person: Person, fields: Fields, headers: Headers): Promise<Taken | Refused>;
  /** Newest first. */
  sessions(person: Person): Promise<OwnSession[]>;
  signOutElsewhere(person: Person, headers: Headers): Promise<Taken | Refused>;
}

const refusals = {
  INVALID_PASSWORD: [400, 'The present password is not right.'],
  CREDENTIAL_ACCOUNT_NOT_FOUND: [409, 'You sign in with your agency account: the password is kept there.'],
  401: [401, 'Your session has ended. Sign in again.'],
} as const;

export const ownAccountThrough = (auth: Auth, database: Database): OwnAccount => ({
  changePassword: async ({ id }, fields, headers) => {
    const checked = checkedForm(changePasswordForm, fields);
    if (!checked.ok) return checked;
    const body = { ...checked.form, revokeOtherSessions: true };
    const response = await post(auth, '/change-password', headers, body);
    if (!response.ok) return refusalOf(response, refusals);
    await recordOwnChange(database, id, 'password-changed');
    return { ok: true, cookies: response.headers.getSetCookie() };
  },
  sessions: ({ id, sessionId }) =>
    transactWithAccounts(database, systemScope('own account', id), async (tx) => {
      const open = and(eq(session.userId, id), gt(session.expiresAt, sql`now()`));
      const rows = await tx.select().from(session).where(open).orderBy(desc(session.createdAt));
      return rows.map(({ id: own, createdAt, userAgent }) => ({
        id: own,
        isThis: own === sessionId,
        beganAt: createdAt,
        userAgent: userAgent ?? '',
      }));
    }),
  signOutElsewhere: async ({ id }, headers) => {
    const response = await post(auth, '/revoke-other-sessions', headers, {});
    if (!response.ok) return refusalOf(response, refusals);
    await recordOwnChange(database, id, 'signed-out-elsewhere');
    return { ok: true, cookies: response.headers.getSetCookie() };
  },
});
