import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type Files,
  smallPackage,
  withPackage,
  withStaged,
  writeFiles,
} from '../../../../tests/support/staged-package.ts';
import { manifestShape } from './manifest.ts';
import type { ImportProgress } from './stage.ts';

const large = Array.from({ length: 60_000 }, (_, index) => `K${index},2012-01-01,male\n`).join('');
const largePackage: Files = { ...smallPackage, 'children.csv': `child_id,birth_date,sex\n${large}` };

test('the manifest says what was read and what was made, and every file can be checked by it', () =>
  withPackage(smallPackage, async ({ folder, manifest, names }) => {
    const written = manifestShape.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    expect(written).toEqual(manifest);
    expect(written).toMatchObject({
      asOf: '2024-12-31',
      agency: 'Example agency',
      settings: { bad_row_share: 0.05 },
    });
    expect(written.sources).toMatchObject([
      { name: 'package.json', kind: 'package', rows: 0 },
      { name: 'children.csv', kind: 'package', rows: 2, setAside: 0 },
      { name: 'removals.csv', kind: 'package', rows: 2, setAside: 0 },
    ]);
    for (const table of Object.values(written.tables)) {
      const bytes = await readFile(join(folder, table?.file ?? ''));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(table?.sha256);
    }
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }));

test('the same input gives the same bytes and the same id; other settings another id', async () => {
  const made = (options = {}) =>
    withPackage(
      largePackage,
      async ({ manifest }) => ({ id: manifest?.contentId, tables: manifest?.tables }),
      options,
    );
  const first = await made();
  expect(await made()).toEqual(first);
  expect((await made({ settings: { bad_row_share: 0.1 } })).id).not.toBe(first.id);
});

test('without package.json, as-of is the latest date of something that happened', () =>
  withPackage(
    {
      'children.csv': 'child_id,birth_date\nA,2025-03-01\n',
      'removals.csv': 'child_id,removal_date,discharge_recorded_at\nA,2020-01-10,2020-08-03\n',
      'visits.csv': 'child_id,visit_date\nA,2021-05-06\n',
      'investigations.csv': 'report_id,received_at,due_at\nR1,2021-06-07T10:00,2025-01-01\n',
    },
    async ({ manifest }) => expect(manifest).toMatchObject({ asOf: '2021-06-07', agency: null }),
  ));

test('a file with a header and no rows says that none happened; an absent file says nothing', () =>
  withPackage({ ...smallPackage, 'visits.csv': 'child_id,visit_date\n' }, async ({ manifest, rows }) => {
    expect(manifest?.tables.visits).toMatchObject({ rows: 0, from: ['package'] });
    expect(await rows('visits')).toEqual([]);
    expect(manifest?.tables.reports).toBeUndefined();
  }));

test('a byte order mark, CRLF, blank lines, and both line ends in one file', () =>
  withPackage(
    {
      ...smallPackage,
      'children.csv': '\uFEFFchild_id,birth_date,sex\r\nA,2015-03-01,female\r\n\r\nB,2010-07-04,male',
      'removals.csv':
        'child_id,removal_date,county\r\nA,2020-01-10,"Bir\r\nch"\nB,2021-02-30,x\r\nB,2021-02-03,\n',
    },
    async ({ problems, rows }) => {
      expect(await rows('children')).toMatchObject([{ child_id: 'A' }, { child_id: 'B', sex: 'male' }]);
      expect(await rows('removals')).toMatchObject([{ county: 'Bir\nch' }, { child_id: 'B', county: null }]);
      expect(problems).toMatchObject([{ line: 4, column: 'removal_date', rule: 'date-unreadable' }]);
    },
  ));

test('a cancelled import ends at once and leaves nothing', async () => {
  const cancel = new AbortController();
  const onProgress = ({ step }: ImportProgress) => (step === 'Reading' ? cancel.abort() : undefined);
  await withPackage(
    largePackage,
    async ({ manifest, problems, names }) => {
      expect(manifest).toBeNull();
      expect(problems).toMatchObject([{ rule: 'import-cancelled', weight: 'stop' }]);
      expect(names).toEqual([]);
    },
    { onProgress, signal: cancel.signal },
  );
});

test('progress goes forward and ends with every byte and row', async () => {
  const told: ImportProgress[] = [];
  await withPackage(largePackage, async () => undefined, { onProgress: (progress) => told.push(progress) });
  const bytes = told.map((progress) => progress.bytes);
  expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ step: 'Finishing', rows: 60_002 });
  const parts = ['children.csv', 'removals.csv', 'package.json'] as const;
  const size = parts.reduce((sum, name) => sum + Buffer.byteLength(largePackage[name] ?? ''), 0);
  expect(told.at(-1)?.bytes).toBe(size);
});

test('a file that grows while it is read is refused: its hash would be of another file', () =>
  withPackage({ 'unused.txt': '' }, async ({ folder }) => {
    const growing = join(folder, 'growing');
    await writeFiles(growing, largePackage);
    const onProgress = ({ step }: ImportProgress): void => {
      if (step === 'Reading') appendFileSync(join(growing, 'removals.csv'), '\n');
    };
    await withStaged(
      [growing],
      async ({ manifest, problems, names }) => {
        expect(manifest).toBeNull();
        expect(problems.filter(({ weight }) => weight === 'stop')).toMatchObject([
          { file: 'removals.csv', rule: 'file-changed' },
        ]);
        expect(names).toEqual([]);
      },
      { onProgress },
    );
  }));

test('files in folders with odd names, and one path given twice', () =>
  withPackage({ 'unused.txt': '' }, async ({ folder }) => {
    const odd = join(folder, "it's [a] *folder?");
    await writeFiles(
      folder,
      Object.fromEntries(Object.entries(smallPackage).map(([n, t]) => [`it's [a] *folder?/${n}`, t])),
    );
    await withStaged([odd, join(odd, 'children.csv')], async ({ manifest, problems }) => {
      expect(problems).toEqual([]);
      expect(manifest?.tables.children?.rows).toBe(2);
    });
  }));
