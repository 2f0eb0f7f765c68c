import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { type MailServer, startMailServer } from '../../../../tests/support/mail-server.ts';
import { openMail } from '../../mail/mail.ts';
import { oneAgency, password } from '../agency.fixture.ts';
import { clientAddressHeader } from '../auth.ts';
import { formHeaders, taken } from '../browser-form.fixture.ts';
import { attemptsPerMinute } from '../form-limits.ts';
import { getPerson } from '../people/reads.ts';
import { makeNewPasswordLink, suspendPerson } from '../people/writes.ts';
import { allowMail } from '../settings/writes.ts';

let server: MailServer | undefined;
const from = 'midcourse@agency.example';
const agency = oneAgency(async () => {
  server = await startMailServer();
  return openMail({ url: server.url, from });
});
afterAll(() => server?.close());
afterEach(() => vi.restoreAllMocks());

const origin = 'http://localhost:4700';
const another = 'four quite other words';

const asked = async (email: string) => {
  const answer = await agency.identity.newPassword.ask({ email }, formHeaders(), origin);
  await agency.identity.newPassword.settle();
  return answer;
};

test('a known and an unknown address get the same answer; administrators see who asked; nothing is sent unasked', async () => {
  const id = await agency.add('sage', { role: 'analyst', place: 'state' });
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await asked('sage@agency.example')).toEqual(await asked('nobody@agency.example'));
  expect((await getPerson(agency.database, agency.scope, id)).newPasswordAskedAt).toBeInstanceOf(Date);
  expect(server?.messages).toEqual([]);
  expect(JSON.stringify(spy.mock.calls)).not.toContain('agency.example');
});

test('once an administrator allowed the server by its name, the address goes out by mail, and opens once', async () => {
  const id = await agency.add('wren', { role: 'analyst', place: 'state' });
  const cookie = await agency.enter('wren');
  await allowMail(agency.database, agency.scope, 'mail.elsewhere.example:25');
  await asked('wren@agency.example');
  expect(server?.messages, 'another name was allowed').toEqual([]);
  await allowMail(agency.database, agency.scope, new URL(server?.url ?? '').host);
  await agency.database.owner.query("update users set new_password_asked_at = now() - interval '1 hour'");
  await asked('wren@agency.example');
  await asked('wren@agency.example');
  expect(server?.messages, 'one message, however often one asks').toHaveLength(1);

  const secret = /\/new-password\/([\w-]{32})/.exec(server?.messages[0] ?? '')?.[1] ?? '';
  const { newPassword } = agency.identity;
  expect(await newPassword.finish(secret, { password: 'short' }, formHeaders())).toMatchObject({
    status: 400,
  });
  expect(await newPassword.opens(secret)).toBe(true);
  taken(await newPassword.finish(secret, { password: another }, formHeaders()));
  expect(await newPassword.finish(secret, { password }, formHeaders())).toMatchObject({ status: 409 });
  expect(await agency.identity.actorOf(formHeaders({ cookie })), 'signed out everywhere').toBeUndefined();
  const email = 'wren@agency.example';
  expect(await agency.identity.signIn({ email, password }, formHeaders())).toMatchObject({ status: 401 });
  taken(await agency.identity.signIn({ email, password: another }, formHeaders()));
  expect(await agency.audited(`account:${id}`)).toContain('password-reset');
});

test('an address handed over by an administrator: the newest opens, none for a suspended account', async () => {
  const id = await agency.add('fern', { role: 'analyst', place: 'state' });
  const older = await makeNewPasswordLink(agency.database, agency.scope, id);
  const newer = await makeNewPasswordLink(agency.database, agency.scope, id);
  expect(await agency.identity.newPassword.opens(older)).toBe(false);
  expect(await agency.identity.newPassword.opens(newer)).toBe(true);
  await suspendPerson(agency.database, agency.scope, id);
  expect(await agency.identity.newPassword.opens(newer)).toBe(false);
  await expect(makeNewPasswordLink(agency.database, agency.scope, id)).rejects.toThrow('suspended');
});

test.each([
  ['ask', (headers: Headers) => agency.identity.newPassword.ask({ email: 'x@y.example' }, headers, origin)],
  ['finish', (headers: Headers) => agency.identity.newPassword.finish('guess', { password }, headers)],
])('whoever repeats "%s" is slowed down', async (name, send) => {
  const headers = () => formHeaders({ [clientAddressHeader]: `203.0.113.8${name.length}` });
  for (let tries = 0; tries < attemptsPerMinute; tries += 1)
    expect(await send(headers())).not.toMatchObject({ status: 429 });
  expect(await send(headers())).toMatchObject({ status: 429 });
});
