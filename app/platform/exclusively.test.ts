import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startNode } from '../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { exclusively } from './exclusively.ts';

const folder = temporaryFolder();

const holding = (path: string) =>
  startNode([
    '--eval',
    `const { exclusively } = await import(${JSON.stringify(new URL('exclusively.ts', import.meta.url).href)});
     await exclusively(${JSON.stringify(path)}, () => new Promise((done) => {
       console.log('held'); setTimeout(done, 60_000); }));`,
    '--input-type=module',
  ]);

test('one at a time, in one process and across processes', async () => {
  const path = join(folder, 'one');
  const events: string[] = [];
  const step = (name: string) => async () => {
    events.push(`${name} in`);
    await new Promise((done) => setTimeout(done, 30));
    events.push(`${name} out`);
  };
  await Promise.all([exclusively(path, step('a')), exclusively(path, step('b'))]);
  expect(events.filter((_, at) => at % 2 === 0).map((event) => event.replace('in', 'out'))).toEqual(
    events.filter((_, at) => at % 2 === 1),
  );
});

test('a killed holder holds nothing, and a living one is waited for', async () => {
  const path = join(folder, 'two');
  const other = holding(path);
  await other.said(/held/);
  await expect(exclusively(path, async () => 'mine', 100)).rejects.toThrow('Another process keeps');
  other.child.kill('SIGKILL');
  await other.ended();
  await expect(exclusively(path, async () => 'mine', 2000)).resolves.toBe('mine');
});

test('what fails inside lets go, and the file is for its owner alone', async () => {
  const path = join(folder, 'three');
  await expect(exclusively(path, () => Promise.reject(new Error('on purpose')))).rejects.toThrow(
    'on purpose',
  );
  await expect(exclusively(path, async () => 'again', 100)).resolves.toBe('again');
  expect(existsSync(path) && statSync(path).mode & 0o777).toBe(0o600);
});
