/** An agency that brings sums instead of records gets figures too, labelled so. */
import { expect, test } from 'vitest';
import { versionOfRows } from '../../../../tests/support/package-version.ts';
import { computeFigures } from './compute.ts';

const window = { from: '2022-10-01', to: '2023-09-30' };
const row = (
  measure: string,
  breakdown: string | null,
  group_name: string | null,
  numerator: number,
  denominator: number,
) => ({
  ...{ measure, period_from: window.from, period_to: window.to },
  ...{ breakdown, group_name, numerator, denominator },
});

test('sums as given become figures, groups and filters among them', async () => {
  const aggregates = [
    row('P1', null, null, 40, 100),
    row('P1', 'county', 'Alder', 10, 30),
    row('P1', 'county', 'Birch', 30, 70),
    row('S1', null, null, 5, 100_000),
  ];
  const version = await versionOfRows({ aggregates }, '2024-09-30');
  const asked = { windows: [window], by: ['county'] as const, asOf: '2024-09-30' };
  const { figures } = await computeFigures(version, { ...asked, measures: ['P1', 'S1', 'P4'] });
  const alder = await computeFigures(version, {
    ...asked,
    measures: ['P1'],
    by: [],
    where: { county: 'Alder' },
  });
  version.remove();
  expect(figures[0]).toMatchObject({
    numerator: 40,
    denominator: 100,
    value: 40,
    from: 'aggregates',
    final: true,
  });
  expect(figures[0]?.by.county?.Birch).toMatchObject({ numerator: 30, denominator: 70 });
  expect(figures[1]?.value).toBe(5);
  expect(figures[2]).toMatchObject({
    numerator: null,
    value: null,
    absent: 'The data hold no removals file.',
  });
  expect(alder.figures[0]).toMatchObject({ numerator: 10, denominator: 30 });
});

test('records come before sums', async () => {
  const children = [{ child_id: 'c1', birth_date: '2015-01-01' }];
  const removals = [
    { child_id: 'c1', removal_date: '2023-01-01', discharge_date: null, discharge_reason: null },
  ];
  const version = await versionOfRows(
    { children, removals, aggregates: [row('P1', null, null, 40, 100)] },
    '2024-09-30',
  );
  const { figures } = await computeFigures(version, {
    measures: ['P1'],
    windows: [window],
    by: [],
    asOf: '2024-09-30',
  });
  version.remove();
  expect(figures[0]).toMatchObject({ numerator: 0, denominator: 1, from: 'records' });
});
