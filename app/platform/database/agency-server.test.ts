import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AgencyPostgres, startAgencyPostgres } from '../../../tests/support/agency-postgres.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { loadConfig } from '../config.ts';
import { dataFolderAt } from '../data-folder.ts';
import { applicationRoleOf } from './agency-server.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open.ts';

const root = temporaryFolder();
let agency: AgencyPostgres;

beforeAll(async () => {
  agency = await startAgencyPostgres(root);
  await agency.administer(`create role juniper login createrole password 'j'`);
  await agency.administer(`create role plain login password 'p'`);
  for (const [name, owner] of [
    ['one', 'juniper'],
    ['two', 'juniper'],
    ['three', 'plain'],
    ['four', 'postgres'],
  ]) {
    await agency.administer(`create database ${name} owner ${owner}`);
  }
});
afterAll(() => agency.stop());

const open = (url: string, dataFolder: string): Promise<Database> => {
  const config = loadConfig({ DATABASE_URL: url, MIDCOURSE_DATA: join(root, dataFolder) });
  return openDatabase(config, dataFolderAt(config.dataFolder));
};

const whoAmI = async (database: Database): Promise<unknown> => {
  const { rows } = await database.transact({}, (tx) =>
    tx.execute(sql`select current_user as role, current_database() as "in"`),
  );
  return rows[0];
};

test('the application works as a role of its own, one for each database of the server', async () => {
  const one = await open(agency.url('juniper', 'j', 'one'), 'd-one');
  const two = await open(agency.url('juniper', 'j', 'two'), 'd-two');
  expect(one.isPrivate).toBe(false);
  expect(await whoAmI(one)).toEqual({ role: applicationRoleOf('one'), in: 'one' });
  expect(await whoAmI(two)).toEqual({ role: applicationRoleOf('two'), in: 'two' });
  await Promise.all([one.close(), two.close()]);
  const again = await open(agency.url('juniper', 'j', 'one'), 'd-one');
  await again.close();
});

test('its password is random, kept for the owner alone, and its role has no powers', async () => {
  const database = await open(agency.url('juniper', 'j', 'one'), 'd-one');
  await database.close();
  const folder = dataFolderAt(join(root, 'd-one'));
  const { databaseApplicationPassword } = JSON.parse(readFileSync(folder.secretsFile, 'utf8'));
  expect(databaseApplicationPassword).toMatch(/^[\w-]{32}$/);
  expect(statSync(folder.secretsFile).mode & 0o777).toBe(0o600);
  const powers = await agency.administer(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
     from pg_roles where rolname = '${applicationRoleOf('one')}'`,
  );
  expect(powers).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: true },
  ]);
  const owners = await agency.administer(
    `select distinct tableowner from pg_tables where schemaname = 'public'`,
    'one',
  );
  expect(owners).toEqual([{ tableowner: 'juniper' }]);
});

test('a data folder without the old secrets gets in again', async () => {
  await (await open(agency.url('juniper', 'j', 'two'), 'd-two')).close();
  const database = await open(agency.url('juniper', 'j', 'two'), 'd-two-anew');
  expect(await whoAmI(database)).toEqual({ role: applicationRoleOf('two'), in: 'two' });
  await database.close();
});

test('an owner that may not make roles says what to run, and having run it is enough', async () => {
  const url = agency.url('plain', 'p', 'three');
  const refused = await open(url, 'd-three').catch((error: unknown) => error);
  const { remedy } = refused as { remedy: string };
  expect(remedy).toMatch(/CREATE ROLE "midcourse_app_[0-9a-f]{8}" LOGIN .* PASSWORD 'SCRAM-SHA-256\$/);
  await agency.administer(remedy.slice(remedy.indexOf('CREATE ROLE')));
  const database = await open(url, 'd-three');
  expect(await whoAmI(database)).toMatchObject({ in: 'three' });
  await database.close();
});

test('an application role with powers is refused', async () => {
  await agency.administer(`alter role ${applicationRoleOf('one')} bypassrls`);
  await expect(open(agency.url('juniper', 'j', 'one'), 'd-one')).rejects.toThrow(
    'more rights than it may have',
  );
  await agency.administer(`alter role ${applicationRoleOf('one')} nobypassrls`);
});

test('an owner that may not make tables, a wrong password and a wrong port are each told apart, without the password', async () => {
  await expect(open(agency.url('plain', 'p', 'four'), 'd-four')).rejects.toThrow(
    'may not make tables in four',
  );
  const wrong = await open(agency.url('juniper', 'not-it', 'one'), 'd-four').catch(String);
  expect(wrong).toMatch(/cannot be reached \(28P01\)/);
  expect(wrong).not.toContain('not-it');
  await expect(open('postgresql://a:b@127.0.0.1:1/x', 'd-four')).rejects.toThrow('(ECONNREFUSED)');
});

test('several starters at once all find the tables there', async () => {
  await agency.administer('create database many owner juniper');
  const url = agency.url('juniper', 'j', 'many');
  const opened = await Promise.all(['a', 'a', 'a'].map(() => open(url, 'd-many')));
  const [first] = opened;
  expect(first && (await whoAmI(first))).toMatchObject({ in: 'many' });
  const twice = await agency.administer(
    'select tag from midcourse_migrations group by tag having count(*) > 1',
    'many',
  );
  expect(twice).toEqual([]);
  await Promise.all(opened.map((database) => database.close()));
});
