/** The records behind a figure: who gets which, under what names, and that each reading is on record. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { versionOfRows } from '../../../../tests/support/package-version.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { resultsPolicy } from './policy.ts';
import { pseudonymsOf } from './pseudonym.ts';
import { listRecords, type RecordsRequest } from './records.ts';
import { recordsAsCsv } from './records-csv.ts';

const window = { from: '2023-10-01', to: '2024-09-30' };
const counties = ['Alder', 'Alder', 'Birch', 'Birch', 'Birch', null];

const children = counties.map((_, index) => ({ child_id: `C${index}`, birth_date: '2015-05-05' }));
const removals = counties.map((county, index) => ({
  child_id: `C${index}`,
  removal_date: `2023-1${index % 3}-15`,
  discharge_date: index % 2 === 0 ? '2024-03-01' : null,
  discharge_reason: index % 2 === 0 ? 'reunification' : null,
  county,
  unit: county && `${county} ${index % 2}`,
}));

let database: FreshDatabase;
let files: Awaited<ReturnType<typeof versionOfRows>>;
beforeAll(async () => {
  database = await freshDatabase();
  files = await versionOfRows({ children, removals }, '2025-12-31');
});
afterAll(async () => {
  files.remove();
  await database.close();
});

const ask: RecordsRequest = { measure: 'P1', window, where: {}, offset: 0, limit: 50 };
const names = pseudonymsOf('a secret of this installation', 'content');

const readAt = (place: Place, request: Partial<RecordsRequest> = {}) =>
  listRecords(
    { database, files, versionNumber: 7, names },
    scopeFor(actorAs('analyst', place), resultsPolicy['records.read']),
    { ...ask, ...request },
  );

test('the state’s analyst gets every record of the figure, without a day, an id or a birth date', async () => {
  const read = await readAt('state');
  expect(read).toMatchObject({ total: 6, events: 3, exposure: 6, absent: null });
  expect(read.records.map(({ anchorMonth }) => anchorMonth)).toEqual([
    '2023-12',
    '2023-12',
    '2023-11',
    '2023-11',
    '2023-10',
    '2023-10',
  ]);
  const csv = recordsAsCsv(read.records, { measure: 'P1', window, asOf: '2025-12-31', dataVersion: 7 });
  expect(csv.split('\n')).toHaveLength(8);
  expect(csv).not.toMatch(/C\d|2015|-15/);
});

test('a county’s analyst gets that county’s, whatever is asked', async () => {
  const read = await readAt('county:Alder');
  expect(new Set(read.records.map(({ county }) => county))).toEqual(new Set(['Alder']));
  expect(read).toMatchObject({ total: 2, events: 1 });
  expect(await readAt('county:Alder', { where: { county: 'Birch' } })).toMatchObject({
    total: 0,
    records: [],
  });
  expect(await readAt('unit:Birch/Birch 1')).toMatchObject({ total: 1 });
  expect((await readAt('unit:Birch/Birch 1', { measure: 'H1' })).absent).not.toBeNull();
});

test('pages add up to the whole, and a page past the end still says how many there are', async () => {
  const whole = (await readAt('state')).records.map(({ subject }) => subject);
  const pages = [0, 2, 4].map((offset) => readAt('state', { offset, limit: 2 }));
  const paged = (await Promise.all(pages)).flatMap(({ records }) => records.map(({ subject }) => subject));
  expect(paged).toEqual(whole);
  expect(await readAt('state', { offset: 50 })).toMatchObject({ total: 6, records: [] });
});

test('a pseudonym is the same in one version, another in the next, and another elsewhere', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => `child ${index}`);
  const inOne = ids.map(names.nameOf);
  expect(new Set(inOne).size).toBe(ids.length);
  expect(inOne.every((name) => /^[A-Z2-9]{5}-[A-Z2-9]{5}$/.test(name))).toBe(true);
  expect(pseudonymsOf('a secret of this installation', 'content').nameOf('x')).toBe(names.nameOf('x'));
  expect(pseudonymsOf('a secret of this installation', 'other').nameOf('x')).not.toBe(names.nameOf('x'));
  expect(pseudonymsOf('another secret', 'content').nameOf('x')).not.toBe(names.nameOf('x'));
});

test('each reading is on record with what was asked and how many were given', async () => {
  await readAt('county:Alder', { where: { age: '6-10' } });
  const { rows } = await database.owner.query(
    "select actor_id, subject, details from audit_entries where event = 'records-read' order by id desc limit 1",
  );
  expect(rows).toEqual([
    {
      actor_id: 'analyst-at-county:Alder',
      subject: 'data-version:7',
      details: {
        ...{ measure: 'P1', windowFrom: window.from, windowTo: window.to, offset: 0 },
        ...{ where: 'age:6-10', records: 2 },
      },
    },
  ]);
});
