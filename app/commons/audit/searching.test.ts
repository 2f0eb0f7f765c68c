import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { createAccount } from '../identity/writes.ts';
import { jobsPolicy } from '../jobs/policy.ts';
import { jobProgress } from '../jobs/reads.ts';
import { runHere } from '../jobs/run-job.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Role } from '../permissions/role.ts';
import { scopeFor, systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { tokensPolicy } from '../tokens/policy.ts';
import { verifyHandler, verifyKind } from './jobs.ts';
import { auditPolicy } from './policy.ts';
import { recordPersonSearch } from './reading-on-record.ts';
import { auditState, getPersonSearch, listAudit, listAuditOfPerson } from './reads.ts';
import { refusePersonAsSubject, withoutPerson } from './rules.ts';
import { recordAudit } from './writes.ts';

let database: FreshDatabase;
const people = new Map<Role, Actor>();
const who = (role: Role): Actor => {
  const actor = people.get(role);
  if (!actor) throw new Error(`There is no ${role}.`);
  return actor;
};
const read = () => scopeFor(who('administrator'), auditPolicy['audit.read']);
const byPerson = () => scopeFor(who('security_officer'), auditPolicy['audit.read-by-person']);

beforeAll(async () => {
  database = await freshDatabase();
  for (const role of ['analyst', 'administrator', 'security_officer'] as const) {
    const form = { name: role, email: `${role}@agency.example`, password: 'a long enough password' };
    const assignments = [{ role, place: 'state' as const }];
    const id = await createAccount(database, systemScope('a test'), {
      ...form,
      assignments,
      agency: 'Juniper',
    });
    people.set(role, { id, agency: 'Juniper', assignments });
  }
  const scope = scopeFor(who('analyst'), tokensPolicy['tokens.own']);
  await transactIn(database, scope, async (tx) => {
    for (const lamp of [1, 2, 3])
      await recordAudit(tx, scope, { event: 'lamp-lit', subject: `lamp:${lamp}` });
    await recordAudit(tx, scope, { event: 'lamp-lit', subject: 'lamp_post:1' });
  });
});
afterAll(() => database.close());

const subjectsOf = async (search: object): Promise<string[]> =>
  (await listAudit(database, read(), search)).map(({ subject }) => subject);

test('searched by subject, kind of subject, event, permission and day; paged newest first', async () => {
  const today = new Date((await listAudit(database, read(), { limit: 1 }))[0]?.at ?? 0)
    .toISOString()
    .slice(0, 10);
  expect(await subjectsOf({ subject: 'lamp:2' })).toEqual(['lamp:2']);
  expect(await subjectsOf({ subject: 'lamp' })).toEqual(['lamp:3', 'lamp:2', 'lamp:1']);
  expect(await subjectsOf({ subject: 'l%' })).toEqual([]);
  expect(
    await subjectsOf({ event: 'lamp-lit', permission: 'tokens.own', from: today, to: today }),
  ).toHaveLength(4);
  expect(await subjectsOf({ event: 'lamp-lit', from: '2000-01-01', to: '2000-12-31' })).toEqual([]);
  const [newest] = await listAudit(database, read(), { event: 'lamp-lit', limit: 1 });
  expect(await subjectsOf({ event: 'lamp-lit', before: newest?.id })).toEqual(['lamp:3', 'lamp:2', 'lamp:1']);
});

test('by person only for a reason that is on record first, for who gave it, for a day', async () => {
  const form = { email: 'analyst@agency.example', reason: 'A laptop was stolen; what was seen since?' };
  await expect(async () =>
    recordPersonSearch(database, byPerson(), { ...form, reason: 'because' }),
  ).rejects.toThrow('Say why in a sentence');
  const entry = await recordPersonSearch(database, byPerson(), form);
  const [noted] = await listAudit(database, read(), { event: 'audit-searched-by-person' });
  expect(noted).toMatchObject({
    id: entry,
    actorId: who('security_officer').id,
    details: { reason: form.reason },
  });

  const search = await getPersonSearch(database, byPerson(), entry);
  const found = await listAuditOfPerson(database, byPerson(), search, { limit: 50 });
  expect(found.filter(({ event }) => event === 'lamp-lit')).toHaveLength(4);
  expect(new Set(found.map(({ event }) => event))).toEqual(
    new Set(['audit-searched-by-person', 'lamp-lit', 'account-made']),
  );
  const another = scopeFor(
    { ...who('security_officer'), id: 'another' },
    auditPolicy['audit.read-by-person'],
  );
  await expect(getPersonSearch(database, another, entry)).rejects.toThrow('no such search of yours');
  await expect(getPersonSearch(database, byPerson(), 1)).rejects.toThrow('no such search of yours');
  expect(() => scopeFor(who('administrator'), auditPolicy['audit.read-by-person'])).toThrow('by person');
});

test('an account is no subject to search by, and nobody is named in what leaves', () => {
  expect(() => refusePersonAsSubject('account:7')).toThrow('not searched by person');
  refusePersonAsSubject('account');
  expect(withoutPerson({ actorId: 'p1', subject: 'account:p2', event: 'x' })).toEqual({
    by: 'a person',
    subject: 'account',
    event: 'x',
  });
});

test('as a job the chain is read with progress, and what came of it is on record', async () => {
  const officer = who('security_officer');
  const scope = scopeFor(officer, auditPolicy['audit.read']);
  const request = { kind: verifyKind, title: 'Reading', input: {} };
  const id = await runHere(database, scope, request, verifyHandler(database), new AbortController().signal);
  const job = await jobProgress(database, scopeFor(officer, jobsPolicy['jobs.read']), id);
  expect(job).toMatchObject({
    state: 'done',
    sentence: expect.stringMatching(/entries, all as they were written/),
  });
  const { entries, verified } = await auditState(database, scope);
  expect(verified).toMatchObject({ actorId: officer.id, details: { entries: entries - 1, problem: null } });
});
