/** The verbs of the registry as people call them: real processes on a data folder of their own. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../app/platform/config.ts';
import { dataFolderAt } from '../../app/platform/data-folder.ts';
import { openDatabase } from '../../app/platform/database/open.ts';
import { startMidcourse } from '../../tests/support/midcourse-process.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { verbs } from '../verbs.ts';

const root = temporaryFolder();
const data = join(root, 'data');
// One of its two removals has an impossible date: more than the share at which an import stops.
const dubious = join(root, 'dubious');
const better = join(root, 'better');
const bad = join(root, 'bad');

const children = 'child_id,birth_date\nc1,2015-03-01\nc2,2016-03-01\n';
const removals = 'child_id,removal_date,discharge_date\nc1,2023-02-01,2023-08-01\nc2,2023-02-31,\n';
const one = 'child_id,removal_date\nc1,2023-02-01\n';

beforeAll(async () => {
  for (const [folder, rows] of [[dubious, removals] as const, [better, one] as const, [bad, one] as const]) {
    await mkdir(folder);
    await writeFile(join(folder, 'children.csv'), folder === bad ? 'child_id\nc1\n' : children);
    await writeFile(join(folder, 'removals.csv'), rows);
  }
});

const call = async (...args: string[]) => {
  const process = startMidcourse(args, { env: { MIDCOURSE_DATA: data } });
  const code = await process.ended();
  return { code, out: process.stdout(), err: process.stderr() };
};

const json = (text: string) => JSON.parse(text);

test('check reports without a database and without values; --show-values shows them', async () => {
  const found = await call('check', dubious);
  expect(found.code).toBe(1);
  expect(found.out).toContain('removals.csv, removal_date, line 3');
  expect(found.out + found.err).not.toContain('2023-02-31');
  expect((await call('check', dubious, '--show-values')).out).toContain('2023-02-31');
  const asJson = json((await call('check', better, '--json')).out);
  expect(asJson).toMatchObject({ ok: true, tables: { children: { rows: 2, from: ['package'] } } });
  expect((await call('import', bad, '--dry-run', '--json')).code).toBe(1);
  await expect(readdir(data)).rejects.toThrow('ENOENT');
});

test('import, versions, use: one after the other, and what each says when it cannot', async () => {
  // The private database stays up while this process has it open: verbs then only join in.
  const folder = dataFolderAt(data);
  const database = await openDatabase(loadConfig({ MIDCOURSE_DATA: data }), folder);
  onTestFinished(() => database.close());
  expect((await call('versions')).out).toContain('There is no data version yet');

  const first = await call('import', better, '--json');
  expect(first.code).toBe(0);
  expect(json(first.out)).toMatchObject({ outcome: 'published', version: { number: 1, inUse: true } });
  expect(first.err).toMatch(/^Finishing/m);

  const again = await call('import', better);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('already here as version 1') });

  const refused = await call('import', bad);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('Nothing was imported. children.csv');

  await writeFile(join(better, 'removals.csv'), `${one}c2,2023-03-01\n`);
  expect((await call('import', better, '--keep-current')).out).toContain('not in use');
  const listed = json((await call('versions', '--json')).out) as { number: number; inUse: boolean }[];
  expect(listed.map(({ number, inUse }) => [number, inUse])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect((await call('use', '2')).out).toContain('Version 2 is in use');
  expect(await call('use', '77')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no data version 77'),
  });
}, 120_000);

test.each([
  ['import', [], 'needs a path'],
  ['import', ['x', '--prefer', 'children'], 'does not say which source'],
  ['use', ['newest'], 'a number'],
  ['versions', ['all'], 'It takes no word'],
  ['check', ['x', '--dry-run'], 'dry-run'],
])('%s %j is the caller’s mistake', async (name, args, words) => {
  const verb = await verbs[name]?.load();
  await expect(verb?.run(args)).rejects.toThrow(
    expect.objectContaining({ name: 'Invalid', message: expect.stringContaining(words) }),
  );
});
