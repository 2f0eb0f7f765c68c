import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { elapsedMs } from '../../platform/clock.ts';
import { scopeFor, systemScope } from '../permissions/scope.ts';
import { cookieOf, formHeaders } from './browser-form.fixture.ts';
import { demoAccounts, ensureDemoAccounts } from './demo-accounts.ts';
import { attemptsPerMinute } from './form-limits.ts';
import { type Identity, openIdentity } from './identity.ts';
import { identityPolicy } from './policy.ts';
import { createAccount } from './writes.ts';

const secret = 'a-secret-only-this-test-knows-0123456789';
const password = 'a long enough password';
const email = 'rowan@agency.example';

let database: FreshDatabase;
let identity: Identity;

beforeAll(async () => {
  database = await freshDatabase();
  identity = openIdentity(database, { secret, publicUrl: undefined });
  await createAccount(database, systemScope('a test'), {
    name: 'Rowan',
    email,
    password,
    assignments: [
      { role: 'analyst', place: 'county:Alder' },
      { role: 'administrator', place: 'state' },
    ],
    agency: 'Juniper',
  });
});
afterAll(async () => {
  await identity.close();
  await database.close();
});
afterEach(() => vi.restoreAllMocks());

const signedInCookie = async (): Promise<string> => {
  const result = await identity.signIn({ email, password }, formHeaders());
  if (!result.ok) throw new Error(result.problem);
  return cookieOf(result.cookies);
};

test('signing in gives a session cookie that no script reads, and an actor', async () => {
  const result = await identity.signIn({ email: ' Rowan@Agency.example', password }, formHeaders());
  if (!result.ok) throw new Error(result.problem);
  expect(result.cookies.join('\n')).toMatch(/^midcourse\.session_token=[^;]+;.*HttpOnly/m);
  expect(result.cookies.join('\n')).toContain('SameSite=Lax');
  const actor = await identity.actorOf(formHeaders({ cookie: cookieOf(result.cookies) }));
  expect(actor).toMatchObject({ name: 'Rowan', agency: 'Juniper' });
  expect(actor?.assignments.toSorted((a, b) => a.role.localeCompare(b.role))).toEqual([
    { role: 'administrator', place: 'state' },
    { role: 'analyst', place: 'county:Alder' },
  ]);
});

test('signing in is on record, without the address', async () => {
  await signedInCookie();
  const { rows } = await database.owner.query("select * from audit_entries where event = 'signed-in'");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('rowan');
});

test('behind https the cookie is secure', async () => {
  const secure = openIdentity(database, { secret, publicUrl: 'https://midcourse.agency.example' });
  const headers = formHeaders({ origin: 'https://midcourse.agency.example' });
  const result = await secure.signIn({ email, password }, headers);
  await secure.close();
  if (!result.ok) throw new Error(result.problem);
  expect(result.cookies[0]).toMatch(/^__Secure-midcourse\.session_token=.*; Secure/);
});

test('no cookie, a made-up cookie, a session that has ended: nobody', async () => {
  expect(await identity.actorOf(formHeaders())).toBeUndefined();
  const cookie = await signedInCookie();
  expect(await identity.actorOf(formHeaders({ cookie: cookie.replace(/.$/, 'A') }))).toBeUndefined();
  await database.owner.query("update sessions set expires_at = now() - interval '1 second'");
  expect(await identity.actorOf(formHeaders({ cookie }))).toBeUndefined();
});

test('an account without a role is nobody', async () => {
  const cookie = await signedInCookie();
  const { rows } = await database.owner.query('delete from role_assignments returning *');
  expect(await identity.actorOf(formHeaders({ cookie }))).toBeUndefined();
  for (const { user_id, role, agency, place } of rows) {
    await database.owner.query(
      'insert into role_assignments (user_id, role, agency, place) values ($1, $2, $3, $4)',
      [user_id, role, agency, place],
    );
  }
});

