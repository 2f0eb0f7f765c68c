import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { migrate } from './migrate.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('what has run does not run again', async () => {
  expect(await migrate(database.owner)).toBe(0);
});

test('a migration changed after it ran is refused', async () => {
  const { rows } = await database.owner.query<{ tag: string; sha256: string }>(
    `update midcourse_migrations set sha256 = 'other' where tag = (select min(tag) from midcourse_migrations)
     returning tag, (select sha256 from midcourse_migrations order by tag limit 1) as sha256`,
  );
  const [changed] = rows;
  await expect(migrate(database.owner)).rejects.toThrow(`Migration ${changed?.tag} was changed after`);
  await database.owner.query('update midcourse_migrations set sha256 = $2 where tag = $1', [
    changed?.tag,
    changed?.sha256,
  ]);
});

test('a database from a later version is not opened by an earlier one', async () => {
  await database.owner.query(`insert into midcourse_migrations (tag, sha256) values ('9999_later', 'x')`);
  await expect(migrate(database.owner)).rejects.toThrow('used by a newer Midcourse (migration 9999_later)');
});
