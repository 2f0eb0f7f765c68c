import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { auditPolicy } from '../../commons/audit/policy.ts';
import { listAudit } from '../../commons/audit/reads.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import type { ValueForm } from './forms.ts';
import { valuesPolicy } from './policy.ts';
import { getValue, listValues } from './reads.ts';
import { agencyValues } from './tables.ts';
import { addValue, ensureValue, tieMeasure, untieMeasure } from './writes.ts';

const administrator = actorAs('administrator');
const analyst = actorAs('analyst');
const change = scopeFor(administrator, valuesPolicy['values.change']);
const read = scopeFor(analyst, valuesPolicy['values.read']);

const home: ValueForm = {
  id: 'home-with-family',
  statement: 'We want children home with their families.',
  why: 'Children grow best where they belong.',
  wouldSee: 'More children return to a permanent family within a year.',
  ownerRole: 'Director of permanency',
  position: 2,
};
const safe: ValueForm = { ...home, id: 'safe', statement: 'We want children safe.', position: 1 };

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await addValue(database, change, home);
  await ensureValue(database, change, safe, ['S2', 'S1']);
});
afterAll(() => database.close());

const eventsOf = async (subject: string): Promise<string[]> =>
  (await listAudit(database, scopeFor(administrator, auditPolicy['audit.read']), { subject })).map(
    ({ event }) => event,
  );

test('values come in their order, each with its measures in theirs', async () => {
  const values = await listValues(database, read);
  expect(values.map(({ id, measures }) => [id, measures])).toEqual([
    ['safe', ['S2', 'S1']],
    ['home-with-family', []],
  ]);
  expect(await getValue(database, read, 'home-with-family')).toMatchObject(home);
  await expect(getValue(database, read, 'nothing')).rejects.toThrow('nothing');
});

test('every change is on record', async () => {
  expect((await eventsOf('value:safe')).toSorted()).toEqual(['linked', 'linked', 'value-added']);
});

test('what is there stays as people left it', async () => {
  await untieMeasure(database, change, 'safe', 'S2');
  expect(await ensureValue(database, change, { ...safe, why: 'Other words.' }, ['S1', 'S2'])).toBe(false);
  expect(await getValue(database, read, 'safe')).toMatchObject({ why: safe.why, measures: ['S1'] });
  await tieMeasure(database, change, 'safe', 'S2');
  expect((await getValue(database, read, 'safe')).measures).toEqual(['S1', 'S2']);
});

test('a taken name or place and an incomplete form are refused, without a trace', async () => {
  await expect(addValue(database, change, home)).rejects.toThrow('already');
  await expect(addValue(database, change, { ...home, id: 'other' })).rejects.toThrow('already');
  await expect(addValue(database, change, { ...home, id: 'Not A Name', statement: ' ' })).rejects.toThrow(
    'statement',
  );
  expect(await eventsOf('value:other')).toEqual([]);
});

test('an analyst reads and does not change', async () => {
  expect(() => scopeFor(analyst, valuesPolicy['values.change'])).toThrow('You may not change');
  const bold = database.transact({ 'midcourse.roles': 'analyst', 'midcourse.actor_id': 'u-2' }, (tx) =>
    tx.insert(agencyValues).values({ ...home, id: 'mine', position: 9, madeBy: 'u-2' }),
  );
  await expect(bold).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: '42501' }) }),
  );
});

test('without a scope nothing is seen', async () => {
  const { rows } = await database.applicationPool.query('select * from agency_values');
  expect(rows).toEqual([]);
});
