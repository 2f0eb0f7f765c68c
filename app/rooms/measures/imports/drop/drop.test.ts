/** Files left in the drop folder become versions by themselves: complete ones, once, put away with their report. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { actorAs } from '../../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { temporaryFolder } from '../../../../../tests/support/temporary-folder.ts';
import { scopeFor, systemScope } from '../../../../commons/permissions/scope.ts';
import { dataFolderAt, prepareDataFolder } from '../../../../platform/data-folder.ts';
import { saveMapping } from '../extracts/writes.ts';
import type { Mapping } from '../formats/extract/mapping.ts';
import { listVersions, versionInUse } from '../reads.ts';
import { dropHandler } from './jobs.ts';
import { dropPolicy } from './policy.ts';
import { getDropState } from './reads.ts';
import { nextLookAfter } from './rules.ts';
import { changeDrop } from './writes.ts';

const root = temporaryFolder();
const dataFolder = dataFolderAt(join(root, 'data'));
const drop = join(root, 'drop');
const scope = systemScope('a test');
const administrator = actorAs('administrator', 'state', 'an-administrator');
const aMinuteAndMore = 90_000;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareDataFolder(dataFolder);
  const form = { isOn: true, rhythm: 'hourly', putInUse: false } as const;
  await changeDrop(database, scopeFor(administrator, dropPolicy['drop.change']), form);
});
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => database.close());

const store = () => ({ database, dataFolder });

/** Looks as if so long after now. */
const look = async (later = aMinuteAndMore) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + later });
  const handler = dropHandler({ store: store(), limits: { memory: '300MB', threads: 1 }, drop });
  const outcome = await handler({
    ...{ id: '00000000-0000-4000-8000-000000000001', input: {}, startedBy: 'system' },
    ...{ report: () => undefined, signal: new AbortController().signal },
  });
  vi.useRealTimers();
  return outcome.sentence;
};

const treeOf = (folder: string): string[] =>
  readdirSync(join(drop, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(/\d{4}-\d\d-\d\d\/\d\d-\d\d-\d\d/g, 'day/time'))
    .filter((path) => path.startsWith('day/time/'))
    .sort();

const children = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
const clients = `Client,DOB\n${children.map((id) => `${id},12/31/2015`).join('\n')}\n`;
const episodes = `Client,Removed\n${children.map((id) => `${id},1/15/2024`).join('\n')}\n`;

const mapping: Mapping = {
  midcourseMapping: 1,
  name: 'Nightly',
  sheets: [
    {
      ...{ file: 'clients.csv', sheet: null, header: ['Client', 'DOB'] },
      tables: [
        {
          table: 'children',
          columns: [
            { column: 'child_id', from: 'Client' },
            { column: 'birth_date', from: 'DOB', days: 'month-first' },
          ],
        },
      ],
    },
    {
      ...{ file: 'episodes.csv', sheet: null, header: ['Client', 'Removed'] },
      tables: [
        {
          table: 'removals',
          columns: [
            { column: 'child_id', from: 'Client' },
            { column: 'removal_date', from: 'Removed', days: 'month-first' },
          ],
        },
      ],
    },
  ],
};

const put = (files: Readonly<Record<string, string>>): void => {
  mkdirSync(drop, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(drop, name), content);
};

test('files that changed within the minute, or say that they are on their way, wait', async () => {
  expect(await look()).toBe('Nothing new was there.');
  put({ 'clients.csv': clients, 'episodes.csv': episodes });
  expect(await look(1000)).toContain('still being written');
  put({ 'visits.csv.part': 'x' });
  expect(await look()).toContain('still being written');
  expect(await listVersions(store(), scope)).toEqual([]);
});

test('without a mapping that knows them they are refused, with the report; with one they are a version, once', async () => {
  rmSync(join(drop, 'visits.csv.part'));
  expect(await look()).toContain('clients.csv: This is none of the files that are read here');
  expect(treeOf('refused')).toEqual([
    ...['day/time/files', 'day/time/files/clients.csv', 'day/time/files/episodes.csv'],
    ...['day/time/report.csv', 'day/time/report.txt'],
  ]);
  await saveMapping(database, scope, mapping);
  put({ 'clients.csv': clients, 'episodes.csv': episodes });
  expect(await look()).toContain('Version 1 is ready and in use: Own extract, as of 2024-01-15.');
  expect(treeOf('done')).toContain('day/time/files/episodes.csv');
  expect(await look()).toBe('Nothing new was there.');
  const [version] = await listVersions(store(), scope);
  expect(version?.manifest.settings.mapping).toBe('Nightly');
});

test('a folder is a set of its own; a version is not put in use by itself; the same files again add nothing', async () => {
  mkdirSync(join(drop, 'from the county'));
  put({
    'from the county/clients.csv': clients,
    'from the county/episodes.csv': episodes.replace('1/15/2024', '2/15/2024'),
  });
  expect(await look()).toContain('Version 2 is ready and not in use');
  expect((await versionInUse(store(), scope))?.number).toBe(1);
  put({ 'clients.csv': clients, 'episodes.csv': episodes });
  expect(await look()).toContain('already here as version 1');
  expect((await getDropState(database, scope)).found).toContain('already here as version 1');
  const { rows } = await database.owner.query(
    `select event, details from audit_entries where subject = 'drop-folder' order by id`,
  );
  expect(rows.map(({ event }) => event)).toEqual([
    ...['drop-folder-changed', 'drop-refused', 'drop-imported', 'drop-imported', 'drop-imported'],
  ]);
});

test('a new code is named in the report beside the files', async () => {
  const columns = mapping.sheets[0]?.tables[0]?.columns ?? [];
  const coded = structuredClone(mapping);
  coded.sheets[0]?.tables[0]?.columns.splice(0, columns.length, ...columns, {
    ...{ column: 'sex', from: 'Sex' },
    codes: [{ value: 'F', becomes: 'female' }],
  });
  await saveMapping(database, scope, { ...coded, name: 'Nightly' });
  const sexes = clients.replace('Client,DOB', 'Client,DOB,Sex').replaceAll('2015\n', '2015,F\n');
  put({ 'clients.csv': sexes.replace('2015,F', '2015,X'), 'episodes.csv': episodes });
  expect(await look()).toContain('"X" is new in "Sex"');
  const day = join(drop, 'refused', readdirSync(join(drop, 'refused'))[0] ?? '');
  const newest = readdirSync(day).sort().at(-1) ?? '';
  expect(readFileSync(join(day, newest, 'report.csv'), 'utf8')).toContain(
    'clients.csv,2,Sex,X,code-not-mapped',
  );
});

test('the next look', () => {
  const now = new Date(2026, 10, 25, 14, 7, 30);
  expect(nextLookAfter('quarter-hourly', now)).toEqual(new Date(2026, 10, 25, 14, 15));
  expect(nextLookAfter('hourly', now)).toEqual(new Date(2026, 10, 25, 15, 0));
  expect(nextLookAfter('daily', now)).toEqual(new Date(2026, 10, 26, 6, 0));
});
