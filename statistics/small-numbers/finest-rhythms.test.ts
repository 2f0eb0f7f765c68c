import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesByProgram } from './attacker.fixture.ts';
import { finestRhythms, type SafeRhythm } from './finest-rhythms.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { type CellFigure, isWellHidden, usualRule } from './small-cell-rule.ts';

const share = (events: number, of: number): CellFigure => ({ kind: 'share', events, of });
const everyMonth = (figure: CellFigure): CellFigure[] => Array.from({ length: 12 }, () => figure);

test('a place shows the finest periods in which none of its figures is small', () => {
  const places = {
    city: everyMonth(share(40, 90)),
    town: everyMonth(share(30, 60)),
    valley: everyMonth(share(6, 15)),
    hills: everyMonth(share(7, 14)),
  };
  expect(finestRhythms(places)).toMatchObject({
    total: 'month',
    places: { city: 'month', town: 'month', valley: 'quarter', hills: 'quarter' },
  });
});

test('a place shows coarser periods than it might where a neighbour could be found by subtraction', () => {
  const places = {
    city: everyMonth(share(40, 90)),
    town: everyMonth(share(40, 90)),
    valley: everyMonth(share(6, 15)),
  };
  const { places: found } = finestRhythms(places);
  expect(Object.values(found).toSorted()).toEqual(['month', 'quarter', 'quarter']);
  expect(found.valley).toBe('quarter');
});

const monthsIn: Readonly<Record<SafeRhythm, number>> = { month: 1, quarter: 3, year: 12 };
const rhythms: readonly SafeRhythm[] = ['month', 'quarter', 'year'];
/** A year, and one that has not ended. */
const length = 16;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

/** Counties of different sizes: events and others of each month. */
const series = fc
  .array(
    fc.tuple(
      fc.constantFrom(2, 8, 20, 60),
      fc.array(fc.tuple(chance, chance), { minLength: length, maxLength: length }),
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((list) =>
    list.map(([size, months]) =>
      months.map((pair) => pair.map((part) => Math.round((0.2 + 0.8 * part) * size))),
    ),
  );

const periodsOf = (rhythm: SafeRhythm): number[][] =>
  Array.from({ length: Math.ceil(length / monthsIn[rhythm]) }, (_, at) =>
    Array.from({ length }, (_, month) => month).slice(monthsIn[rhythm] * at, monthsIn[rhythm] * (at + 1)),
  );

/** Every period of every place and of the whole, by the months (atoms) it holds, and whether it is shown. */
const figuresOf = (places: readonly (readonly number[][])[]) => {
  const named = places.map((months, index): [string, CellFigure[]] => [
    `place ${index}`,
    months.map(([events = 0, others = 0]) => share(events, events + others)),
  ]);
  const found = finestRhythms(Object.fromEntries(named));
  const isShown = (finest: SafeRhythm, rhythm: SafeRhythm): boolean => monthsIn[rhythm] >= monthsIn[finest];
  return rhythms.flatMap((rhythm) =>
    periodsOf(rhythm).flatMap((months) => {
      const year = found.years[(months[0] ?? 0) < 12 ? 0 : 1];
      return [
        {
          atoms: named.flatMap((_, index) => months.map((month) => length * index + month)),
          isShown: !year?.isTotalHidden && isShown(found.total, rhythm),
        },
        ...named.map(([name], index) => ({
          atoms: months.map((month) => length * index + month),
          isShown: !year?.hidden.has(name) && isShown(found.places[name] ?? 'year', rhythm),
        })),
      ];
    }),
  );
};

test('all series together give away no period that is left out', () => {
  fc.assert(
    fc.property(series, (places) => {
      const figures = figuresOf(places);
      for (const side of [0, 1]) {
        const known = figures
          .filter((figure) => figure.isShown)
          .map(({ atoms }) => ({
            atoms,
            count: atoms.reduce((sum, atom) => sum + (places.flat()[atom]?.[side] ?? 0), 0),
          }));
        const isTold = (atoms: readonly number[]): boolean =>
          known.some((fact) => fact.count === 0 && atoms.every((atom) => fact.atoms.includes(atom))) ||
          known.some((fact) => fact.atoms.join() === atoms.join());
        const hidden = figures.filter((figure) => !figure.isShown && !isTold(figure.atoms));
        const ranges = rangesByProgram(
          hidden.map(({ atoms }) => atoms),
          known,
        );
        expect(ranges.filter((range) => !isWellHidden(range, usualRule))).toEqual([]);
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('units show no finer periods than their county does', () => {
  const units = { one: everyMonth(share(40, 90)), two: everyMonth(share(50, 90)) };
  expect(finestRhythms(units).places).toEqual({ one: 'month', two: 'month' });
  expect(finestRhythms(units, 'quarter').places).toEqual({ one: 'quarter', two: 'quarter' });
});

test('what a year hides altogether is what its breakdown hides', () => {
  const places = { city: everyMonth(share(40, 90)), town: everyMonth(share(9, 30)), valley: [share(3, 9)] };
  const { years, places: found } = finestRhythms({
    ...places,
    valley: [...places.valley, ...Array.from({ length: 11 }, () => share(0, 0))],
  });
  const sums = { city: share(480, 1080), town: share(108, 360), valley: share(3, 9) };
  expect(years).toEqual([hiddenGroups(sums)]);
  expect(found.valley).toBe('year');
});
