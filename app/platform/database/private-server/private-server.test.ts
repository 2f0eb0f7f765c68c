import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { expect, test } from 'vitest';
import { startNode } from '../../../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../../data-folder.ts';
import { loadSecrets } from '../../secrets.ts';
import { placeFor } from './place.ts';
import { findPostmaster } from './postmaster.ts';
import { enterPrivateServer, type PrivateServer } from './private-server.ts';

const root = temporaryFolder();

const folderNamed = async (...names: string[]): Promise<DataFolder> => {
  const folder = dataFolderAt(join(root, ...names));
  await prepareDataFolder(folder);
  return folder;
};

const enter = async (folder: DataFolder): Promise<PrivateServer> =>
  enterPrivateServer(folder, await loadSecrets(folder));

const serverOf = async (folder: DataFolder) => findPostmaster(await placeFor(folder));

const ask = async <T>(access: ClientConfig, query: string): Promise<T[]> => {
  const client = new Client(access);
  await client.connect();
  try {
    return (await client.query(query)).rows as T[];
  } finally {
    await client.end();
  }
};

/** Another process that has entered the same server and keeps it until it is killed. */
const neighbour = async (folder: DataFolder) => {
  const script = `
    const at = (name) => import(new URL(name, ${JSON.stringify(import.meta.url)}).href);
    const [{ enterPrivateServer }, { dataFolderAt }, { loadSecrets }] = await Promise.all(
      [at('private-server.ts'), at('../../data-folder.ts'), at('../../secrets.ts')]);
    const folder = dataFolderAt(${JSON.stringify(folder.root)});
    const server = await enterPrivateServer(folder, await loadSecrets(folder));
    console.log('entered');
    process.on('SIGTERM', () => server.release());
    setTimeout(() => undefined, 60_000).unref();`;
  const other = startNode(['--input-type=module', '--eval', script]);
  await other.said(/entered/);
  return other;
};

test('durable, without TCP, and closed to whoever has no password', async () => {
  const folder = await folderNamed('plain');
  const server = await enter(folder);
  const settings = await ask<{ fsync: string; listen: string; superuser: string }>(
    server.owner,
    `select current_setting('fsync') as fsync, current_setting('listen_addresses') as listen,
       current_setting('is_superuser') as superuser`,
  );
  expect(settings).toEqual([{ fsync: 'on', listen: '', superuser: 'off' }]);
  await expect(ask({ ...server.owner, password: 'guess' }, 'select 1')).rejects.toThrow('password');
  expect(statSync(server.socketFolder).mode & 0o777).toBe(0o700);
  expect(statSync(folder.secretsFile).mode & 0o777).toBe(0o600);
  await server.release();
  expect(await serverOf(folder)).toBeUndefined();
});

test('two starting at once share one server, and the last one out stops it', async () => {
  const folder = await folderNamed('shared');
  const [one, two] = await Promise.all([enter(folder), enter(folder)]);
  await one.release();
  expect(await ask(two.owner, 'select 1 as up')).toEqual([{ up: 1 }]);
  await two.release();
  expect(await serverOf(folder)).toBeUndefined();
});

test('another process coming and going does not stop it for us', async () => {
  const folder = await folderNamed('neighbours');
  const server = await enter(folder);
  const before = await serverOf(folder);
  const other = await neighbour(folder);
  other.child.kill('SIGTERM');
  await other.ended();
  expect(await serverOf(folder)).toEqual(before);
  await server.release();
});

test('the server left over by a killed process is adopted, and stopped in the end', async () => {
  const folder = await folderNamed('orphan');
  const other = await neighbour(folder);
  other.child.kill('SIGKILL');
  await other.ended();
  const orphan = await serverOf(folder);
  expect(orphan).toBeDefined();
  const server = await enter(folder);
  expect(await serverOf(folder)).toEqual(orphan);
  // The dead process's own connection is gone within moments; until then it would count as a user.
  await pause(200);
  await server.release();
  expect(await serverOf(folder)).toBeUndefined();
});

test('what was committed survives the death of the database server itself', async () => {
  const folder = await folderNamed('crash');
  const first = await enter(folder);
  await ask(first.owner, 'create table kept (id int); insert into kept values (7)');
  const server = await serverOf(folder);
  if (!server) throw new Error('there is no server to kill');
  process.kill(server.pid, 'SIGKILL');
  await pause(300);
  await first.release();
  const second = await enter(folder);
  expect(await ask(second.owner, 'select id from kept')).toEqual([{ id: 7 }]);
  await second.release();
});

test('a pid file naming a program that is no database server does not keep it from starting', async () => {
  const folder = await folderNamed('reused');
  await (await enter(folder)).release();
  const { cluster } = await placeFor(folder);
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n0\n5432\n/nowhere\n\n0 0\nready\n`,
  );
  const server = await enter(folder);
  expect(readFileSync(join(cluster, 'postmaster.pid'), 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`));
  await server.release();
});

test('a folder half made by a killed start is made anew', async () => {
  const folder = await folderNamed('half');
  const { cluster } = await placeFor(folder);
  await mkdir(`${cluster}.half`, { recursive: true });
  writeFileSync(join(`${cluster}.half`, 'PG_VERSION'), '18\n');
  await (await enter(folder)).release();
});

test('a data folder with a very long path gets its socket elsewhere', async () => {
  const folder = await folderNamed('x'.repeat(90));
  const server = await enter(folder);
  expect(Buffer.byteLength(join(server.socketFolder, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  expect(await ask(server.owner, 'select 1 as up')).toEqual([{ up: 1 }]);
  await server.release();
});
