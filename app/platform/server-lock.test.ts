import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNode } from '../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from './data-folder.ts';
import { programVersion } from './program-version.ts';
import { findRunningServer, takeServerLock } from './server-lock.ts';

const root = temporaryFolder();

const folderNamed = async (name: string): Promise<DataFolder> => {
  const folder = dataFolderAt(join(root, name));
  await prepareDataFolder(folder);
  return folder;
};

const lockOf = (pid: number, started: string): string =>
  JSON.stringify({ pid, started, program: programVersion, database: 'private' });

test('the holder and where it serves can be read; after release there is none', async () => {
  const folder = await folderNamed('held');
  const lock = await takeServerLock(folder, 'private');
  await lock.note({ host: '127.0.0.1', port: 4711, socket: '/run/x' });
  expect(findRunningServer(folder)).toMatchObject({ pid: process.pid, port: 4711, socket: '/run/x' });
  await lock.release();
  expect(findRunningServer(folder)).toBeUndefined();
});

test('a second server is told who runs, and of two at once one wins', async () => {
  const folder = await folderNamed('twice');
  const outcomes = await Promise.allSettled([
    takeServerLock(folder, 'private'),
    takeServerLock(folder, 'private'),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(takeServerLock(folder, 'private')).rejects.toThrow(`process ${process.pid}`);
});

test('the lock of a killed process is taken over', async () => {
  const folder = await folderNamed('killed');
  const script = `
    const at = (name) => import(new URL(name, ${JSON.stringify(import.meta.url)}).href);
    const [{ takeServerLock }, { dataFolderAt }] = await Promise.all([at('server-lock.ts'), at('data-folder.ts')]);
    await takeServerLock(dataFolderAt(${JSON.stringify(folder.root)}), 'private');
    console.log('taken'); setTimeout(() => undefined, 60_000);`;
  const other = startNode(['--input-type=module', '--eval', script]);
  await other.said(/taken/);
  await expect(takeServerLock(folder, 'private')).rejects.toThrow(`process ${other.child.pid}`);
  other.child.kill('SIGKILL');
  await other.ended();
  const lock = await takeServerLock(folder, 'private');
  expect(findRunningServer(folder)?.pid).toBe(process.pid);
  await lock.release();
});

test('a number used again by another process is no holder', async () => {
  const folder = await folderNamed('reused');
  writeFileSync(folder.lockFile, lockOf(process.ppid, 'long ago'));
  const lock = await takeServerLock(folder, 'agency');
  expect(JSON.parse(readFileSync(folder.lockFile, 'utf8'))).toMatchObject({
    pid: process.pid,
    database: 'agency',
  });
  await lock.release();
});

test('a damaged lock does not lock for ever', async () => {
  const folder = await folderNamed('damaged');
  writeFileSync(folder.lockFile, '{"pid": 1');
  const lock = await takeServerLock(folder, 'private');
  await lock.release();
});
