import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { clientAddressHeader } from '../auth.ts';
import { cookieOf, formHeaders, taken } from '../browser-form.fixture.ts';
import { attemptsPerMinute } from '../form-limits.ts';
import { type Identity, openIdentity } from '../identity.ts';
import { makeSetUpLink } from './writes.ts';

const form = {
  agency: 'Alder County Family Services',
  name: 'Rowan Vale',
  email: 'rowan@agency.example',
  password: 'three words together',
};

let database: FreshDatabase;
let identity: Identity;

beforeAll(async () => {
  database = await freshDatabase();
  identity = openIdentity(database, {
    secret: 'a-secret-only-this-test-knows-0123456789',
    publicUrl: undefined,
  });
});
afterAll(async () => {
  await identity.close();
  await database.close();
});

const madeSecret = async (): Promise<string> => {
  const secret = await makeSetUpLink(database);
  if (secret === undefined) throw new Error('There are accounts.');
  return secret;
};

test('a newer start takes back the address of an older one, and no secret is kept', async () => {
  const [older, newer] = [await madeSecret(), await madeSecret()];
  expect(await identity.setUp.opens(older)).toBe(false);
  expect(await identity.setUp.opens(newer)).toBe(true);
  expect(await identity.setUp.opens('')).toBe(false);
  const { rows } = await database.owner.query('select * from one_time_links');
  expect(JSON.stringify(rows)).not.toContain(newer);
});

test('a form that is not complete says so at each field and uses nothing up', async () => {
  const secret = await madeSecret();
  const refused = await identity.setUp.finish(
    secret,
    { ...form, agency: ' ', password: 'short' },
    formHeaders(),
  );
  expect(refused).toMatchObject({ ok: false, status: 400, fields: { agency: 'Enter the agency.' } });
  expect(await identity.setUp.opens(secret)).toBe(true);
});

test('whoever guesses addresses is slowed down, as with passwords', async () => {
  const headers = () => formHeaders({ [clientAddressHeader]: '203.0.113.77' });
  for (let guess = 0; guess < attemptsPerMinute; guess += 1)
    expect(await identity.setUp.finish('guess', form, headers())).toMatchObject({ status: 409 });
  expect(await identity.setUp.finish('guess', form, headers())).toMatchObject({ status: 429 });
});

test('the first to finish is administrator of the whole state; after that the address opens nothing', async () => {
  const secret = await madeSecret();
  expect(await identity.setUp.isEmpty()).toBe(true);
  const both = await Promise.all([
    identity.setUp.finish(secret, form, formHeaders()),
    identity.setUp.finish(secret, { ...form, email: 'second@agency.example' }, formHeaders()),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const winner = both.find(({ ok }) => ok);
  const actor = await identity.actorOf(
    formHeaders({ cookie: cookieOf(winner ? taken(winner).cookies : []) }),
  );
  expect(actor).toMatchObject({
    agency: form.agency,
    assignments: [{ role: 'administrator', place: 'state' }],
  });
  expect(await identity.setUp.opens(secret)).toBe(false);
  expect(await makeSetUpLink(database)).toBeUndefined();
  const { rows } = await database.owner.query(
    "select event from audit_entries where event = 'agency-set-up'",
  );
  expect(rows).toHaveLength(1);
});
