import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOfFigures } from './figure-sums.ts';
import { hiddenCells, type TwoWayTable } from './hidden-cells.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { type CellFigure, isTooSmall, sizeOf, usualRule } from './small-cell-rule.ts';

const share = (events: number, of: number): CellFigure => ({ kind: 'share', events, of });

const marginsOf = (table: TwoWayTable) => {
  const columns = [...new Set(Object.values(table).flatMap(Object.keys))];
  const column = (name: string): CellFigure =>
    sumOfFigures(Object.values(table).flatMap((row) => row[name] ?? []));
  return {
    rows: hiddenGroups(
      Object.fromEntries(
        Object.entries(table).map(([row, cells]) => [row, sumOfFigures(Object.values(cells))]),
      ),
    ),
    columns: hiddenGroups(Object.fromEntries(columns.map((name) => [name, column(name)]))),
  };
};

const cellsOf = (table: TwoWayTable) => {
  const { isHidden } = hiddenCells(table, marginsOf(table));
  return Object.entries(table).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, figure]) => ({
      name: `${row}/${column}`,
      figure,
      isHidden: isHidden(row, column),
    })),
  );
};

test('one small cell takes three others with it: a rectangle', () => {
  const row = { '0-5': share(40, 90), '6-10': share(40, 90), '11-17': share(40, 90) };
  const hidden = cellsOf({ A: row, B: { ...row, '6-10': share(4, 90) }, C: row })
    .filter(({ isHidden }) => isHidden)
    .map(({ name }) => name);
  expect(hidden).toHaveLength(4);
  expect(hidden).toContain('B/6-10');
});

/** The same numbers in every run, between 0 and 1. */
const chances = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const ages = { '0-3 months': 0.1, '4-11 months': 0.08, '1-5': 0.3, '6-10': 0.24, '11-16': 0.22, '17': 0.06 };
const races = { white: 0.5, hispanic: 0.2, black: 0.14, two: 0.09, native: 0.05, asian: 0.02 };

/** A state of so many children in 24 counties of log-normal sizes. */
const stateOf = (
  children: number,
  groups: Readonly<Record<string, number>>,
  permanency: number,
  seed: number,
): TwoWayTable => {
  const chance = chances(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const weights = Array.from({ length: 24 }, () => Math.exp(1.2 * normal()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const near = (mean: number): number => Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  return Object.fromEntries(
    weights.map((weight, county) => [
      `county ${county}`,
      Object.fromEntries(
        Object.entries(groups).map(([group, part]) => {
          const of = near((children * part * weight) / all);
          return [group, share(Math.min(of, near(permanency * of)), of)];
        }),
      ),
    ]),
  );
};

test.each([
  ['age', 3000, ages, 0.8, 0.55],
  ['race and ethnicity', 3000, races, 0.8, 0.6],
  ['sex', 3000, { female: 0.5, male: 0.5 }, 0.8, 0.8],
  ['age', 12_000, ages, 0.9, 0.85],
])(
  'by %s, %i children: nearly all cells that are not small themselves are shown',
  (_, children, groups, ofCells, ofChildren) => {
    const cells = [1, 2, 3, 4, 5].flatMap((seed) => cellsOf(stateOf(children, groups, 0.38, seed)));
    const large = cells.filter(
      ({ figure }) => figure.events + sizeOf(figure) > 0 && !isTooSmall(figure, usualRule),
    );
    const shown = cells.filter(({ isHidden }) => !isHidden);
    const childrenIn = (list: typeof cells): number =>
      list.reduce((sum, { figure }) => sum + sizeOf(figure), 0);
    expect(large.filter(({ isHidden }) => !isHidden).length / large.length).toBeGreaterThan(ofCells);
    expect(childrenIn(shown) / childrenIn(cells)).toBeGreaterThan(ofChildren);
  },
);

test('of a hidden county every cell is hidden, so that another table of the same counties adds nothing', () => {
  const table = stateOf(3000, ages, 0.38, 7);
  const { rows, columns } = marginsOf(table);
  expect(rows.hidden.size).toBeGreaterThan(2);
  const shown = cellsOf(table).filter(({ isHidden }) => !isHidden);
  expect(shown.filter(({ name }) => rows.hidden.has(name.split('/')[0] ?? ''))).toEqual([]);
  expect(shown.filter(({ name }) => columns.hidden.has(name.split('/')[1] ?? ''))).toEqual([]);
});

test('the order of rows and columns makes no difference', () => {
  const turned = (table: TwoWayTable): TwoWayTable =>
    Object.fromEntries(
      Object.entries(table)
        .toReversed()
        .map(([row, cells]) => [row, Object.fromEntries(Object.entries(cells).toReversed())]),
    );
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const table = stateOf(2000, races, 0.3, seed);
      const names = (of: TwoWayTable): string[] =>
        cellsOf(of)
          .flatMap(({ name, isHidden }) => (isHidden ? [name] : []))
          .sort();
      expect(names(turned(table))).toEqual(names(table));
    }),
    { numRuns: 10 },
  );
});

test('a cell that is not there is hidden with its row, and else shown as nobody', () => {
  const table = {
    A: { x: share(40, 90), y: share(50, 120) },
    B: { x: share(50, 200) },
    C: { x: share(2, 9) },
    D: { x: share(20, 40), y: share(20, 50) },
  };
  const { isHidden } = hiddenCells(table, marginsOf(table));
  expect([...marginsOf(table).rows.hidden]).toEqual(['C', 'D']);
  expect(isHidden('C', 'y')).toBe(true);
  expect(isHidden('B', 'y')).toBe(false);
});
