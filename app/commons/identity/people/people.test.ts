import { expect, test } from 'vitest';
import { oneAgency, password } from '../agency.fixture.ts';
import { formHeaders } from '../browser-form.fixture.ts';
import { getPerson, listPeople } from './reads.ts';
import { changeAssignments, endSessions, reopenAccount, suspendPerson } from './writes.ts';

const agency = oneAgency();

test('roles change from the next request, and the change is on record with what they are now', async () => {
  const id = await agency.add('sage', { role: 'analyst', place: 'state' });
  const cookie = await agency.enter('sage');
  const roles = [
    { role: 'supervisor', place: 'unit:Alder/Alder 2' },
    { role: 'analyst', place: 'county:Alder' },
  ] as const;
  await changeAssignments(agency.database, agency.scope, id, roles);
  const actor = await agency.identity.actorOf(formHeaders({ cookie }));
  expect(new Set(actor?.assignments)).toEqual(new Set(roles));
  expect(await agency.audited(`account:${id}`)).toEqual(['account-made', 'signed-in', 'roles-changed']);
});

test('a suspended account: signed out at once, told so only after the right password, open again later', async () => {
  const id = await agency.add('wren', { role: 'leader', place: 'state' });
  const cookie = await agency.enter('wren');
  await suspendPerson(agency.database, agency.scope, id);
  expect(await agency.identity.actorOf(formHeaders({ cookie }))).toBeUndefined();
  const email = 'wren@agency.example';
  expect(await agency.identity.signIn({ email, password }, formHeaders())).toMatchObject({
    ok: false,
    problem: expect.stringContaining('suspended'),
  });
  expect(await agency.identity.signIn({ email, password: 'not the password' }, formHeaders())).toMatchObject({
    problem: 'The e-mail address or the password is not right.',
  });
  await reopenAccount(agency.database, agency.scope, id);
  await agency.enter('wren');
});

test('ending sessions signs out everywhere', async () => {
  const id = await agency.add('fern', { role: 'observer', place: 'state' });
  const cookies = [await agency.enter('fern'), await agency.enter('fern')];
  expect((await getPerson(agency.database, agency.scope, id)).openSessions).toBe(2);
  await endSessions(agency.database, agency.scope, id);
  for (const cookie of cookies)
    expect(await agency.identity.actorOf(formHeaders({ cookie }))).toBeUndefined();
});

test('the last administrator stays one, also when two remove each other at once', async () => {
  const { database, scope } = agency;
  const analyst = [{ role: 'analyst', place: 'state' }] as const;
  const last = 'This is the last administrator';
  await expect(suspendPerson(database, scope, scope.actorId)).rejects.toThrow(last);
  await expect(changeAssignments(database, scope, scope.actorId, analyst)).rejects.toThrow(last);
  const second = await agency.add('second', { role: 'administrator', place: 'state' });
  const both = await Promise.allSettled([
    suspendPerson(database, scope, scope.actorId),
    changeAssignments(database, scope, second, analyst),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const people = await listPeople(database, scope);
  const left = people.filter(
    (one) => !one.isSuspended && one.assignments.some(({ role }) => role === 'administrator'),
  );
  expect(left).toHaveLength(1);
});
