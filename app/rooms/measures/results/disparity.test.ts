import { expect, test } from 'vitest';
import { cellOf, noCell } from './cell.ts';
import { countedOver, type DisparityCounts, disparityOf, referenceGroup } from './disparity.ts';
import type { Cell, Figure } from './figure.ts';
import { funnelOf } from './funnel.ts';

const share = { kind: 'share', per: 100 } as const;
const cell = (numerator: number, denominator: number): Cell =>
  cellOf({ unit: { per: 100, words: '', short: '' }, interval: 'wilson' }, numerator, denominator);

/** Group b has the same figures at each age, and more of the young. */
const counts: DisparityCounts = {
  everybody: cell(300, 1500),
  groups: { a: cell(180, 1000), b: cell(110, 450), unknown: cell(10, 50) },
  agesOfEverybody: { young: cell(200, 500), old: cell(100, 1000) },
  agesOf: {
    a: { young: cell(80, 200), old: cell(80, 800) },
    b: { young: cell(100, 250), old: cell(20, 200) },
  },
};

test('adjusted by age, what differs by age alone is gone; unadjusted it stands beside', () => {
  const rows = disparityOf(share, counts, 'a').rows;
  const b = rows.find(({ group }) => group === 'b');
  expect(b?.cell.value).toBeCloseTo(24.4, 1);
  expect(b?.adjusted?.value).toBeCloseTo(20, 6);
  expect(b?.ratio?.ratio).toBeCloseTo(110 / 450 / (180 / 1000), 12);
  expect(b?.index).toBeCloseTo(110 / 300 / (450 / 1500), 12);
  expect(rows.find(({ group }) => group === 'a')?.ratio, 'not against itself').toBeNull();
  expect(rows.find(({ group }) => group === 'unknown')?.adjusted, 'ages were not read').toBeNull();
});

test('a cell that is not shown has no ratio, no index, and leaves its group unadjusted', () => {
  const hidden = {
    ...counts,
    groups: { ...counts.groups, b: noCell },
    agesOf: { ...counts.agesOf, a: { young: noCell, old: cell(80, 800) } },
  };
  const { rows } = disparityOf(share, hidden, 'a');
  expect(rows.find(({ group }) => group === 'b')).toMatchObject({ ratio: null, index: null });
  expect(rows.find(({ group }) => group === 'a')).toMatchObject({ adjusted: null });
  expect(
    disparityOf(share, { ...counts, groups: { a: noCell, b: counts.groups.b as Cell } }, 'a').rows[1]?.ratio,
  ).toBeNull();
});

test('the largest known group is what others are held against', () => {
  expect(referenceGroup({ x: cell(1, 10), unknown: cell(1, 900), y: cell(1, 200), z: noCell })).toBe('y');
  expect(referenceGroup({ unknown: cell(1, 900) })).toBeNull();
  expect(referenceGroup({ x: noCell, y: noCell }), 'none that is not shown').toBeNull();
});

test('over all children who live here: numerators of one, denominators of the other', () => {
  const living = (children: number): Cell => cell(0, children);
  const population: DisparityCounts = {
    everybody: living(60_000),
    groups: { a: living(50_000), b: living(9000), c: living(1000) },
    agesOfEverybody: { young: living(20_000), old: living(40_000) },
    agesOf: { a: { young: living(15_000), old: living(35_000) } },
  };
  const { everybody, groups, agesOf } = countedOver({ kind: 'rate', per: 1000 }, counts, population);
  expect(everybody.value).toBeCloseTo(5, 12);
  expect(groups.b?.value).toBeCloseTo((1000 * 110) / 9000, 12);
  expect(groups.c, 'nobody counted is zero, not unknown').toMatchObject({ numerator: 0, value: 0 });
  expect(groups.unknown?.value, 'nobody lives here of whom this is not known').toBeNull();
  expect(agesOf.a?.young?.value).toBeCloseTo((1000 * 80) / 15_000, 12);
});

const figure = (over: Partial<Figure>): Figure => ({
  ...cell(380, 1000),
  measure: 'P1',
  window: { from: '2024-10-01', to: '2025-09-30' },
  final: true,
  by: {},
  second: null,
  incomplete: false,
  absent: null,
  notCarried: {},
  from: 'records',
  ...over,
});

const counties = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`County ${index}`, cell(76 + (index % 3), 200)]),
);

test('a county far from the rest is flagged when the window is final, and only then', () => {
  const county = { ...counties, 'County 4': cell(25, 200), unknown: cell(9, 9), 'County 7': noCell };
  const final = funnelOf(figure({ by: { county } }), 'county');
  expect(final?.units.filter(({ flag }) => flag).map(({ group, flag }) => [group, flag])).toEqual([
    ['County 4', 'below'],
  ]);
  expect(final?.units.find(({ group }) => group === 'County 7')).toMatchObject({ isInFunnel: false });
  expect(
    final?.units.some(({ group }) => group === 'unknown'),
    'not known is no place',
  ).toBe(false);
  const inFlight = funnelOf(figure({ by: { county }, final: false }), 'county');
  expect(inFlight).toMatchObject({ isJudged: false });
  expect(inFlight?.units.some(({ flag }) => flag)).toBe(false);
});

test('limits stand from the smallest to the largest, in the unit of the measure', () => {
  const funnel = funnelOf(
    figure({ by: { county: { ...counties, small: cell(8, 20), large: cell(300, 800) } } }),
    'county',
  );
  const sizes = funnel?.widths.map(({ size }) => size) ?? [];
  expect([sizes[0], sizes.at(-1)]).toEqual([20, 800]);
  for (const { near, far } of funnel?.widths ?? []) {
    expect(far[0]).toBeLessThanOrEqual(near[0]);
    expect(near[1]).toBeLessThanOrEqual(far[1]);
    expect(far[1]).toBeLessThanOrEqual(100);
  }
});

test('fewer than five places, or nothing counted: no funnel', () => {
  const few = Object.fromEntries(Object.entries(counties).slice(0, 4));
  expect(funnelOf(figure({ by: { county: few } }), 'county')).toBeNull();
  expect(funnelOf(figure({}), 'county')).toBeNull();
});
