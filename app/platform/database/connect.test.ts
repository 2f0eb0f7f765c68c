import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await database.owner.query(`
    create table notes (id serial primary key, author text not null);
    alter table notes enable row level security;
    create policy notes_own on notes using (author = current_setting('midcourse.actor_id', true));
    grant select, insert on notes to public;
    grant usage on sequence notes_id_seq to public;`);
});
afterAll(() => database.close());

const as = (actor: string) => ({ 'midcourse.actor_id': actor });

test('a transaction sees only what its settings allow', async () => {
  const name = "ada'); drop table notes; --";
  await database.transact(as(name), (tx) => tx.execute(sql`insert into notes (author) values (${name})`));
  const mine = await database.transact(as(name), (tx) => tx.execute(sql`select author from notes`));
  const others = await database.transact(as('bo'), (tx) => tx.execute(sql`select author from notes`));
  expect([mine.rows, others.rows]).toEqual([[{ author: name }], []]);
});

test('settings are gone with their transaction', async () => {
  await database.transact(as('ada'), (tx) => tx.execute(sql`select 1`));
  const { rows } = await database.applicationPool.query(
    `select coalesce(current_setting('midcourse.actor_id', true), '') as actor, current_user as role`,
  );
  expect(rows).toEqual([{ actor: '', role: 'midcourse_app' }]);
});

test('a failing transaction leaves nothing behind', async () => {
  const failing = database.transact(as('cy'), async (tx) => {
    await tx.execute(sql`insert into notes (author) values ('cy')`);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  const { rows } = await database.owner.query(`select 1 from notes where author = 'cy'`);
  expect(rows).toEqual([]);
});

test('only settings of ours can be set', async () => {
  const work = database.transact({ role: 'midcourse_owner' }, async () => undefined);
  await expect(work).rejects.toThrow('no setting of row-level security');
});

test('the application can neither change tables nor switch their policies off', async () => {
  const run = (statement: string) => database.applicationPool.query(statement);
  await expect(run('alter table notes disable row level security')).rejects.toThrow('must be owner');
  await expect(run('create table mine (id int)')).rejects.toThrow('permission denied');
  await expect(run('set role midcourse_owner')).rejects.toThrow('permission denied');
  await expect(run('select 1 from midcourse_migrations')).rejects.toThrow('permission denied');
});
