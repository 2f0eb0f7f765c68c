import { expect, test } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import type { MeasureId } from '../catalog/definition-shape.ts';
import type { Manifest } from '../imports/manifest.ts';
import { isFinal, isIncomplete } from './finality.ts';

const window = { from: '2022-10-01', to: '2023-09-30' };

test.each<[MeasureId, string]>([
  ['P1', '2024-09-30'],
  ['P2', '2023-09-30'],
  ['S1', '2023-10-07'],
  ['H4', '2023-11-29'],
  ['S2', '2024-09-30'],
])('%s is final from %s', (id, day) => {
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  expect(isFinal(catalog[id], window, day, [])).toBe(true);
  expect(isFinal(catalog[id], window, before, [])).toBe(false);
});

test('what rests on findings waits until at most 1% of the reports is pending', () => {
  const days = (pending: number) => [
    { on: '2022-09-30', reports: 50, pending: 50 },
    { on: '2023-01-01', reports: 150, pending: 0 },
    { on: '2024-09-30', reports: 50, pending },
  ];
  expect(isFinal(catalog.S2, window, '2025-01-01', days(2))).toBe(true);
  expect(isFinal(catalog.S2, window, '2025-01-01', days(3))).toBe(false);
  expect(isFinal(catalog.S1, window, '2025-01-01', days(3))).toBe(true);
  expect(isFinal(catalog.H5, window, '2025-01-01', days(50))).toBe(true);
});

const loaded = (...years: number[]): Manifest => ({
  format: 1,
  contentId: 'a'.repeat(64),
  asOf: '2024-09-30',
  agency: null,
  programVersion: '0',
  madeAt: '2026-01-01T00:00:00.000Z',
  sources: years.map((fiscalYear) => ({
    ...{ name: 'x', kind: 'ncands' as const, bytes: 1, sha256: 'a'.repeat(64), periodEnd: null, fiscalYear },
    ...{ rows: 1, setAside: 0 },
  })),
  tables: { reports: { file: 'reports.parquet', sha256: 'a'.repeat(64), rows: 1, from: ['ncands'] } },
  problems: { file: null, total: 0, setAside: 0 },
  qualityFile: null,
  settings: {},
});

test('NCANDS: incomplete until the file of the federal year after the window is there', () => {
  expect(isIncomplete(catalog.S2, window, loaded(2022, 2023))).toBe(true);
  expect(isIncomplete(catalog.S2, window, loaded(2023, 2024))).toBe(false);
  expect(isIncomplete(catalog.P1, window, loaded(2023))).toBe(false);
  const fromPackage = { ...loaded(2023), tables: {} };
  expect(isIncomplete(catalog.S2, window, fromPackage)).toBe(false);
});
