import { afterEach, expect, test, vi } from 'vitest';
import { authenticatorCode, wrongCode } from '../../../../tests/support/authenticator.ts';
import { oneAgency, password } from '../agency.fixture.ts';
import { clientAddressHeader } from '../auth.ts';
import { cookieOf, formHeaders, taken } from '../browser-form.fixture.ts';
import { attemptsPerMinute } from '../form-limits.ts';
import { resetSecondFactor } from '../people/writes.ts';
import { requireSecondFactor } from '../settings/writes.ts';
import { wrongCodesAllowed } from './plugin.ts';

const agency = oneAgency();
afterEach(() => vi.restoreAllMocks());

/** Turns it on for a new account; the key its authenticator holds, and the backup codes. */
const withSecondFactor = async (name: string) => {
  const id = await agency.add(name, { role: 'analyst', place: 'state' });
  const cookie = await agency.enter(name);
  const { secondFactor } = agency.identity;
  const { uri } = taken(await secondFactor.begin({ password }, formHeaders({ cookie })));
  const key = new URL(uri).searchParams.get('secret') ?? '';
  const confirmed = taken(
    await secondFactor.confirm({ code: authenticatorCode(key) }, formHeaders({ cookie })),
  );
  return { id, key, codes: confirmed.backupCodes, cookie: cookieOf(confirmed.cookies) };
};

/** The password was right: the cookie that waits for a code. */
const passwordEntered = async (name: string): Promise<string> => {
  const email = `${name}@agency.example`;
  const result = taken(await agency.identity.signIn({ email, password }, formHeaders()));
  expect(result.needsCode).toBe(true);
  return cookieOf(result.cookies);
};

