/** An agency with one administrator, for tests of identity: a database, the identity over it, and ways to act. */
import { afterAll, beforeAll } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import type { Mail } from '../mail/mail.ts';
import type { Actor, Assignment } from '../permissions/actor.ts';
import { type Scope, scopeFor, systemScope } from '../permissions/scope.ts';
import { cookieOf, formHeaders, taken } from './browser-form.fixture.ts';
import { type Identity, openIdentity } from './identity.ts';
import { identityPolicy } from './policy.ts';
import { createAccount } from './writes.ts';

export const agency = 'Alder County Family Services';
export const password = 'three words together';

export interface Agency {
  readonly database: FreshDatabase;
  readonly identity: Identity;
  /** Of the first administrator. */
  readonly scope: Scope<'accounts.manage'>;
  /** Makes an account; `name` is also the first part of the address. */
  add(name: string, ...assignments: Assignment[]): Promise<string>;
  /** The cookie of a new session. */
  enter(name: string): Promise<string>;
  /** Events of the audit about this subject, oldest first. */
  audited(subject: string): Promise<string[]>;
}

const addressOf = (name: string): string => `${name}@agency.example`;

/** Call it at the top of a test file; what it gives is there once tests run. */
export const oneAgency = (mail?: () => Promise<Mail>): Agency => {
  const made: { database?: FreshDatabase; identity?: Identity; scope?: Scope<'accounts.manage'> } = {};
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('Not before the tests run.');
    return value;
  };
  const add = (name: string, ...assignments: Assignment[]): Promise<string> =>
    createAccount(need(made.database), systemScope('a test'), {
      ...{ name, password, agency, assignments },
      email: addressOf(name),
    });
  beforeAll(async () => {
    made.database = await freshDatabase();
    const settings = { secret: 'a-secret-only-this-test-knows-0123456789', publicUrl: undefined };
    made.identity = openIdentity(made.database, settings, { mail: await mail?.() });
    const first: Assignment = { role: 'administrator', place: 'state' };
    const actor: Actor = { id: await add('first', first), agency, assignments: [first] };
    made.scope = scopeFor(actor, identityPolicy['accounts.manage']);
  });
  afterAll(async () => {
    await made.identity?.close();
    await made.database?.close();
  });
  return {
    get database() {
      return need(made.database);
    },
    get identity() {
      return need(made.identity);
    },
    get scope() {
      return need(made.scope);
    },
    add,
    enter: async (name) => {
      const result = await need(made.identity).signIn({ email: addressOf(name), password }, formHeaders());
      return cookieOf(taken(result).cookies);
    },
    audited: async (subject) => {
      const { rows } = await need(made.database).owner.query<{ event: string }>(
        'select event from audit_entries where subject = $1 order by id',
        [subject],
      );
      return rows.map(({ event }) => event);
    },
  };
};
