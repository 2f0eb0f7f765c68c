/** The two accounts of the invented State of Juniper. Their passwords belong to this installation and to no other. */
import { createHmac } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Role } from '../permissions/role.ts';
import { systemScope } from '../permissions/scope.ts';
import { createAccount, hasAccount } from './writes.ts';

export interface DemoAccount {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const demoAgency = 'State of Juniper (invented)';

const people = [
  { role: 'analyst', name: 'Juniper Analyst (demo)', email: 'analyst@juniper.example' },
  { role: 'administrator', name: 'Juniper Administrator (demo)', email: 'administrator@juniper.example' },
] as const;

/** Derived, not kept: every start of the demo can print it, and no file holds it. */
const passwordOf = (email: string, secret: string): string => {
  const digits = createHmac('sha256', secret).update(`demo account ${email}`).digest('hex').slice(0, 16);
  return `juniper-${digits.replace(/(.{4})(?=.)/g, '$1-')}`;
};

export const demoAccounts = (secret: string): DemoAccount[] =>
  people.map((person) => ({ ...person, password: passwordOf(person.email, secret) }));

/** Makes the accounts that are missing and gives both, with their passwords. `secret` is `sessionSecret`. */
export const ensureDemoAccounts = async (database: Database, secret: string): Promise<DemoAccount[]> => {
  const scope = systemScope('the demo makes its accounts');
  const accounts = demoAccounts(secret);
  for (const { role, name, email, password } of accounts) {
    if (await hasAccount(database, scope, email)) continue;
    try {
      await createAccount(database, scope, { name, email, password, roles: [role], agency: demoAgency });
    } catch (error) {
      // Another starter made it in between.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return accounts;
};