test('signing out ends the session in the database', async () => {
  const cookie = await signedInCookie();
  const cookies = await identity.signOut(formHeaders({ cookie }));
  expect(cookies.join('\n')).toContain('Max-Age=0');
  expect(await identity.actorOf(formHeaders({ cookie }))).toBeUndefined();
});

test.each([
  [{ email, password: 'not the password at all' }, 401],
  [{ email: 'nobody@agency.example', password }, 401],
  [{ email: 'not an address', password }, 400],
  [{ email }, 400],
])('%j does not sign in', async (fields, status) => {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await identity.signIn(fields, formHeaders())).toMatchObject({ ok: false, status });
  expect(JSON.stringify(spy.mock.calls)).not.toContain('agency.example');
});

test('a form on another site cannot sign anybody in or out', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect(await identity.signIn({ email, password }, formHeaders(elsewhere))).toMatchObject({ status: 403 });
  const cookie = await signedInCookie();
  await identity.signOut(formHeaders({ ...elsewhere, cookie }));
  expect(await identity.actorOf(formHeaders({ cookie }))).toBeDefined();
});

test('after so many attempts even the right password waits, for this client only', async () => {
  const same = formHeaders();
  const wrong = { email, password: 'guessing guessing guessing' };
  for (let attempt = 0; attempt < attemptsPerMinute; attempt += 1)
    expect(await identity.signIn(wrong, same)).toMatchObject({ status: 401 });
  expect(await identity.signIn({ email, password }, same)).toMatchObject({
    status: 429,
    problem: expect.stringMatching(/Wait \d+ seconds/),
  });
  expect(await identity.signIn({ email, password }, formHeaders())).toMatchObject({ ok: true });
});

test('an unknown address takes as long as a wrong password', async () => {
  const timed = async (address: string): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 7; run += 1) {
      const since = elapsedMs();
      await identity.signIn({ email: address, password: 'not the password' }, formHeaders());
      times.push(elapsedMs() - since);
    }
    return times.sort((a, b) => a - b)[3] ?? 0;
  };
  const known = await timed(email);
  const unknown = await timed('nobody@agency.example');
  expect(unknown / known).toBeGreaterThan(0.4);
  expect(unknown / known).toBeLessThan(2.5);
});

test('accounts: one for an address, made by an administrator, hashed', async () => {
  const assignments = [{ role: 'analyst' as const, place: 'state' as const }];
  const form = { name: 'Sage', email, password, assignments, agency: 'Juniper' };
  await expect(createAccount(database, systemScope('a test'), form)).rejects.toThrow('already an account');
  await expect(
    createAccount(database, systemScope('a test'), {
      ...form,
      email: 'sage@agency.example',
      password: 'short',
    }),
  ).rejects.toThrow('at least 12');
  expect(() => scopeFor(actorAs('analyst'), identityPolicy['accounts.manage'])).toThrow('You may not make');
  const { rows } = await database.owner.query('select password from accounts');
  expect(rows.every((row) => !row.password.includes(password))).toBe(true);
});

test('demo accounts are made once and sign in with the printed passwords', async () => {
  const made = await ensureDemoAccounts(database, secret);
  expect(await ensureDemoAccounts(database, secret)).toEqual(made);
  expect(demoAccounts('another installation').map((one) => one.password)).not.toContain(made[0]?.password);
  for (const one of made) {
    const result = await identity.signIn({ email: one.email, password: one.password }, formHeaders());
    if (!result.ok) throw new Error(result.problem);
    const actor = await identity.actorOf(formHeaders({ cookie: cookieOf(result.cookies) }));
    expect(actor?.assignments).toEqual([{ role: one.role, place: one.place }]);
  }
});

test('only connections of sign-in see accounts', async () => {
  const others = ['two_factors', 'used_codes', 'one_time_links', 'agency_settings', 'verifications'];
  for (const table of ['users', 'sessions', 'accounts', 'role_assignments', 'rate_limits', ...others]) {
    const asSystem = await database.transact({ 'midcourse.roles': 'system' }, (tx) =>
      tx.execute(`select * from ${table}`),
    );
    expect(asSystem.rows, table).toEqual([]);
  }
});
