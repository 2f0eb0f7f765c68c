import { expect, test } from 'vitest';
import { oneAgency, password } from '../agency.fixture.ts';
import { clientAddressHeader } from '../auth.ts';
import { cookieOf, formHeaders, taken } from '../browser-form.fixture.ts';
import { attemptsPerMinute } from '../form-limits.ts';
import type { Person } from '../who-asks.ts';

const agency = oneAgency();
const another = 'four quite other words';

const personBehind = async (cookie: string): Promise<Person> => {
  const person = await agency.identity.personOf(formHeaders({ cookie }));
  if (!person) throw new Error('Nobody is signed in.');
  return person;
};

test('sessions are listed with the present one marked, and the others can be ended', async () => {
  await agency.add('sage', { role: 'analyst', place: 'state' });
  const [here, elsewhere] = [await agency.enter('sage'), await agency.enter('sage')];
  const person = await personBehind(here);
  const { ownAccount, actorOf } = agency.identity;
  expect((await ownAccount.sessions(person)).map(({ isThis }) => isThis).sort()).toEqual([false, true]);
  taken(await ownAccount.signOutElsewhere(person, formHeaders({ cookie: here })));
  expect(await actorOf(formHeaders({ cookie: elsewhere }))).toBeUndefined();
  expect(await actorOf(formHeaders({ cookie: here }))).toBeDefined();
});

test('another password takes the present one, and signs out everywhere else', async () => {
  const id = await agency.add('wren', { role: 'analyst', place: 'state' });
  const [here, elsewhere] = [await agency.enter('wren'), await agency.enter('wren')];
  const person = await personBehind(here);
  const change = (fields: Record<string, string>) =>
    agency.identity.ownAccount.changePassword(person, fields, formHeaders({ cookie: here }));
  expect(await change({ currentPassword: 'wrong', newPassword: another })).toMatchObject({ status: 400 });
  expect(await change({ currentPassword: password, newPassword: 'short' })).toMatchObject({
    fields: { newPassword: expect.stringContaining('at least 12') },
  });
  const { cookies } = taken(await change({ currentPassword: password, newPassword: another }));
  expect(await agency.identity.actorOf(formHeaders({ cookie: cookieOf(cookies) }))).toBeDefined();
  expect(await agency.identity.actorOf(formHeaders({ cookie: elsewhere }))).toBeUndefined();
  expect(await agency.audited(`account:${id}`)).toContain('password-changed');
});

test('whoever guesses the present password at somebody’s open screen is slowed down', async () => {
  await agency.add('fern', { role: 'analyst', place: 'state' });
  const cookie = await agency.enter('fern');
  const person = await personBehind(cookie);
  const guess = () =>
    agency.identity.ownAccount.changePassword(
      person,
      { currentPassword: 'a guess', newPassword: another },
      formHeaders({ cookie, [clientAddressHeader]: '203.0.113.90' }),
    );
  for (let tries = 0; tries < attemptsPerMinute; tries += 1)
    expect(await guess()).toMatchObject({ status: 400 });
  expect(await guess()).toMatchObject({ status: 429 });
});
