import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import type { ReadContext } from '../format.ts';
import { ncandsFormat } from './format.ts';
import { layoutOfYear } from './layout.ts';

type Fields = Readonly<Record<string, string>>;

const usual: Fields = {
  SubYr: '2024',
  StaTerr: 'MD',
  RptID: 'R1',
  ChID: 'C1',
  RptCnty: '001',
  RptDt: '01152024',
  RptDisp: '1',
  RptDisDt: '02102024',
  ChAge: '6',
  ChBDate: '05042017',
  ChSex: '2',
  ChRacAI: '2',
  ChRacAs: '2',
  ChRacBl: '1',
  ChRacNH: '2',
  ChRacWh: '2',
  CEthn: '2',
  ChCnty: '003',
  Mal1Lev: '1',
  MalDeath: '2',
  AFCARSID: 'A1',
  IncidDt: '01142024',
};

/** A fixed-width line by the built-in layout of the year. */
const fixed = (fields: Fields): string => {
  const row = { ...usual, ...fields };
  const layout = layoutOfYear(Number(row.SubYr)).fields;
  const line: string[] = [];
  for (const { name, start, width } of layout)
    for (const [index, character] of [...(row[name] ?? '').padEnd(width).slice(0, width)].entries())
      line[start - 1 + index] = character;
  return line.join('');
};

const delimited = (...rows: readonly Fields[]): string => {
  const names = Object.keys(usual);
  const lines = rows.map((fields) => names.map((name) => ({ ...usual, ...fields })[name]).join(','));
  return `${[names.join(','), ...lines].join('\n')}\n`;
};

const many = (count: number, change: (line: string) => string = (line) => line): string =>
  Array.from({ length: count }, (_, index) => `${change(fixed({ RptID: `R${index}` }))}\n`).join('');

const read = (files: Readonly<Record<string, string | Uint8Array>>, options: Partial<ReadContext> = {}) =>
  withFormatRunOn(
    ncandsFormat,
    files,
    async ({ reading, problems, rows }) => ({
      reading,
      problems: problems.map(({ rule, line, column, weight }) => [rule, line, column, weight]),
      sentences: problems.map(({ sentence }) => sentence),
      reports: await rows('reports'),
      children: await rows('children'),
    }),
    options,
  );

test('fixed width and delimited give the same rows', async () => {
  const one = await read({
    'ncands.txt': `${fixed({})}\n${fixed({ RptID: 'R2', Mal2Lev: '01', Mal1Lev: '5 ' })}\n`,
  });
  const other = await read({ 'ncands.csv': delimited({}, { RptID: 'R2' }) });
  expect(one.problems).toEqual([]);
  expect(one.reports).toEqual(other.reports);
  expect(one.children).toEqual(other.children);
  expect(one.reports[0]).toEqual({
    ...{ report_id: 'R1', child_id: 'C1', report_date: '2024-01-15', disposition: 'substantiated' },
    ...{ incident_date: '2024-01-14', disposition_date: '2024-02-10', afcars_id: 'A1', age_years: 6 },
    ...{ maltreatment_death: false, unborn: false, county: '003' },
  });
});

test.each<[string, string | Uint8Array, unknown[]]>([
  [
    'a file shifted by one byte to the right',
    many(30, (line) => ` ${line}`),
    ['layout-shifted', 1, 'SubYr', 'stop'],
  ],
  [
    'a file shifted by one byte to the left',
    many(30, (line) => line.slice(1)),
    ['layout-shifted', 1, 'SubYr', 'stop'],
  ],
  [
    'a file shifted from its eighth field on',
    many(30, (line) => `${line.slice(0, 49)} ${line.slice(49)}`),
    ['layout-shifted', 1, 'RptDisDt', 'stop'],
  ],
  [
    'a file shifted from its middle on',
    many(30, (line) => line.slice(0, 64) + line.slice(65)),
    ['layout-shifted', 1, 'ChBDate', 'stop'],
  ],
  ['10 MB in one field', `${fixed({})}${'x'.repeat(10_000_000)}`, ['line-too-long', 1, null, 'stop']],
  ['UTF-16', new Uint8Array(Buffer.from(many(2), 'utf16le')), ['encoding', 1, null, 'stop']],
  ['an empty file', '', ['records-missing', null, null, 'stop']],
  [
    'a header without levels',
    delimited({}).replace('Mal1Lev', 'Other'),
    ['column-missing', 1, 'Mal1Lev', 'stop'],
  ],
  ['a quote that is not closed', delimited({ AFCARSID: '"A1' }), ['quote-unclosed', 2, null, 'stop']],
  [
    'columns that are not what their names say',
    delimited({ RptDt: '2024-01-15' }),
    ['column-unreadable', 2, 'RptDt', 'stop'],
  ],
])('%s stops the import', async (_, text, expected) => {
  const { reading, problems } = await read({ 'ncands_2024.dat': text });
  expect(reading).toBeNull();
  expect(problems).toEqual([expected]);
});

