import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { scopeFor, systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { auditPolicy } from './policy.ts';
import { listAudit } from './reads.ts';
import { verifyAudit } from './verify.ts';
import { recordAudit } from './writes.ts';

const read = auditPolicy['audit.read'];
const administrator = actorAs('administrator');

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await transactIn(database, systemScope('a test'), (tx) =>
    recordAudit(tx, systemScope('a test'), { event: 'lamp-lit', subject: 'lamp:1', details: { watts: 7 } }),
  );
});
afterAll(() => database.close());

test('an entry says who, why, what', async () => {
  const entries = await listAudit(database, scopeFor(administrator, read), { subject: 'lamp:1' });
  expect(entries).toEqual([
    expect.objectContaining({
      actorId: 'system',
      because: 'a test',
      event: 'lamp-lit',
      details: { watts: 7 },
      at: expect.any(Date),
    }),
  ]);
});

test('a change that is rolled back leaves no entry', async () => {
  const scope = systemScope('a test');
  const broken = transactIn(database, scope, async (tx) => {
    await recordAudit(tx, scope, { event: 'lamp-broken', subject: 'lamp:2' });
    throw new Error('the change itself went wrong');
  });
  await expect(broken).rejects.toThrow('the change itself');
  expect(await listAudit(database, scopeFor(administrator, read), { subject: 'lamp:2' })).toEqual([]);
});

test('nobody writes in another’s name', async () => {
  const forged = transactIn(database, scopeFor(administrator, read), (tx) =>
    recordAudit(tx, systemScope('someone else'), { event: 'lamp-stolen', subject: 'lamp:3' }),
  );
  await expect(forged).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
  );
});

test.each(['update audit_entries set event = event', 'delete from audit_entries', 'truncate audit_entries'])(
  'not by the application, not by the owner: %s',
  async (statement) => {
    const byApplication = database.transact(
      { 'midcourse.roles': 'system', 'midcourse.actor_id': 'system' },
      (tx) => tx.execute(sql.raw(statement)),
    );
    await expect(byApplication).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
    );
    await expect(database.owner.query(statement)).rejects.toThrow('append-only');
  },
);

test('without a scope the application role sees nothing', async () => {
  const { rows } = await database.applicationPool.query('select * from audit_entries');
  expect(rows).toEqual([]);
  const held = await database.transact({ 'midcourse.roles': 'analyst' }, (tx) =>
    tx.execute(sql`select * from audit_entries`),
  );
  expect(held.rows).toEqual([]);
});

const proof = (expected?: string) => verifyAudit(database, scopeFor(administrator, read), expected);

const lightLamp = (lamp: number): Promise<void> => {
  const scope = systemScope(`lamp ${lamp}`);
  return transactIn(database, scope, (tx) =>
    recordAudit(tx, scope, { event: 'lamp-lit', subject: `lamp:${lamp}`, details: { ' é"\\': lamp } }),
  );
};

test('the chain holds, also when many commit at once, and keeps an older head', async () => {
  const { head } = await proof();
  await Promise.all(Array.from({ length: 12 }, (_, lamp) => lightLamp(lamp)));
  const whole = await proof(head);
  expect(whole).toMatchObject({ problem: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(whole.head).not.toBe(head);
  expect(await proof('0'.repeat(64))).toMatchObject({ problem: expect.stringContaining('not in the chain') });
});

/** What the tables' owner can do once the triggers that refuse are switched off. */
test.each([
  ['changed', "update audit_entries set details = '{}' where subject = 'lamp:3'", 'was changed'],
  ['taken out', "delete from audit_entries where subject = 'lamp:5'", 'was taken out'],
  [
    'slipped in',
    "insert into audit_entries (actor_id, because, event, subject) values ('x', 'x', 'x', 'x')",
    'slipped in',
  ],
])('an entry %s is found', async (_, statement, found) => {
  await database.owner.query('alter table audit_entries disable trigger user');
  await database.owner.query('create temp table before as select * from audit_entries');
  await database.owner.query(statement);
  expect((await proof()).problem).toContain(found);
  await database.owner.query('delete from audit_entries');
  await database.owner.query(
    'insert into audit_entries overriding system value select * from before; drop table before',
  );
  await database.owner.query('alter table audit_entries enable trigger user');
  expect((await proof()).problem).toBeNull();
});

test('the application cannot write the chain', async () => {
  const forged = database.transact({ 'midcourse.roles': 'system', 'midcourse.actor_id': 'system' }, (tx) =>
    tx.execute(sql`insert into audit_chain (entry_id, hash) values (1, 'x')`),
  );
  await expect(forged).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
  );
});
