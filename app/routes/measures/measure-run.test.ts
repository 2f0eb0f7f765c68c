import { describe, expect, test } from 'vitest';
import { catalog, type Figure, type MeasureId, type PolicyChange } from '../../rooms/measures/public.ts';
import { changesInWords } from '../../ui/charts/change-marks.ts';
import { runTable } from '../../ui/charts/run-table.ts';
import { standingSentence } from '../../words/standing-sentence.ts';
import { runTableWords } from './chart-words.ts';
import { measureRun } from './measure-run.ts';

const monthFrom = (start: string, after: number): string => {
  const month = Number(start.slice(5, 7)) - 1 + after;
  return new Date(Date.UTC(Number(start.slice(0, 4)), month, 1)).toISOString().slice(0, 10);
};
const lastOf = (month: string): string =>
  new Date(Date.parse(monthFrom(month, 1)) - 86_400_000).toISOString().slice(0, 10);

/** Monthly shares of 1,000, final up to `finals`. */
const months = (measure: MeasureId, shares: readonly number[], finals = shares.length): Figure[] =>
  shares.map((share, index) => {
    const from = monthFrom('2022-01-01', index);
    return {
      ...{ measure, from: 'records', window: { from, to: lastOf(from) } },
      ...{ numerator: share, denominator: 1000, value: share / 10, interval: null },
      ...{ final: index < finals, by: {}, second: null, incomplete: false, absent: null, notCarried: {} },
    };
  });

const wobble = (mean: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => mean + ([0, 9, -7, 4, -9, 6][index % 6] ?? 0));

const change = (moves: readonly MeasureId[], on = '2024-01-01'): PolicyChange => ({
  ...{ id: 'a', kind: 'policy', place: 'state', on, label: 'Alternative response', words: '', source: '' },
  ...{ measures: ['C1', 'S2'], moves, version: 1, changeWhy: '', isWithdrawn: false, saidOn: on, saidAs: '' },
});

const limitsOf = (run: ReturnType<typeof measureRun>) =>
  Map.groupBy(
    run.series.points.flatMap(({ usual }) => (usual ? [usual] : [])),
    ({ phase }) => phase,
  );

describe('a series that jumps on the day a rule changes', () => {
  const jump = months('C1', [...wobble(900, 24), ...wobble(700, 14)]);

  test('is a signal where nobody wrote the change down, or where it moves nothing by definition', () => {
    for (const changes of [[], [change(['S2'])]]) {
      const run = measureRun(catalog.C1, jump, changes);
      expect(run).toMatchObject({ reading: 'concern', standing: { change: { sinceMonth: 'January 2024' } } });
      expect(limitsOf(run).size).toBe(1);
    }
  });

  test('is none where it is on record: old and new limits both stand, the sentence speaks of the new rule', () => {
    const run = measureRun(catalog.C1, jump, [change(['C1'])]);
    expect(run).toMatchObject({ reading: 'steady', stage: 'full' });
    expect(run.series.points.every(({ sign }) => sign === null)).toBe(true);
    expect([...limitsOf(run).values()].map(([first]) => Math.round(first?.mean ?? 0))).toEqual([90, 70]);
    expect(standingSentence(run.standing)).toMatch(/, by the rule in force since January 2024$/);
    expect(changesInWords(run.series)).toBe(
      ' Changes of policy: 1 Jan 2024: Alternative response, counted anew from then on.',
    );
    expect(runTable(run.series, runTableWords('')).rows[24]?.[4]).toMatch(/from 1 Jan 2024: Alternative/);
  });

  test('what moves after it is seen against the new limits', () => {
    const later = months('C1', [...wobble(900, 24), ...wobble(700, 14), ...wobble(640, 8)]);
    expect(measureRun(catalog.C1, later, [change(['C1'])])).toMatchObject({
      reading: 'concern',
      standing: { change: { isUp: false, sinceMonth: 'March 2025' } },
    });
  });

  test('needs six points of its own: until then it is too early, and before there is one the old baseline speaks', () => {
    const five = measureRun(catalog.C1, jump.slice(0, 29), [change(['C1'])]);
    expect(five).toMatchObject({ reading: 'unknown', stage: 'run-line', standing: { amount: 'new' } });
    expect(standingSentence(five.standing)).toContain('counted by a new rule from January 2024, too early');
    expect(limitsOf(five).size).toBe(1);
    const none = measureRun(catalog.C1, months('C1', [...wobble(900, 24), ...wobble(700, 3)], 24), [
      change(['C1']),
    ]);
    expect(none).toMatchObject({ reading: 'steady', stage: 'full' });
    expect(standingSentence(none.standing)).not.toContain('rule');
  });
});

test('a period whose children are followed across the day is held against neither baseline', () => {
  const shares = [...wobble(100, 24), ...wobble(140, 6), ...wobble(160, 6), ...wobble(180, 12)];
  const run = measureRun(catalog.S2, months('S2', shares), [change(['S2'], '2025-01-01')]);
  const judged = run.series.points.map(({ usual }) => usual !== null);
  expect(judged.indexOf(false)).toBe(24);
  expect(judged.indexOf(true, 24)).toBe(36);
  expect(run.reading).toBe('steady');
});
