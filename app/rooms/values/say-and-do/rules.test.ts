import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Deed, deeds, monthsBetween, sayAndDo, sayAndDoByMonth } from './rules.ts';

const values = ['home', 'ties', 'safe'].map((id) => ({ id, statement: `We want ${id}.` }));
const minutes = (amount: number, on: string, ...served: string[]): Deed => ({
  kind: 'minutes',
  amount,
  on,
  values: served,
});

test('worked by hand: 200 minutes, of which 18 for home, 60 shared by two, 40 for none', () => {
  const { rows, totals, largest } = sayAndDo({
    values,
    deeds: [
      minutes(18, '2026-07-06', 'home'),
      minutes(60, '2026-08-03', 'ties', 'safe'),
      minutes(82, '2026-09-07', 'safe'),
      minutes(40, '2026-09-07'),
    ],
  });
  expect(totals.minutes).toBe(200);
  expect(rows.map(({ valueId, shares }) => [valueId, shares.minutes])).toEqual([
    ['home', 0.09],
    ['ties', 0.15],
    ['safe', 0.56],
    [null, 0.2],
  ]);
  expect(largest).toEqual({ valueId: 'home', kind: 'minutes', said: 1, done: 3 });
});

test('where deeds follow the order there is no difference to tell; where there are hardly any, neither', () => {
  const inOrder = [minutes(60, '2026-07-06', 'home'), minutes(30, '2026-07-06', 'ties')];
  expect(sayAndDo({ values, deeds: inOrder }).largest).toBeNull();
  expect(sayAndDo({ values, deeds: [minutes(50, '2026-07-06', 'safe')] }).largest).toBeNull();
});

test('a kind without anything has no share, and a value unknown here counts for none', () => {
  const { rows } = sayAndDo({ values, deeds: [minutes(10, '2026-07-06', 'another county’s')] });
  expect(rows[0]?.shares).toEqual({ minutes: 0, decisions: null, changes: null, measures: null });
  expect(rows.at(-1)?.shares.minutes).toBe(1);
});

test('five decisions say as much as an hour; of equal differences review time is told', () => {
  const decided = Array.from({ length: 5 }, () => ({
    kind: 'decisions' as const,
    amount: 1,
    on: '2026-07-06',
    values: ['safe'],
  }));
  expect(sayAndDo({ values, deeds: decided }).largest).toMatchObject({ kind: 'decisions', valueId: 'home' });
  const both = [...decided, minutes(90, '2026-07-06', 'safe')];
  expect(sayAndDo({ values, deeds: both }).largest).toMatchObject({ kind: 'minutes', valueId: 'home' });
});

test('months run over the year’s end, and each holds its own', () => {
  expect(monthsBetween('2026-11-15', '2027-01-02')).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
  const deedsOfTwo = [minutes(10, '2026-11-30', 'home'), minutes(20, '2026-12-01', 'home')];
  const byMonth = sayAndDoByMonth({ values, deeds: deedsOfTwo }, '2026-11-01', '2026-12-31');
  expect(byMonth.map(({ month, totals }) => [month, totals.minutes])).toEqual([
    ['2026-11-01', 10],
    ['2026-12-01', 20],
  ]);
});

test('nothing is lost and nothing counted twice: the rows of a kind add up to its total', () => {
  const anyDeed = fc.record({
    kind: fc.constantFrom(...deeds),
    amount: fc.integer({ min: 0, max: 500 }),
    on: fc.constant('2026-07-06'),
    values: fc.array(fc.constantFrom('home', 'ties', 'safe', 'unknown'), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 30 }), (some) => {
      const { rows, totals } = sayAndDo({ values, deeds: some });
      for (const kind of deeds) {
        const sum = rows.reduce((all, { amounts }) => all + amounts[kind], 0);
        expect(sum).toBeCloseTo(totals[kind], 6);
      }
    }),
  );
});
