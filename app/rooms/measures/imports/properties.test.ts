import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Files, withPackage, withStaged } from '../../../../tests/support/staged-package.ts';
import { canonicalTableNames } from './canonical.ts';
import { linesOfRecords } from './formats/package/lines-of-records.ts';

const vectors = fileURLToPath(new URL('../../../../tests/vectors/indicators/', import.meta.url));
const tables = [
  'children',
  'removals',
  'placements',
  'reports',
  'visits',
  'investigations',
  'population',
] as const;
const package300 = `${vectors}formats/package-300`;

interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The vectors hold no quotes. */
const csvOf = (text: string): Csv => {
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return { header, rows };
};

const textOf = ({ header, rows }: Csv): string =>
  [header, ...rows].map((row) => `${row.join(',')}\n`).join('');

const originals = new Map(
  tables.map((table) => [table, csvOf(readFileSync(`${package300}/${table}.csv`, 'utf8'))]),
);

const asRows = (paths: readonly string[], files?: Files) => {
  const read = async (run: Parameters<Parameters<typeof withStaged>[1]>[0]) =>
    Object.fromEntries(
      await Promise.all(tables.map(async (table) => [table, await run.rows(table)] as const)),
    );
  return files ? withPackage(files, read) : withStaged(paths, read);
};

/** A permutation that a seed decides. */
const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, index) => ({ item, at: Math.imul(index + 1, 2654435761 ^ Math.imul(seed, 40503)) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const shuffledCsv = ({ header, rows }: Csv, seed: number): Csv => {
  const order = shuffled([...header.keys()], seed);
  const inOrder = (row: readonly string[]) => order.map((from) => row[from] ?? '');
  return { header: inOrder(header), rows: shuffled(rows, seed + 1).map(inOrder) };
};

/** Rows dealt to several files of one table. */
const dealt = ({ header, rows }: Csv, parts: number): Csv[] =>
  Array.from({ length: parts }, (_, part) => ({
    header,
    rows: rows.filter((_row, index) => index % parts === part),
  }));

test('rows, columns and files in any order, and tables split over files, give the same canonical rows', async () => {
  const expected = await asRows([package300]);
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), fc.integer({ min: 1, max: 4 }), async (seed, parts) => {
      const files: Record<string, string> = {
        'package.json': readFileSync(`${package300}/package.json`, 'utf8'),
      };
      for (const [table, csv] of originals)
        for (const [part, one] of dealt(shuffledCsv(csv, seed), parts).entries())
          files[`part ${(part * 7) % 5}/${table}-${part + 1}.csv`] = textOf(one);
      expect(await asRows([], files)).toEqual(expected);
    }),
    { numRuns: 4 },
  );
});

test('importing the same file twice beside itself changes nothing and says so', () =>
  withPackage(
    {
      'children-1.csv': textOf(originals.get('children') as Csv),
      'children-2.csv': textOf(originals.get('children') as Csv),
    },
    async ({ problems }) => {
      expect(problems.at(-1)).toMatchObject({ rule: 'table-missing', file: 'removals.csv' });
      const repeated = problems.filter(({ rule }) => rule === 'row-repeated');
      expect(repeated).toHaveLength(originals.get('children')?.rows.length ?? 0);
      expect(new Set(repeated.map(({ file, weight }) => `${file} ${weight}`))).toEqual(
        new Set(['children-2.csv note']),
      );
    },
  ));

test.each(tables)('%s of the 2,000 children arrives cell by cell', (table) =>
  withStaged([`${vectors}package-2000`], async ({ rows, manifest }) => {
    const { header, rows: given } = csvOf(readFileSync(`${vectors}package-2000/${table}.csv`, 'utf8'));
    const made = await rows(table);
    expect(manifest?.problems.setAside).toBe(0);
    expect(made).toHaveLength(given.length);
    const names = header.map((name) => (table === 'investigations' ? name.replace(/_at$/, '_on') : name));
    const text = (value: unknown) =>
      value === null ? '' : typeof value === 'boolean' ? String(Number(value)) : String(value);
    const lines = made.map((row) => names.map((name) => text(row[name])).join(','));
    expect(lines.sort()).toEqual(given.map((row) => row.join(',')).sort());
  }),
);

test('every table of the model can come from a package, but aggregates', () => {
  expect(canonicalTableNames.filter((name) => !tables.some((table) => table === name))).toEqual([
    'aggregates',
  ]);
});

/** Fields that hold everything that makes counting lines hard. */
const field = fc.oneof(
  fc.stringMatching(/^[a-z ]{1,4}$/),
  fc.stringMatching(/^[a-z]"[a-z"]{0,2}$/),
  fc
    .array(fc.constantFrom('a', ',', '\n', '\r\n', '""', ' '), { maxLength: 6 })
    .map((parts) => `"${parts.join('')}"`),
);

test('records are found on the lines on which they stand', async () => {
  const record = fc.record({ fields: fc.array(field, { minLength: 2, maxLength: 3 }), blank: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      async (records, end) => {
        let text = `a,b${end}`;
        const lines = new Map<number, number>();
        for (const [index, { fields, blank }] of records.entries()) {
          text += end.repeat(blank);
          lines.set(index, text.split('\n').length);
          text += `x,${fields.join(',')}${end}`;
        }
        const found = await withText(text, (path) =>
          linesOfRecords({ path, records: [...lines.keys()], refusedAt: new Set() }),
        );
        expect(found).toEqual(lines);
      },
    ),
    { numRuns: 60 },
  );
});

const withText = async <T>(text: string, use: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'midcourse-lines-'));
  await writeFile(`${folder}/text.csv`, text);
  return use(`${folder}/text.csv`).finally(() => rm(folder, { recursive: true }));
};

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(3),
    put: fc.constantFrom(
      '"',
      '""',
      ',',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      '\0',
      '\u00ff',
      ' ',
      "'",
      ';',
      '9',
      '-',
      '\uFEFF',
      '',
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

test('whatever becomes of the bytes, an import makes a version or says why not and leaves nothing', async () => {
  const original = textOf({
    ...(originals.get('removals') as Csv),
    rows: originals.get('removals')?.rows.slice(0, 40) ?? [],
  });
  await fc.assert(
    fc.asyncProperty(
      edits,
      fc.constantFrom('utf8' as const, 'latin1' as const),
      async (changes, encoding) => {
        let text = original;
        for (const { at, cut, put } of changes) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + put + text.slice(from + cut);
        }
        const files = {
          'children.csv': 'child_id,birth_date\nA,2000-01-01\n',
          'removals.csv': Buffer.from(text, encoding),
        };
        await withPackage(files, async ({ manifest, problems, names }) => {
          if (manifest === null) {
            expect(problems.some(({ weight }) => weight === 'stop')).toBe(true);
            expect(names).toEqual([]);
          } else {
            const source = manifest.sources.find(({ name }) => name === 'removals.csv');
            const repeated = problems.filter(({ rule }) => rule === 'row-repeated').length;
            expect((manifest.tables.removals?.rows ?? 0) + (source?.setAside ?? 0) + repeated).toBe(
              source?.rows,
            );
            for (const { line } of problems) expect(line ?? 1).toBeLessThanOrEqual(text.split('\n').length);
          }
        });
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
