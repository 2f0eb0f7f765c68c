/** Extracts that wait for their mapping, and saved mappings: kept for whoever may, in versions, never changed. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actorAs } from '../../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { temporaryFolder } from '../../../../../tests/support/temporary-folder.ts';
import { scopeFor } from '../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../commons/permissions/transact-in.ts';
import { dataFolderAt, prepareDataFolder } from '../../../../platform/data-folder.ts';
import { importsPolicy } from '../policy.ts';
import type { Problem } from '../problem.ts';
import { openStagingFolder } from '../staging-folder.ts';
import { summed } from './check.ts';
import { extractsPolicy } from './policy.ts';
import { getDraft, getMapping, listMappings } from './reads.ts';
import { asMapping, type Draft } from './rules.ts';
import { settleCodes, settleColumns, settleTables } from './settle.ts';
import { extractDrafts, extractMappings } from './tables.ts';
import { changeDraft, receiveExtract, removeDraft, saveMapping, sweepDrafts } from './writes.ts';

const dataFolder = dataFolderAt(join(temporaryFolder(), 'data'));
const scope = scopeFor(actorAs('analyst'), extractsPolicy['mappings.change']);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareDataFolder(dataFolder);
});
afterAll(() => database.close());
const store = () => ({ database, dataFolder });

const receive = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const staging = await openStagingFolder(dataFolder, 'upload');
  const paths = Object.keys(files).map((name) => join(staging.path, name));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(staging.path, name), content);
  return receiveExtract(store(), scope, { folder: staging.path, paths });
};

const children = {
  'clients-1.csv': 'Client,DOB,Sex\nA,1/2/2010,M\n',
  'clients-2.csv': 'Client,DOB,Sex\nB,3/4/2011,Z\n',
};
const place = { sheet: 0, table: 'children' };

const ask = async (id: string) =>
  (await getDraft(store(), scope, id)).questions.map(({ kind, column, values }) => [kind, column, values]);

const say = async (id: string, change: (draft: Draft) => Draft): Promise<void> =>
  changeDraft(database, scope, id, (row) => ({ draft: change(row.draft) }));

test('step by step only what is open is asked: table, columns, the order of day and month, codes', async () => {
  const id = await receive(children);
  const { groups } = await getDraft(store(), scope, id);
  expect(groups.map(({ names }) => names)).toEqual([['clients-1.csv', 'clients-2.csv']]);
  expect(await ask(id)).toEqual([['sheet', null, []]]);
  await say(id, (draft) => settleTables(draft, groups, [['children']]));
  expect(await ask(id)).toEqual([
    ['required', 'child_id', []],
    ['required', 'birth_date', []],
  ]);
  const chosen = (days: string | null) =>
    new Map([
      ['child_id', { from: 'Client', days: null }],
      ['birth_date', { from: 'DOB', days }],
      ['sex', { from: 'Sex', days: null }],
    ]);
  await say(id, (draft) => settleColumns(draft, groups, place, chosen(null)));
  expect(await ask(id)).toEqual([
    ['days', 'birth_date', []],
    ['codes', 'sex', ['M', 'Z']],
  ]);
  await say(id, (draft) => settleColumns(draft, groups, place, chosen('day-first')));
  const codes = [
    { column: 'sex', value: 'M', becomes: 'male' },
    { column: 'sex', value: 'Z', becomes: 'not said' },
  ];
  await say(id, (draft) => settleCodes(draft, place, codes));
  expect(await ask(id)).toEqual([['codes', 'sex', ['Z']]]);
  await say(id, (draft) => settleCodes(draft, place, [{ column: 'sex', value: 'Z', becomes: '' }]));
  expect(await ask(id)).toEqual([]);
  const { row } = await getDraft(store(), scope, id);
  await saveMapping(database, scope, asMapping(row.draft, 'Clients'));
  expect(await ask(await receive({ 'next.csv': 'Client,DOB,Sex\nC,5/6/2012,M\nD,5/6/2012,Y\n' }))).toEqual([
    ['codes', 'sex', ['Y']],
  ]);
});

test('a change is the next version, the same again is none, and no version can be changed', async () => {
  const { content } = await getMapping(database, scope, 'Clients');
  expect((await saveMapping(database, scope, content)).version).toBe(1);
  const [sheet] = content.sheets;
  const changed = { ...content, sheets: sheet ? [{ ...sheet, tables: [] }] : [] };
  expect((await saveMapping(database, scope, changed)).version).toBe(2);
  expect((await getMapping(database, scope, 'Clients', 1)).content).toEqual(content);
  expect((await listMappings(database, scope)).map(({ version }) => version)).toEqual([2]);
  const rewrite = transactIn(database, scope, (tx) => tx.update(extractMappings).set({ version: 9 }));
  await expect(rewrite).rejects.toMatchObject({
    cause: { message: expect.stringContaining('permission denied') },
  });
});

test('who holds another role, or holds it for a county, sees neither mapping nor files', async () => {
  const others = [
    scopeFor(actorAs('supervisor'), importsPolicy['versions.read']),
    scopeFor(actorAs('analyst', 'county:Alder'), importsPolicy['versions.read']),
  ];
  for (const other of others) {
    expect(await transactIn(database, other, (tx) => tx.select().from(extractMappings))).toEqual([]);
    expect(await transactIn(database, other, (tx) => tx.select().from(extractDrafts))).toEqual([]);
  }
  expect(() => scopeFor(actorAs('analyst', 'county:Alder'), extractsPolicy['mappings.change'])).toThrow(
    'You may not say how your own files are read.',
  );
});

test('what cannot be read is refused with its place and leaves nothing; what waits too long goes', async () => {
  await expect(receive({ 'clients.csv': 'Client,DOB\n"A,1/2/2010\n' })).rejects.toThrow(
    'clients.csv, line 2: A quote',
  );
  const id = await receive(children);
  const folder = join(dataFolder.extracts, id);
  mkdirSync(join(dataFolder.extracts, 'left by a killed process'));
  await sweepDrafts(store(), scope);
  expect(existsSync(folder)).toBe(true);
  expect(existsSync(join(dataFolder.extracts, 'left by a killed process'))).toBe(false);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 86_400_000 });
  await sweepDrafts(store(), scope).finally(() => vi.useRealTimers());
  expect(existsSync(folder)).toBe(false);
  await expect(removeDraft(store(), scope, id)).rejects.toThrow('not here any more');
});

test('a check sums by rule and column, with what is counted and not listed', () => {
  const problem = (line: number | null, column: string, sentence = 'No date.'): Problem => ({
    ...{ file: 'a.csv', line, column, value: 'x', rule: 'date-unreadable', sentence, weight: 'set-aside' },
  });
  const more = { ...problem(null, 'DOB', '1,500 more like this in the file are counted.'), column: null };
  expect(summed([problem(4, 'Exit'), problem(3, 'DOB'), problem(9, 'DOB'), more])).toMatchObject([
    { column: 'DOB', count: 1502, firstLine: 3, sentence: 'No date.' },
    { column: 'Exit', count: 1, firstLine: 4 },
  ]);
});
