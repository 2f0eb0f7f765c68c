/** Extracts as they come on bad days: read all the same, or refused with what to do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withStaged } from '../../../../../../tests/support/staged-package.ts';
import { type CellContent, writeWorkbook } from '../../../../../../tests/support/workbook.ts';
import type { Problem } from '../../problem.ts';
import type { Mapping } from './mapping.ts';

const folder = mkdtempSync(join(tmpdir(), 'midcourse-bad-extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

const childColumns: Mapping['sheets'][number]['tables'][number]['columns'] = [
  { column: 'child_id', from: 'Client' },
  { column: 'birth_date', from: 'DOB', days: 'day-first' },
  {
    column: 'sex',
    from: 'Sex',
    codes: [
      { value: 'M', becomes: 'male' },
      { value: 'F', becomes: 'female' },
      { value: 'U', becomes: '' },
    ],
  },
];

const mapping: Mapping = {
  midcourseMapping: 1,
  name: 'Test',
  sheets: [
    {
      ...{ file: 'clients.csv', sheet: null, header: ['Client', 'DOB', 'Sex'] },
      tables: [{ table: 'children', columns: childColumns }],
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

const episodes = 'Client,Removed\nA,01/31/2024\nB,2/1/2024\n';
const asOf = '2024-12-31';

const said = (problems: readonly Problem[]) =>
  problems.map(({ file, line, column, value, rule, weight }) => [file, line, column, value, rule, weight]);

interface Outcome {
  readonly children: readonly unknown[];
  readonly said: readonly unknown[];
  readonly stops: readonly Problem[];
}

const imported = async (name: string, content: string | Uint8Array | null): Promise<Outcome> => {
  const paths = [join(folder, name), join(folder, 'episodes.csv')];
  if (content !== null) writeFileSync(paths[0] ?? '', content);
  writeFileSync(paths[1] ?? '', episodes);
  return withStaged(
    paths,
    async ({ manifest, problems, rows }) => ({
      children: manifest
        ? (await rows('children')).map(({ child_id, birth_date, sex }) => [child_id, birth_date, sex])
        : [],
      said: said(problems.filter(({ rule }) => rule !== 'removal-without-child')),
      stops: problems.filter(({ weight }) => weight === 'stop'),
    }),
    { mapping, asOf },
  );
};

const both = [
  ['A', '2010-12-31', 'male'],
  ['B', '2011-01-02', 'female'],
];

describe('text files', () => {
  const lines = (separator: string, end = '\r\n') =>
    [
      ['Client', 'DOB', 'Sex'],
      ['A', '31.12.2010', 'M'],
      ['B', '2.1.2011', 'F'],
    ]
      .map((cells) => cells.join(separator))
      .join(end);

  test.each([
    ['semicolons', lines(';')],
    ['tabs and no end', lines('\t', '\n')],
    ['the byte order mark of UTF-8', `\uFEFF${lines(',')}`],
    ['UTF-16', Buffer.from(`\uFEFF${lines('\t')}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(lines(','), 'utf16le')],
    ['lines that end as on an old Macintosh', lines(',', '\r')],
    ['Excel’s own word on the separator', `sep=;\r\n${lines(';')}`],
    ['quotes, a comma and a line break inside them', lines(',').replace('A,', '"A",')],
    ['zeros kept from Excel', lines(',').replace('A,', '"=""A""",')],
  ])('%s', async (_, content) => {
    expect((await imported('clients.csv', content)).children).toEqual(both);
  });

  test('Windows letters are read, and said', async () => {
    const content = Buffer.from(`Client;DOB;Sex;Näme\nA;31.12.2010;M;Zoë\nB;02.01.2011;F;Jörg\n`, 'latin1');
    const { children, said: told } = await imported('clients.csv', content);
    expect(children).toEqual(both);
    expect(told).toEqual([['clients.csv', 1, null, null, 'encoding-converted', 'note']]);
  });

  test('a title, names that are empty or twice, rows that do not fit: line and words of the file', async () => {
    const content = [
      'All clients as of today,,,,',
      '',
      'Client,DOB,Sex,,Client',
      ...Array.from({ length: 200 }, (_, index) => `X${index},1.1.2010,M,,`),
      'A,31.12.2010,M,"two',
      'lines",',
      'B,31.02.2011,F,,',
      'C,1.1.2011',
      'D,12/31/2011,M,,',
      'E,NULL,U,,',
    ].join('\n');
    const outcome = await imported('clients.csv', content);
    expect(outcome.said).toEqual([
      ['clients.csv', 3, null, null, 'column-named', 'note'],
      ['clients.csv', 206, 'DOB', '31.02.2011', 'date-unreadable', 'set-aside'],
      ['clients.csv', 208, 'DOB', '12/31/2011', 'date-unreadable', 'set-aside'],
      ['clients.csv', 207, null, null, 'row-ragged', 'set-aside'],
      ['clients.csv', 209, 'DOB', '', 'birth-date-missing', 'note'],
    ]);
    expect(outcome.children).toHaveLength(202);
  });

  test('a new code stops, named once with its first line; a lost column stops, named', async () => {
    const [stop, ...more] = (await imported('clients.csv', `${lines(',')}\r\nC,1.1.2011,X\r\nD,1.1.2011,X`))
      .stops;
    expect(more).toEqual([]);
    expect(stop).toMatchObject({
      file: 'clients.csv',
      line: 4,
      column: 'Sex',
      value: 'X',
      rule: 'code-not-mapped',
    });
    expect(stop?.sentence).toContain('"X" is new in "Sex"');
    const lost = (await imported('clients.csv', 'Client,DOB\nA,1.1.2010\n')).stops;
    expect(said(lost)).toEqual([['clients.csv', 1, 'Sex', null, 'column-lost', 'stop']]);
  });

  test.each([
    [
      'a cell of ten million letters',
      `Client,DOB,Sex\nA,1.1.2010,${'x'.repeat(10_000_000)}\n`,
      'line-too-long',
      2,
    ],
    ['a quote that never closes', `Client,DOB,Sex\nA,1.1.2010,M\n"B,2.1.2011,F\n`, 'quote-not-closed', 3],
    ['a NUL byte', `Client,DOB,Sex\nA,1.1.2010,M\nB\0,2.1.2011,F\n`, 'nul-byte', 3],
  ])('%s', async (_, content, rule, line) => {
    expect((await imported('clients.csv', content)).stops).toMatchObject([{ rule, line }]);
  });
});

describe('workbooks', () => {
  const header = ['Client', 'DOB', 'Sex'];
  const workbook = async (rows: readonly (readonly CellContent[])[]) => {
    await writeWorkbook(join(folder, 'clients.xlsx'), { Clients: rows });
    return imported('clients.xlsx', null);
  };

  test('dates as cells, as text and as formulas with their result are read', async () => {
    const formula = { formula: 'UPPER("m")', result: 'M' };
    const rows = [header, ['A', { day: '2010-12-31' }, formula], ['B', '2.1.2011', 'F']];
    expect((await workbook(rows)).children).toEqual(both);
  });

  test('a formula without its result and an error of the sheet are no values', async () => {
    const many = Array.from({ length: 100 }, (_, index) => [`X${index}`, { day: '2010-01-01' }, 'M']);
    const error = { xml: '<c t="e"><v>#N/A</v></c>' };
    const { said: told } = await workbook([
      header,
      ...many,
      [{ formula: 'B1' }, { day: '2010-01-01' }, 'M'],
      ['B', error, 'F'],
    ]);
    expect(told).toEqual([
      ['clients.xlsx, sheet Clients', 102, 'Client', '=B1', 'cell-error', 'set-aside'],
      ['clients.xlsx, sheet Clients', 103, 'DOB', '#N/A', 'cell-error', 'set-aside'],
    ]);
  });

  test('a merged title above, and blank rows between, leave the sheet’s own row numbers', async () => {
    const { said: told, children } = await workbook([
      ['Clients of all counties'],
      [],
      header,
      ['A', { day: '2010-12-31' }, 'M'],
      [null, null, null],
      ['B', '2.1.2011', 'F'],
      ['C', '31.31.2011', 'F'],
    ]);
    expect(children).toEqual(both);
    expect(told).toEqual([
      ['clients.xlsx, sheet Clients', 7, 'DOB', '31.31.2011', 'date-unreadable', 'set-aside'],
    ]);
  });

  test.each([
    [
      'a cell of ten million letters',
      { xml: `<c t="inlineStr"><is><t>${'x'.repeat(10_000_000)}</t></is></c>` },
      /zip-ratio|cell-too-long/,
    ],
    ['a document type', { xml: '<c><v>1</v></c><!DOCTYPE x>' }, /workbook-unreadable/],
  ])('%s', async (_, cell, rule) => {
    const { stops } = await workbook([header, ['A', { day: '2010-12-31' }, cell]]);
    expect(stops.map((stop) => stop.rule)).toEqual([expect.stringMatching(rule)]);
  });

  test('a workbook with a password, an old one, and a sheet that no mapping knows are refused with what to do', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const [locked] = (await imported('clients.xlsx', Buffer.concat([old, Buffer.alloc(600)]))).stops;
    expect(locked?.sentence).toContain('without a password');
    await writeWorkbook(join(folder, 'clients.xlsx'), {
      Notes: [
        ['What', 'When'],
        ['a', 'b'],
      ],
    });
    expect((await imported('clients.xlsx', null)).stops).toMatchObject([
      { file: 'clients.xlsx, sheet Notes', rule: 'sheet-not-mapped' },
    ]);
  });
});
