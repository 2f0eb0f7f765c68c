import { expect, test } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { readStandings, statusOf } from './standing.ts';

const standings = readStandings();
const withFigures = standings.filter(({ status }) => status !== 'DQ');

test('seven indicators, 52 jurisdictions, 28 of the 364 with DQ', () => {
  expect(standings).toHaveLength(7 * 52);
  expect(withFigures).toHaveLength(336);
  const dq = standings.filter(({ status }) => status === 'DQ');
  expect(dq).toHaveLength(28);
  for (const row of dq) expect(row).toMatchObject({ observed: null, rsp: null, numerator: null });
});

test('all 336 statuses follow from the interval and national performance', () => {
  const derived = withFigures.map(
    ({ measure, rsp, nationalPerformance }) => rsp && statusOf(measure, rsp.interval, nationalPerformance),
  );
  expect(derived).toEqual(withFigures.map(({ status }) => status));
});

test('all 336 observed values follow from numerator and denominator, to the rounding of the publication', () => {
  const half = { S1: 0.005, P5: 0.005 } as Readonly<Record<string, number>>;
  for (const { measure, state, numerator, denominator, observed } of withFigures) {
    const computed = (catalog[measure].unit.per * (numerator ?? 0)) / (denominator ?? 0);
    expect(Math.abs(computed - (observed ?? 0)), `${measure} ${state}`).toBeLessThan(
      (half[measure] ?? 0.05) + 1e-9,
    );
  }
});

test('on the line is no different, and direction decides the rest', () => {
  expect(statusOf('P1', [35.2, 40], 35.2)).toBe('No different');
  expect(statusOf('P1', [35.3, 40], 35.2)).toBe('Better');
  expect(statusOf('P4', [5.7, 6], 5.6)).toBe('Worse');
  expect(statusOf('P4', [5, 5.5], 5.6)).toBe('Better');
});

test('an interval holds its estimate', () => {
  for (const { rsp } of withFigures) {
    expect(rsp && rsp.interval[0] <= rsp.value && rsp.value <= rsp.interval[1]).toBe(true);
  }
});

test('the catalog names the same national performance', () => {
  for (const { measure, nationalPerformance } of standings) {
    expect(catalog[measure].nationalPerformance).toBe(nationalPerformance);
  }
});
