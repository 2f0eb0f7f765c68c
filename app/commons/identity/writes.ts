/** Makes accounts: the person, the password's hash, the roles and the audit entry, together. */
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { recordAudit } from '../audit/writes.ts';
import type { Scope } from '../permissions/scope.ts';
import { type AccountForm, accountForm } from './forms.ts';
import { rolesInWords } from './roles-in-words.ts';
import { account, roleAssignments, user } from './tables.ts';
import { transactWithAccounts } from './transact-with-accounts.ts';

const checked = (form: AccountForm): AccountForm => {
  const result = accountForm.safeParse(form);
  if (result.success) return result.data;
  throw new Invalid(result.error.issues.map(({ message }) => message).join(' '));
};

/** The new account's id. Throws `Invalid` (the form), `Conflict` (there is one with this address). */
export const addAccount = async (
  tx: Transaction,
  scope: Scope<'accounts.manage'>,
  form: AccountForm,
): Promise<string> => {
  const { name, email, password, assignments, agency } = checked(form);
  const hash = await hashPassword(password);
  const id = randomUUID();
  const { rowCount } = await tx.insert(user).values({ id, name, email }).onConflictDoNothing();
  if (rowCount === 0) throw new Conflict('There is already an account with this e-mail address.');
  await tx
    .insert(account)
    .values({ id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash });
  await tx.insert(roleAssignments).values(assignments.map((held) => ({ ...held, userId: id, agency })));
  await recordAudit(tx, scope, {
    event: 'account-made',
    subject: `account:${id}`,
    details: { roles: rolesInWords(assignments) },
  });
  return id;
};

/** The same in a transaction of its own. */
export const createAccount = (
  database: Database,
  scope: Scope<'accounts.manage'>,
  form: AccountForm,
): Promise<string> => transactWithAccounts(database, scope, (tx) => addAccount(tx, scope, form));

export const hasAccount = (
  database: Database,
  scope: Scope<'accounts.manage'>,
  email: string,
): Promise<boolean> =>
  transactWithAccounts(database, scope, async (tx) => {
    const found = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    return found.length > 0;
  });
