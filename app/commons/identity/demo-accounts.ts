/** The accounts of the invented State of Juniper. Their passwords belong to this installation and to no other. */
import { createHmac } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Place } from '../permissions/place.ts';
import type { Role } from '../permissions/role.ts';
import { systemScope } from '../permissions/scope.ts';
import { createAccount, hasAccount } from './writes.ts';

export interface DemoAccount {
  readonly role: Role;
  readonly place: Place;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const demoAgency = 'State of Juniper (invented)';

type Person = readonly [address: string, role: Role, place: Place];

/** The first of a role is the one tests and pictures take. */
const people: readonly Person[] = [
  ['analyst', 'analyst', 'state'],
  ['administrator', 'administrator', 'state'],
  ['leader', 'leader', 'state'],
  ['supervisor', 'supervisor', 'unit:Birchmere/Birchmere 3'],
  ['caseworker', 'frontline', 'unit:Birchmere/Birchmere 3'],
  ['county-leader', 'leader', 'county:Goldenrod'],
  ['county-analyst', 'analyst', 'county:Goldenrod'],
  ['nation', 'nation', 'nation:Blue Sedge Nation'],
  ['partner', 'partner', 'partner:Juniper Family Council'],
  ['observer', 'observer', 'state'],
  ['duty-reader', 'duty_reader', 'state'],
  ['security-officer', 'security_officer', 'state'],
];

const nameOf = (address: string): string =>
  `Juniper ${address.replaceAll('-', ' ').replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())} (demo)`;

/** Derived, not kept: every start of the demo can print it, and no file holds it. */
const passwordOf = (email: string, secret: string): string => {
  const digits = createHmac('sha256', secret).update(`demo account ${email}`).digest('hex').slice(0, 16);
  return `juniper-${digits.replace(/(.{4})(?=.)/g, '$1-')}`;
};

export const demoAccounts = (secret: string): DemoAccount[] =>
  people.map(([address, role, place]) => {
    const email = `${address}@juniper.example`;
    return { role, place, name: nameOf(address), email, password: passwordOf(email, secret) };
  });

/** Makes the accounts that are missing and gives all, with their passwords. `secret` is `sessionSecret`. */
export const ensureDemoAccounts = async (database: Database, secret: string): Promise<DemoAccount[]> => {
  const scope = systemScope('the demo makes its accounts');
  const accounts = demoAccounts(secret);
  for (const { role, place, name, email, password } of accounts) {
    if (await hasAccount(database, scope, email)) continue;
    try {
      const assignments = [{ role, place }];
      await createAccount(database, scope, { name, email, password, assignments, agency: demoAgency });
    } catch (error) {
      // Another starter made it in between.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return accounts;
};