test('files of two states make no version', async () => {
  const { problems } = await read({
    'ncands-1.txt': many(1),
    'ncands-2.txt': many(1, (l) => l.replace('MD', 'VA')),
  });
  expect(problems).toEqual([['agency-differs', null, 'StaTerr', 'stop']]);
});

test.each<[string, Fields, string, string]>([
  ['no report id', { RptID: '' }, 'id-unreadable', 'RptID'],
  ['no child id', { ChID: '' }, 'id-unreadable', 'ChID'],
  ['a report on no day', { RptDt: '02302024' }, 'report-date-unreadable', 'RptDt'],
  ['another state', { StaTerr: 'VA' }, 'line-shifted', 'StaTerr'],
])('%s: the row is set aside', async (_, fields, rule, column) => {
  const good = Array.from({ length: 9 }, (__, index) => ({ RptID: `G${index}` }));
  const { problems, reports, reading } = await read({ 'a.csv': delimited(...good, fields) });
  expect(problems).toEqual([[rule, 11, column, 'set-aside']]);
  expect(reading?.files[0]).toMatchObject({ rows: 10, setAside: 1, fiscalYear: 2024 });
  expect(reports).toHaveLength(9);
});

test('a ragged line is set aside', async () => {
  const { problems } = await read({ 'a.csv': `${delimited({})}2024,MD,R2\n` });
  expect(problems).toEqual([['row-ragged', 3, null, 'set-aside']]);
});

test.each<[string, Fields, Record<string, unknown>]>([
  ['age 77 is unborn', { ChAge: '77' }, { age_years: null, unborn: true }],
  ['age 99 is unknown', { ChAge: '99' }, { age_years: null, unborn: false }],
  [
    'the lowest level decides',
    { Mal1Lev: '7', Mal2Lev: '3', Mal3Lev: '88' },
    { disposition: 'alternative_response_victim' },
  ],
  ['intentionally false is unsubstantiated', { Mal1Lev: '6' }, { disposition: 'unsubstantiated' }],
  ['no alleged maltreatment is other', { Mal1Lev: '8' }, { disposition: 'other' }],
  [
    'the report’s own disposition decides nothing',
    { RptDisp: '1', Mal1Lev: '5' },
    { disposition: 'unsubstantiated' },
  ],
  ['a death', { MalDeath: '1', Mal1Lev: '5' }, { maltreatment_death: true, disposition: 'unsubstantiated' }],
  ['a county that is unknown falls back on the report’s', { ChCnty: '999' }, { county: '001' }],
  ['no AFCARS id', { AFCARSID: '' }, { afcars_id: null }],
])('%s', async (_, fields, expected) => {
  const { reports, problems } = await read({ 'a.txt': `${fixed(fields)}\n` });
  expect(problems).toEqual([]);
  expect(reports[0]).toMatchObject(expected);
});

test('the same report and child again: the later year wins, in one file or several, in any order', async () => {
  const older = { SubYr: '2023', Mal1Lev: '5', RptDisDt: '09202023' };
  const joined = await read({ 'a.csv': delimited({}, older) });
  const apart = await read({ 'z.csv': delimited(older), 'a.csv': delimited({}) });
  for (const { reports } of [joined, apart])
    expect(reports.map(({ disposition, disposition_date }) => [disposition, disposition_date])).toEqual([
      ['substantiated', '2024-02-10'],
    ]);
  expect(joined.reading?.asOf).toBe('2024-09-30');
});

test('a child’s facts come from the latest report that knows them', async () => {
  const { children } = await read({
    'a.csv': delimited(
      { RptID: 'R1', ChSex: '2', ChBDate: '' },
      { RptID: 'R2', RptDt: '02012024', ChSex: '9' },
    ),
  });
  expect(children).toMatchObject([{ child_id: 'C1', sex: 'female', birth_date: '2017-05-04' }]);
});

const layoutRun = async (layout: string, line: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'midcourse-layout-'));
  const path = join(folder, 'own.csv');
  await writeFile(path, layout);
  return read({ 'ncands.txt': line }, { ncandsLayout: path }).finally(() => rm(folder, { recursive: true }));
};

const ownLayout =
  'name,start,width\nRptID,1,4\nChID,5,4\nSubYr,9,4\nStaTerr,13,2\nRptDt,15,8\nMal1Lev,23,2\n';

test('a user’s own layout is used', async () => {
  const { reports, problems } = await layoutRun(ownLayout, 'R001C0012024MD0115202402\n');
  expect(problems).toEqual([]);
  expect(reports).toMatchObject([{ report_id: 'R001', child_id: 'C001', disposition: 'indicated' }]);
});

test.each<[string, string, number | null]>([
  ['no header', ownLayout.replace('name,start,width\n', ''), 1],
  ['a line that is none', ownLayout.replace('ChID,5,4', 'ChID,zero,4'), 3],
  ['a field that is missing', ownLayout.replace('Mal1Lev', 'Mal9Lev'), null],
])('a layout with %s stops the import', async (_, layout, line) => {
  const { problems } = await layoutRun(layout, 'R001C0012024MD0115202402\n');
  expect(problems).toEqual([['layout-unreadable', line, null, 'stop']]);
});
