import { expect, test } from 'vitest';
import { getPublishedMeasure, getPublishedState, listPublishedGroups, listPublishedStates } from './reads.ts';

test('California, permanency in 12 months: windows in order, each as last published', () => {
  const { observed, standing } = getPublishedMeasure('ca', 'P1');
  expect(observed.map(({ period }) => period)).toEqual([
    '19B20A', '20A20B', '20B21A', '21A21B', '21B22A', '22A22B', '22B23A', '23A23B',
  ]); // biome-ignore format: eight windows in a line
  expect(observed.find(({ period }) => period === '21A21B')).toMatchObject({
    publication: '2025-08',
    earlier: [{ publication: '2024-08' }],
  });
  expect(standing).toMatchObject({ period: '23B24A', nationalPerformance: 35.2 });
});

test('the anomalous window shows its note and what was published before', () => {
  const { observed } = getPublishedMeasure('CA', 'P5');
  const anomalous = observed.find(({ period }) => period === '22B23A');
  expect(anomalous?.note).toContain('Anomalous');
  expect(anomalous?.value).toBeCloseTo(12.784582, 6);
  expect(anomalous?.earlier).toEqual([{ publication: '2024-08', value: 3.487187 }]);
  expect(observed.filter(({ note }) => note !== null)).toHaveLength(1);
});

test('every jurisdiction has every measure; the entry rate has no standing; DQ is shown', () => {
  for (const { state } of listPublishedStates()) {
    const { measures } = getPublishedState(state);
    expect(measures.map(({ observed }) => observed.length > 0)).toEqual(Array(8).fill(true));
    expect(measures.map(({ standing }) => standing !== null)).toEqual([...Array(7).fill(true), false]);
  }
  expect(listPublishedStates()).toHaveLength(52);
  expect(getPublishedMeasure('WY', 'P1').standing?.status).toBe('DQ');
});

test('groups of the nation keep their windows apart', () => {
  const rows = listPublishedGroups('P1').filter(({ group }) => group === '17 yrs');
  expect(rows.map(({ period }) => period)).toEqual([...new Set(rows.map(({ period }) => period))]);
  expect(rows.length).toBeGreaterThan(4);
});

test('a state that is none is not found', () => {
  expect(() => getPublishedMeasure('ZZ', 'P1')).toThrow('ZZ');
});
