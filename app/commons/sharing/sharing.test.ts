import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { thing } from '../links/thing.ts';
import { definePolicy } from '../permissions/permission.ts';
import type { Place } from '../permissions/place.ts';
import { type Role, roles } from '../permissions/role.ts';
import { scopeFor } from '../permissions/scope.ts';
import { transactIn } from '../permissions/transact-in.ts';
import { type Audience, audienceForm, audienceText } from './audience.ts';
import { listShares } from './reads.ts';
import { share, takeBack } from './writes.ts';

const policy = definePolicy({ see: { mayBeDoneBy: roles, inWords: 'see' } });
const lamps = thing('decision', 'lamp');

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.owner.query(`
    create table lamps (id text, place text);
    alter table lamps enable row level security;
    create policy seen on lamps using (midcourse_reaches(place) or midcourse_is_shared('decision', id, place));
    grant select on lamps to public;
    insert into lamps values ('lamp', 'county:Alder')`);
});
afterAll(() => database.close());

const scopeAt = (role: Role, place: Place) => scopeFor(actorAs(role, place), policy.see);
const sees = async (role: Role, place: Place): Promise<boolean> => {
  const { rows } = await transactIn(database, scopeAt(role, place), (tx) =>
    tx.execute(sql`select * from lamps`),
  );
  return rows.length === 1;
};
const alder = scopeAt('leader', 'county:Alder');

const others: readonly (readonly [Role, Place])[] = [
  ['leader', 'state'],
  ['leader', 'county:Birch'],
  ['partner', 'partner:Council'],
  ['partner', 'partner:Court'],
  ['observer', 'state'],
  ['nation', 'nation:Sedge'],
];

test.each<[Audience, readonly boolean[]]>([
  ['state', [true, false, false, false, false, false]],
  ['partners', [false, false, true, true, false, false]],
  ['partner:Court', [false, false, false, true, false, false]],
  ['public', [true, true, true, true, true, true]],
])('shared with %s, and taken back', async (audience, expected) => {
  await transactIn(database, alder, (tx) => share(tx, alder, lamps, audience, 'county:Alder'));
  const seen: boolean[] = [];
  for (const [role, place] of others) seen.push(await sees(role, place));
  expect(seen).toEqual(expected);
  const listed = await transactIn(database, alder, (tx) => listShares(tx, 'decision', 'lamp'));
  expect(listed).toEqual([{ id: 'lamp', audience }]);
  await transactIn(database, alder, (tx) => takeBack(tx, alder, lamps, audience));
  for (const [role, place] of others) expect(await sees(role, place)).toBe(false);
  expect(await sees('frontline', 'county:Alder')).toBe(true);
});

test('nobody shares what is another’s', async () => {
  const birch = scopeAt('leader', 'county:Birch');
  const inAldersName = transactIn(database, birch, (tx) => share(tx, birch, lamps, 'public', 'county:Alder'));
  await expect(inAldersName).rejects.toThrow();
  await transactIn(database, birch, (tx) => share(tx, birch, lamps, 'public', 'county:Birch'));
  expect(await sees('leader', 'county:Birch')).toBe(false);
  expect(await sees('observer', 'state')).toBe(false);
});

test('audiences are read and named', () => {
  expect(audienceForm.safeParse('everyone').success).toBe(false);
  expect(audienceText(audienceForm.parse('partner:Court'))).toBe('Court');
});
