import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type MidcourseProcess, startNode } from '../../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { type Config, loadConfig } from '../config.ts';
import { dataFolderAt } from '../data-folder.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open.ts';

const root = temporaryFolder();

const open = (config: Config): Promise<Database> => openDatabase(config, dataFolderAt(config.dataFolder));
const configOf = (name: string, more: Record<string, string> = {}): Config =>
  loadConfig({ MIDCOURSE_DATA: join(root, name), ...more });

/** A process that holds the server lock of this folder, with its database open, as `serve` does. */
const serverOn = async (folder: string, kind: 'private' | 'agency'): Promise<MidcourseProcess> => {
  const script = `
    const at = (name) => import(new URL(name, ${JSON.stringify(import.meta.url)}).href);
    const [{ takeServerLock }, { dataFolderAt, prepareDataFolder }, { loadConfig }, { openDatabase }] =
      await Promise.all(['../server-lock.ts', '../data-folder.ts', '../config.ts', './open.ts'].map(at));
    const config = loadConfig({ MIDCOURSE_DATA: ${JSON.stringify(join(root, folder))} });
    const folder = dataFolderAt(config.dataFolder);
    await prepareDataFolder(folder);
    await takeServerLock(folder, '${kind}');
    const database = ${kind === 'private' ? 'await openDatabase(config, folder)' : 'undefined'};
    console.log('serving');
    process.on('SIGTERM', async () => { await database?.close(); process.exit(0); });
    setInterval(() => undefined, 1000);`;
  const server = startNode(['--input-type=module', '--eval', script]);
  await server.said(/serving/);
  return server;
};

const stopped = async (server: MidcourseProcess): Promise<void> => {
  server.child.kill('SIGTERM');
  await server.ended();
};

test('a verb beside a server works in its database and leaves it running', async () => {
  const server = await serverOn('beside', 'private');
  for (const times of [1, 2]) {
    const verb = await open(configOf('beside'));
    const { rows } = await verb.transact({}, (tx) => tx.execute(sql`select ${times}::int as times`));
    expect(rows).toEqual([{ times }]);
    await verb.close();
  }
  await stopped(server);
  expect(server.stderr()).toContain('database.stopped');
});

test('a verb still at work when the server stops keeps the database, and is the one that stops it', async () => {
  const server = await serverOn('outlived', 'private');
  const verb = await open(configOf('outlived'));
  await stopped(server);
  expect(server.stderr()).not.toContain('database.stopped');
  const { rows } = await verb.transact({}, (tx) => tx.execute(sql`select 1 as still`));
  expect(rows).toEqual([{ still: 1 }]);
  await verb.close();
});

test('a verb that would meet another database than the running server’s is told so', async () => {
  const server = await serverOn('elsewhere', 'agency');
  await expect(open(configOf('elsewhere'))).rejects.toThrow('The running server uses DATABASE_URL');
  await stopped(server);
  const other = await serverOn('at-home', 'private');
  const withUrl = configOf('at-home', { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' });
  await expect(open(withUrl)).rejects.toThrow('The running server uses its private database');
  await stopped(other);
});
