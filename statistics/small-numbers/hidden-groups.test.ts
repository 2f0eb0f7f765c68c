import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesByProgram } from './attacker.fixture.ts';
import { sumOfFigures } from './figure-sums.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { type CellFigure, isTooSmall, isWellHidden, protectedCounts, usualRule } from './small-cell-rule.ts';

const share = (events: number, of: number): CellFigure => ({ kind: 'share', events, of });
const namesOf = (groups: Readonly<Record<string, CellFigure>>): string[] =>
  [...hiddenGroups(groups).hidden].sort();

test.each([
  [share(12, 20), true],
  [share(12, 23), false],
  [share(0, 40), true],
  [share(240, 240), false],
  [share(0, 0), false],
  [{ kind: 'rate', events: 7 } as const, true],
  [{ kind: 'rate', events: 0 } as const, false],
  [{ kind: 'rate', events: 25, children: 3 } as const, true],
])('%j is too small: %s', (figure, isHidden) => {
  expect(isTooSmall(figure, usualRule)).toBe(isHidden);
});

test('a count that is none, or more events than children, is refused', () => {
  for (const figure of [share(12, 10), share(-1, 10), share(1.5, 10)]) {
    expect(() => protectedCounts(figure)).toThrow(RangeError);
  }
});

test('one small group takes the smallest other with it, and more until they hold enough together', () => {
  expect(namesOf({ a: share(4, 60), b: share(12, 90), c: share(30, 150) })).toEqual(['a', 'b']);
  expect(namesOf({ a: share(0, 4), b: share(20, 24), c: share(60, 160), d: share(90, 200) })).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(namesOf({ a: share(40, 90), b: share(50, 90), none: share(0, 0) })).toEqual([]);
});

test('a total that is too small shows nothing; one that says none protects only how many', () => {
  expect(hiddenGroups({ a: share(3, 30), b: share(4, 40) })).toEqual({
    isTotalHidden: true,
    hidden: new Set(['a', 'b']),
  });
  expect(namesOf({ a: share(0, 5), b: share(0, 300), c: share(0, 400) })).toEqual(['a', 'b']);
  expect(namesOf({ a: share(0, 50), b: share(0, 300), c: share(0, 400) })).toEqual(['a', 'b']);
});

const sizes = fc.oneof(fc.nat(5), fc.nat(30), fc.nat(300));
const figures = fc.oneof(
  fc.tuple(sizes, sizes).map(([events, others]) => share(events, events + others)),
  { weight: 1, arbitrary: fc.constant(share(0, 0)) },
);
const states = fc.array(fc.array(figures, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 });

/** State, counties and units, with whether each is shown; atoms are units. */
const tree = (counties: readonly (readonly CellFigure[])[]) => {
  const top = hiddenGroups(Object.fromEntries(counties.map((units, at) => [`${at}`, sumOfFigures(units)])));
  const starts = counties.map((_, at) => counties.slice(0, at).reduce((sum, units) => sum + units.length, 0));
  const parts = counties.flatMap((units, at) => {
    const inside = hiddenGroups(Object.fromEntries(units.map((unit, index) => [`${index}`, unit])));
    const isCountyShown = !top.hidden.has(`${at}`);
    const atoms = units.map((_, index) => (starts[at] ?? 0) + index);
    return [
      { atoms, isShown: isCountyShown },
      ...atoms.map((atom, index) => ({
        atoms: [atom],
        isShown: isCountyShown && !inside.hidden.has(`${index}`),
      })),
    ];
  });
  return [{ atoms: counties.flat().map((_, atom) => atom), isShown: !top.isTotalHidden }, ...parts];
};

test('counties of a state and units of a county: no hidden one can be told', () => {
  fc.assert(
    fc.property(states, (counties) => {
      const all = tree(counties);
      for (const side of [0, 1]) {
        const known = all
          .filter(({ isShown }) => isShown)
          .map(({ atoms }) => ({
            atoms,
            count: atoms.reduce((sum, atom) => {
              const figure = counties.flat()[atom];
              return sum + (figure ? (protectedCounts(figure)[side] ?? 0) : 0);
            }, 0),
          }));
        const isNone = (atoms: readonly number[]): boolean =>
          known.some(({ atoms: told, count }) => count === 0 && atoms.every((atom) => told.includes(atom)));
        const hidden = all.filter(({ isShown, atoms }) => !isShown && !isNone(atoms));
        const ranges = rangesByProgram(
          hidden.map(({ atoms }) => atoms),
          known,
        );
        expect(ranges.filter((range) => !isWellHidden(range, usualRule))).toEqual([]);
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('the order of groups makes no difference', () => {
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 12 }), (list) => {
      const named = list.map((figure, index) => [`group ${index}`, figure] as const);
      expect(hiddenGroups(Object.fromEntries(named.toReversed()))).toEqual(
        hiddenGroups(Object.fromEntries(named)),
      );
    }),
  );
});
