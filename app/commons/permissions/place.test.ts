import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { definePolicy } from './permission.ts';
import { countyOf, isPlace, nameOf, type Place, placeText, reaches } from './place.ts';
import { scopeFor, systemScope } from './scope.ts';
import { transactIn } from './transact-in.ts';

const policy = definePolicy({
  look: { mayBeDoneBy: ['leader'], inWords: 'look', reach: 'below' },
  keep: { mayBeDoneBy: ['leader'], inWords: 'keep' },
});

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const places: readonly Place[] = [
  'state',
  'county:Alder',
  'county:Alder Creek',
  'unit:Alder/Alder 2',
  'unit:Alder Creek/North',
  'nation:Alder',
  'partner:Alder',
];

test('a place is read, named and refused', () => {
  expect(placeText('unit:Alder/Night/Day')).toBe('Night/Day in Alder');
  expect([nameOf('county:Alder'), countyOf('unit:Alder/2'), countyOf('nation:Alder')]).toEqual([
    'Alder',
    'Alder',
    null,
  ]);
  expect(['state:Juniper', 'county:', 'unit:Alder', 'county:A\nstate', 'town:Alder'].some(isPlace)).toBe(
    false,
  );
});

test.each(['look', 'keep'] as const)(
  'the database reaches as far as the program does: %s',
  async (action) => {
    for (const held of places) {
      const scope = scopeFor(actorAs('leader', held), policy[action]);
      for (const wanted of places) {
        const { rows } = await transactIn(database, scope, (tx) =>
          tx.execute(sql`select midcourse_reaches(${wanted}) as it`),
        );
        expect(rows[0]?.it, `${held} → ${wanted}`).toBe(reaches(held, wanted, policy[action].reach));
      }
    }
  },
);

test('nothing is within reach without a scope, everything for the program itself', async () => {
  const { rows } = await database.applicationPool.query("select midcourse_reaches('state') as it");
  expect(rows[0]?.it).toBe(false);
  const system = await transactIn(database, systemScope('a test'), (tx) =>
    tx.execute(sql`select midcourse_reaches('nation:Alder') as it`),
  );
  expect(system.rows[0]?.it).toBe(true);
});