const enter = (cookie: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
  agency.identity.enterCode(fields, formHeaders({ cookie, ...more }));

test('on: the password alone opens nothing, a wrong code neither, the right one does', async () => {
  const { id, key } = await withSecondFactor('sage');
  const waiting = await passwordEntered('sage');
  expect(await agency.identity.actorOf(formHeaders({ cookie: waiting }))).toBeUndefined();
  expect(await enter(waiting, { code: wrongCode(key) })).toMatchObject({ ok: false, status: 401 });
  const code = authenticatorCode(key).replace(/^(...)/, '$1 ');
  const cookie = cookieOf(taken(await enter(waiting, { code })).cookies);
  expect((await agency.identity.actorOf(formHeaders({ cookie })))?.id).toBe(id);
  expect(await enter(waiting, { code }), 'the waiting cookie is used up').toMatchObject({ status: 409 });
  expect(await agency.audited(`account:${id}`)).toEqual([
    'account-made',
    'signed-in',
    'second-factor-added',
    'signed-in',
  ]);
});

test('a code seen over a shoulder signs in nobody a second time', async () => {
  const { key } = await withSecondFactor('owl');
  const [owner, other] = [await passwordEntered('owl'), await passwordEntered('owl')];
  const code = authenticatorCode(key);
  taken(await enter(owner, { code }));
  expect(await enter(other, { code })).toMatchObject({
    ok: false,
    problem: expect.stringContaining('used already'),
  });
  const { rows } = await agency.database.owner.query(
    "select count(*)::int as open from sessions s join users u on u.id = s.user_id where u.name = 'owl'",
  );
  expect(rows[0].open, 'the one of turning it on, and one of signing in').toBe(2);
});

test('not confirmed, it asks nobody for a code', async () => {
  await agency.add('wren', { role: 'analyst', place: 'state' });
  const cookie = await agency.enter('wren');
  const { begin, confirm } = agency.identity.secondFactor;
  expect(await begin({ password: 'not the password' }, formHeaders({ cookie }))).toMatchObject({
    status: 400,
  });
  const { uri } = taken(await begin({ password }, formHeaders({ cookie })));
  const code = wrongCode(new URL(uri).searchParams.get('secret') ?? '');
  expect(await confirm({ code }, formHeaders({ cookie }))).toMatchObject({ ok: false, status: 401 });
  await agency.enter('wren');
});

test('a backup code opens once, however it is written, and new ones take the place of all', async () => {
  const { id, codes, cookie } = await withSecondFactor('fern');
  const { secondFactor } = agency.identity;
  const [first = '', second = ''] = codes;
  expect(new Set(codes).size).toBe(10);
  taken(
    await enter(await passwordEntered('fern'), { backupCode: ` ${first.replace('-', ' ').toUpperCase()}` }),
  );
  expect(await enter(await passwordEntered('fern'), { backupCode: first })).toMatchObject({ status: 401 });
  expect(await secondFactor.backupCodesLeft(id)).toBe(9);
  const renewed = taken(await secondFactor.newBackupCodes(id, { password }, formHeaders({ cookie })));
  expect(await enter(await passwordEntered('fern'), { backupCode: second })).toMatchObject({ status: 401 });
  taken(await enter(await passwordEntered('fern'), { backupCode: renewed.backupCodes[0] ?? '' }));
});

test('turned off with the password, or reset by an administrator, the password is enough', async () => {
  const own = await withSecondFactor('reed');
  const { turnOff } = agency.identity.secondFactor;
  expect(await turnOff(own.id, { password: 'no' }, formHeaders({ cookie: own.cookie }))).toMatchObject({
    status: 400,
  });
  taken(await turnOff(own.id, { password }, formHeaders({ cookie: own.cookie })));
  await agency.enter('reed');
  const lost = await withSecondFactor('moss');
  await resetSecondFactor(agency.database, agency.scope, lost.id);
  expect(await agency.identity.actorOf(formHeaders({ cookie: lost.cookie }))).toBeUndefined();
  await agency.enter('moss');
  expect(await agency.audited(`account:${lost.id}`)).toContain('second-factor-reset');
});

test('where a role asks for it, nothing opens before it is on', async () => {
  const id = await agency.add('lark', { role: 'duty_reader', place: 'state' });
  const cookie = await agency.enter('lark');
  await requireSecondFactor(agency.database, agency.scope, ['duty_reader']);
  const headers = () => formHeaders({ cookie });
  expect(await agency.identity.actorOf(headers())).toBeUndefined();
  expect(await agency.identity.personOf(headers())).toMatchObject({ id, needsSecondFactor: true });
  const { uri } = taken(await agency.identity.secondFactor.begin({ password }, headers()));
  const code = authenticatorCode(new URL(uri).searchParams.get('secret') ?? '');
  const confirmed = taken(await agency.identity.secondFactor.confirm({ code }, headers()));
  const now = formHeaders({ cookie: cookieOf(confirmed.cookies) });
  expect((await agency.identity.actorOf(now))?.id).toBe(id);
});

test('whoever guesses codes is slowed down from one place, and locked out of the account from many', async () => {
  const { key } = await withSecondFactor('dove');
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const here = { [clientAddressHeader]: '203.0.113.79' };
  let waiting = await passwordEntered('dove');
  const statuses: number[] = [];
  for (let tries = 0; tries <= attemptsPerMinute; tries += 1) {
    const answer = await enter(waiting, { code: wrongCode(key) }, here);
    statuses.push(answer.ok ? 200 : answer.status);
    if (!answer.ok && answer.status === 409) waiting = await passwordEntered('dove');
  }
  expect(statuses.at(-1)).toBe(429);
  for (let tries = 0; tries < wrongCodesAllowed; tries += 1) {
    const answer = await enter(waiting, { code: wrongCode(key) });
    if (!answer.ok && answer.status === 409) waiting = await passwordEntered('dove');
  }
  expect(await enter(await passwordEntered('dove'), { code: authenticatorCode(key) })).toMatchObject({
    status: 429,
    problem: expect.stringContaining('15 minutes'),
  });
  expect(JSON.stringify(spy.mock.calls)).not.toContain(wrongCode(key));
});
