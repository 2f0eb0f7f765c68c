import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { systemScope } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { listLinks } from './reads.ts';
import { thing } from './thing.ts';
import { link, unlink } from './writes.ts';

const scope = systemScope('a test');
const home = thing('value', 'home');
const safety = thing('value', 'safety');
const p1 = thing('measure', 'P1');
const p4 = thing('measure', 'P4');

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('linked once, read from both ends, unlinked, each change on record', async () => {
  await transactIn(database, scope, async (tx) => {
    await link(tx, scope, home, p1);
    await link(tx, scope, home, p4);
    await link(tx, scope, safety, p4);
    await link(tx, scope, home, p1);
  });
  const read = (only = {}) => transactIn(database, scope, (tx) => listLinks(tx, 'value', 'measure', only));
  expect(await read()).toHaveLength(3);
  expect((await read({ from: 'home' })).map(({ to }) => to.id)).toEqual(['P1', 'P4']);
  expect((await read({ to: 'P4' })).map(({ from }) => from.id).sort()).toEqual(['home', 'safety']);

  await transactIn(database, scope, async (tx) => {
    await unlink(tx, scope, home, p4);
    await unlink(tx, scope, home, p4);
  });
  expect((await read({ from: 'home' })).map(({ to }) => to.id)).toEqual(['P1']);
  const { rows } = await database.owner.query('select event from audit_entries order by id');
  expect(rows.map(({ event }) => event)).toEqual(['linked', 'linked', 'linked', 'unlinked']);
});

test('without a scope there is nothing to see and nothing to add', async () => {
  const { rows } = await database.applicationPool.query('select * from links');
  expect(rows).toEqual([]);
  await expect(database.transact({}, (tx) => link(tx, scope, home, p4))).rejects.toThrow();
});
