import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { nowAt } from '../../platform/clock.ts';
import { auditPolicy } from '../audit/policy.ts';
import { listAudit } from '../audit/reads.ts';
import { createAccount } from '../identity/writes.ts';
import type { Actor, Assignment } from '../permissions/actor.ts';
import { scopeFor, systemScope } from '../permissions/scope.ts';
import { bearerOf } from './bearer.ts';
import { tokensPolicy } from './policy.ts';
import { listAllTokens, listOwnTokens } from './reads.ts';
import { type MadeToken, makeToken, mostTokens, revokeToken } from './writes.ts';

let database: FreshDatabase;
let [lea, ann]: Actor[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  lea = await somebody('lea', [
    { role: 'leader', place: 'county:Alder' },
    { role: 'analyst', place: 'state' },
  ]);
  ann = await somebody('ann', [{ role: 'administrator', place: 'state' }]);
});
afterAll(() => database.close());

const somebody = async (name: string, assignments: Assignment[]): Promise<Actor> => {
  const form = { name, email: `${name}@agency.example`, password: 'a long enough password' };
  const id = await createAccount(database, systemScope('a test'), {
    ...form,
    assignments,
    agency: 'Juniper',
  });
  return { id, agency: 'Juniper', assignments };
};

const the = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error('There is nobody.');
  return actor;
};
const own = (actor: Actor | undefined) => scopeFor(the(actor), tokensPolicy['tokens.own']);
const manage = () => scopeFor(the(ann), tokensPolicy['tokens.manage']);
const alder = [{ role: 'leader', place: 'county:Alder' }];
const made = (actor: Actor | undefined, more: object = {}): Promise<MadeToken> =>
  makeToken(database, own(actor), the(actor), { name: 'Nightly', days: 30, carries: alder, ...more });

test('a token stands for its maker with what it carries and no more; only its hash is kept', async () => {
  const { token, id } = await made(lea);
  expect(await bearerOf(database, token)).toMatchObject({
    actor: { id: lea?.id, agency: 'Juniper', assignments: alder },
    token: { id, name: 'Nightly' },
  });
  const { rows } = await database.owner.query('select * from api_tokens where id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(token.startsWith(rows[0].prefix)).toBe(true);
  expect(rows[0].last_used_on).not.toBeNull();
});

test.each([
  ['more than one holds', { carries: [{ role: 'administrator', place: 'state' }] }, 'more than you may'],
  ['one’s role elsewhere', { carries: [{ role: 'leader', place: 'state' }] }, 'more than you may'],
  ['nothing', { carries: [] }, 'at least one'],
  ['for ever', { days: 9999 }, 'how long'],
  ['without a purpose', { name: ' ' }, 'what the token is for'],
])('no token for %s', async (_, form, said) => {
  await expect(async () => made(lea, form)).rejects.toThrow(said);
});

test('what its maker loses, the token loses at once; with nothing left it is taken no more', async () => {
  const both = [...alder, { role: 'analyst', place: 'state' }];
  const { token } = await made(lea, { carries: both });
  const lose = (role: string) =>
    database.owner.query('delete from role_assignments where user_id = $1 and role = $2', [lea?.id, role]);
  await lose('analyst');
  expect(await bearerOf(database, token)).toMatchObject({ actor: { assignments: alder } });
  await lose('leader');
  expect(await bearerOf(database, token)).toBe('stopped');
  await database.owner.query(
    `insert into role_assignments (user_id, role, agency, place)
     values ($1, 'leader', 'Juniper', 'county:Alder'), ($1, 'analyst', 'Juniper', 'state')`,
    [lea?.id],
  );
});

test('while its maker is suspended it is not taken', async () => {
  const { token } = await made(lea);
  const suspend = (since: string) =>
    database.owner.query(`update users set suspended_at = ${since} where id = $1`, [lea?.id]);
  await suspend('now()');
  expect(await bearerOf(database, token)).toBe('stopped');
  await suspend('null');
  expect(await bearerOf(database, token)).toMatchObject({ actor: { id: lea?.id } });
});

test('taken through its last day, then never; what is none is unknown', async () => {
  const { token, id } = await made(lea);
  const expire = (days: number) => {
    const day = new Date(nowAt().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    return database.owner.query('update api_tokens set expires_on = $2 where id = $1', [id, day]);
  };
  await expire(0);
  expect(await bearerOf(database, token)).toMatchObject({ token: { id } });
  await expire(-1);
  expect(await bearerOf(database, token)).toBe('expired');
  for (const text of ['', 'midcourse_', `${token}x`, token.replace(/.$/, (end) => (end === 'A' ? 'E' : 'A'))])
    expect(await bearerOf(database, text)).toBe('unknown');
});

test('revoked by its maker or an administrator, by nobody else; each is on record', async () => {
  const [mine, theirs] = [await made(lea), await made(lea)];
  const zoe = await somebody('zoe', [{ role: 'leader', place: 'county:Alder' }]);
  expect(await listOwnTokens(database, own(zoe))).toEqual([]);
  await expect(revokeToken(database, own(zoe), mine.id)).rejects.toThrow('no such token');
  await expect(revokeToken(database, own(ann), mine.id)).rejects.toThrow('no such token');
  await revokeToken(database, own(lea), mine.id);
  await revokeToken(database, manage(), theirs.id);
  for (const { token } of [mine, theirs]) expect(await bearerOf(database, token)).toBe('revoked');
  const all = await listAllTokens(database, manage());
  expect(all.find(({ id }) => id === mine.id)).toMatchObject({
    madeBy: 'lea',
    prefix: mine.token.slice(0, 16),
  });

  const read = scopeFor(the(ann), auditPolicy['audit.read']);
  const events = await listAudit(database, read, { subject: `token:${theirs.id}` });
  expect(events.map(({ event, actorId }) => [event, actorId])).toEqual([
    ['token-revoked', ann?.id],
    ['token-made', lea?.id],
  ]);
  expect(JSON.stringify(events)).not.toContain(theirs.token);
});

test(`${mostTokens} at most, and those that are over do not count`, async () => {
  const max = await somebody('max', [{ role: 'observer', place: 'state' }]);
  const carries = [{ role: 'observer', place: 'state' }];
  const [first] = await Promise.all(Array.from({ length: mostTokens }, () => made(max, { carries })));
  await expect(made(max, { carries })).rejects.toThrow('already');
  await revokeToken(database, own(max), first?.id ?? '');
  await made(max, { carries });
});

test('without a scope nobody reads a token’s row', async () => {
  const { rows } = await database.applicationPool.query('select * from api_tokens');
  expect(rows).toEqual([]);
});
