import { expect, test } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import type { Figure } from './figure.ts';
import { readUsualRange } from './usual-range.ts';

const figure = (numerator: number, final: boolean): Figure => ({
  measure: 'P1',
  from: 'records',
  window: { from: '2024-01-01', to: '2024-01-31' },
  numerator,
  denominator: 100,
  value: numerator,
  interval: null,
  final,
  by: {},
  second: null,
  incomplete: false,
  absent: null,
  notCarried: {},
});

test('a share is read as p′ in percent, and figures in flight are never judged', () => {
  const months = [40, 42, 41, 39, 40, 43, 38, 41, 40, 42, 39, 41, 40].map((n) => figure(n, true));
  const reading = readUsualRange(catalog.P1, [...months, figure(1, false), figure(2, false)]);
  expect(reading.phases).toMatchObject([{ stage: 'full', points: 13, sigmaZ: 1 }]);
  expect(reading.points[13]).toMatchObject({ value: null, signals: [] });
  expect(reading.change).toBeNull();
  expect(readUsualRange(catalog.P1, [...months, figure(1, true)]).points[13]?.judgements).toEqual([
    'concern',
  ]);
});
