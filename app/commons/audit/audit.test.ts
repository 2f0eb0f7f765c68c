import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { scopeFor, systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { auditPolicy } from './policy.ts';
import { listAudit } from './reads.ts';
import { recordAudit } from './writes.ts';

const read = auditPolicy['audit.read'];
const administrator = { id: 'u-1', roles: ['administrator'], agency: 'Juniper' } as const;

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
