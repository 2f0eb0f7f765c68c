import { expect, test } from 'vitest';
import { oneAgency, password } from '../agency.fixture.ts';
import { clientAddressHeader } from '../auth.ts';
import { cookieOf, formHeaders, taken } from '../browser-form.fixture.ts';
import { attemptsPerMinute } from '../form-limits.ts';
import { listInvitations } from '../people/reads.ts';
import { invite, renewInvitation, revokeInvitation } from './writes.ts';

const agency = oneAgency();
const assignments = [
  { role: 'supervisor', place: 'unit:Alder/Alder 2' },
  { role: 'nation', place: 'nation:Blue Sedge Nation' },
] as const;
const form = { name: 'Sage Brook', password };

const invited = (name: string) =>
  invite(agency.database, agency.scope, { email: `${name}@agency.example`, assignments });

test('an invitation is taken up once, gives the roles it names, and of its address only a hash is kept', async () => {
  const { id, secret } = await invited('sage');
  expect(await agency.identity.join.find(secret)).toMatchObject({
    email: 'sage@agency.example',
    assignments,
  });
  const kept = await agency.database.owner.query('select * from one_time_links');
  expect(JSON.stringify(kept.rows)).not.toContain(secret);

  const twice = await Promise.all([1, 2].map(() => agency.identity.join.finish(secret, form, formHeaders())));
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const cookie = twice.flatMap((one) => (one.ok ? cookieOf(one.cookies) : []))[0] ?? '';
  const actor = await agency.identity.actorOf(formHeaders({ cookie }));
  expect(actor?.name).toBe('Sage Brook');
  expect(new Set(actor?.assignments)).toEqual(new Set(assignments));
  expect(await agency.identity.join.find(secret)).toBeUndefined();
  expect(await agency.audited(`invitation:${id}`)).toEqual(['person-invited']);
  expect(await agency.audited(`account:${actor?.id}`)).toEqual([
    'account-made',
    'invitation-taken-up',
    'signed-in',
  ]);
});

test('a refused answer uses nothing up', async () => {
  const { secret } = await invited('wren');
  const refused = await agency.identity.join.finish(secret, { name: '', password: 'short' }, formHeaders());
  expect(refused).toMatchObject({ status: 400, fields: { name: 'Enter a name.' } });
  taken(await agency.identity.join.finish(secret, form, formHeaders()));
});

test('renewed, taken back, expired: the address from before opens nothing', async () => {
  const { database, scope, identity } = agency;
  const first = await invited('fern');
  const second = await renewInvitation(database, scope, first.id);
  expect(await identity.join.find(first.secret)).toBeUndefined();
  expect(await identity.join.find(second.secret)).toBeDefined();
  await database.owner.query("update one_time_links set expires_at = now() where email like 'fern%'");
  expect(await identity.join.finish(second.secret, form, formHeaders())).toMatchObject({ status: 409 });
  expect(await listInvitations(database, scope)).toMatchObject([{ isExpired: true }]);
  const third = await renewInvitation(database, scope, first.id);
  await revokeInvitation(database, scope, first.id);
  expect(await identity.join.finish(third.secret, form, formHeaders())).toMatchObject({ status: 409 });
  expect(await listInvitations(database, scope)).toEqual([]);
});

test('one open invitation for an address, and none where there is an account', async () => {
  await invited('reed');
  await expect(invited('reed')).rejects.toThrow('invited already');
  await expect(invited('first')).rejects.toThrow('already an account');
});

test('whoever guesses addresses is slowed down', async () => {
  const headers = () => formHeaders({ [clientAddressHeader]: '203.0.113.78' });
  const guess = () => agency.identity.join.finish('guess', form, headers());
  for (let tries = 0; tries < attemptsPerMinute; tries += 1)
    expect(await guess()).toMatchObject({ status: 409 });
  expect(await guess()).toMatchObject({ status: 429 });
});
