import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesByProgram } from './attacker.fixture.ts';
import { finestRhythms } from './finest-rhythms.ts';
import { hiddenGroups } from './hidden-groups.ts';
import type { PlaceSeries, SafeRhythm } from './place-series.ts';
import { type CellFigure, isWellHidden, usualRule } from './small-cell-rule.ts';

const share = (events: number, of: number): CellFigure => ({ kind: 'share', events, of });
const everyMonth = (figure: CellFigure) => ({ month: Array.from({ length: 12 }, () => figure) });

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
const series = (fewest: number) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(2, 8, 20, 60),
        fc.array(fc.tuple(chance, chance), { minLength: length, maxLength: length }),
      ),
      { minLength: fewest, maxLength: 5 },
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

type Places = readonly (readonly (readonly number[])[])[];

const halfOf = (count: number, month: number): number => Math.floor((count * (1 + (month % 3))) / 4);

/** Every period of every place and of the whole, by the months (atoms) it holds, and whether it is shown. */
const figuresOf = (places: Places, insiders: boolean) => {
  const named = places.map((months, index): [string, PlaceSeries] => {
    const unit = months.map(([events = 0, others = 0], month) => {
      const own = halfOf(events, month);
      return share(own, own + halfOf(others, month));
    });
    const month = months.map(([events = 0, others = 0]) => share(events, events + others));
    return [`place ${index}`, insiders ? { month, units: [{ month: unit }] } : { month }];
  });
  const found = finestRhythms(Object.fromEntries(named), { insiders });
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

type Figures = ReturnType<typeof figuresOf>;

/** Hidden periods that somebody can tell to whom these numbers are left to find out. */
const told = (figures: Figures, atoms: readonly (readonly number[])[]) =>
  [0, 1].flatMap((side) => {
    const known = figures
      .filter((figure) => figure.isShown)
      .map((figure) => ({
        atoms: figure.atoms,
        count: figure.atoms.reduce((sum, atom) => sum + (atoms[atom]?.[side] ?? 0), 0),
      }));
    const isTold = (wanted: readonly number[]): boolean =>
      known.some((fact) => fact.count === 0 && wanted.every((atom) => fact.atoms.includes(atom))) ||
      known.some((fact) => fact.atoms.join() === wanted.join());
    const hidden = figures.filter(
      (figure) => !figure.isShown && figure.atoms.length > 0 && !isTold(figure.atoms),
    );
    const ranges = rangesByProgram(
      hidden.map((figure) => figure.atoms),
      known,
    );
    return ranges.filter((range) => !isWellHidden(range, usualRule));
  });

test('all series together give away no period that is left out', () => {
  fc.assert(
    fc.property(series(2), (places) => {
      expect(told(figuresOf(places, false), places.flat())).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('nor do they of another place to people of one', () => {
  fc.assert(
    fc.property(series(3), (places) => {
      const figures = figuresOf(places, true);
      const isOwn = (atom: number): boolean => atom < length;
      const others = figures.map((figure) => ({
        ...figure,
        atoms: figure.atoms.filter((atom) => !isOwn(atom)),
      }));
      expect(told(others, places.flat())).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

test('units show no finer periods than their county does', () => {
  const units = { one: everyMonth(share(40, 90)), two: everyMonth(share(50, 90)) };
  expect(finestRhythms(units).places).toEqual({ one: 'month', two: 'month' });
  expect(finestRhythms(units, { finest: 'quarter' }).places).toEqual({ one: 'quarter', two: 'quarter' });
});

test('what a year hides altogether is what its breakdown hides', () => {
  const places = {
    city: everyMonth(share(40, 90)),
    town: everyMonth(share(9, 30)),
    valley: { month: [share(3, 9)] },
  };
  const { years, places: found } = finestRhythms({
    ...places,
    valley: { month: [...places.valley.month, ...Array.from({ length: 11 }, () => share(0, 0))] },
  });
  const sums = { city: share(480, 1080), town: share(108, 360), valley: share(3, 9) };
  expect(years).toEqual([hiddenGroups(sums)]);
  expect(found.valley).toBe('year');
});
