import { expect, test } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { readObservedByGroup, readObservedByState } from './observed.ts';

test.each([
  ['states', readObservedByState(), 5408, 257],
  ['groups of the nation', readObservedByGroup(), 1644, 42],
])('%s: every value follows from its numerator and denominator', (_, rows, all, blank) => {
  expect(rows).toHaveLength(all);
  expect(rows.filter(({ value }) => value === null)).toHaveLength(blank);
  for (const { measure, period, publication, numerator, denominator, value } of rows) {
    if (value === null || !denominator) continue;
    const computed = (catalog[measure].unit.per * (numerator ?? 0)) / denominator;
    const rounding = catalog[measure].unit.per === 100 ? 0.5e-4 : 0.5e-6;
    expect(Math.abs(computed - value), `${measure} ${period} ${publication}`).toBeLessThan(rounding + 1e-9);
  }
});

test('only placement stability of 22B23A in the last publication carries the note', () => {
  const noted = readObservedByState().filter(({ note }) => note !== null);
  expect(noted).toHaveLength(52);
  expect(
    new Set(noted.map(({ measure, period, publication }) => `${measure} ${period} ${publication}`)),
  ).toEqual(new Set(['P5 22B23A 2025-08']));
});

test('one spelling for each group', () => {
  const groups = new Set(readObservedByGroup().map(({ group }) => group));
  expect(groups.has('American Indian/Alaska Native')).toBe(true);
  expect([...groups].some((group) => group.includes('Alaskan'))).toBe(false);
});
