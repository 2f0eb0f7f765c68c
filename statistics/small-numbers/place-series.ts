/** Figures of places by month, quarter and year, and who knows which of them. */
import { sumOfFigures } from './figure-sums.ts';
import { type Insider, insidersOfEach } from './insider.ts';
import type { CellFigure } from './small-cell-rule.ts';

export type SafeRhythm = 'month' | 'quarter' | 'year';

export const rhythms: readonly SafeRhythm[] = ['month', 'quarter', 'year'];
export const monthsIn: Readonly<Record<SafeRhythm, number>> = { month: 1, quarter: 3, year: 12 };

export const isCoarser = (a: SafeRhythm, b: SafeRhythm): boolean => monthsIn[a] > monthsIn[b];

export const sumsBy = (months: readonly CellFigure[], size: number): CellFigure[] =>
  Array.from({ length: Math.ceil(months.length / size) }, (_, index) =>
    sumOfFigures(months.slice(index * size, (index + 1) * size)),
  );

/** Figures of a place by period, oldest first, from an October on. */
export interface Periods {
  readonly month: readonly CellFigure[];
  /** Left out where they are the sums of months. */
  readonly quarter?: readonly CellFigure[];
  readonly year?: readonly CellFigure[];
}

export interface PlaceSeries extends Periods {
  /** What people of each unit of the place know of it. */
  readonly units?: readonly Periods[];
}

export const periodsIn = (series: Periods, rhythm: SafeRhythm): readonly CellFigure[] =>
  rhythm === 'month' ? series.month : (series[rhythm] ?? sumsBy(series.month, monthsIn[rhythm]));

export type Places = readonly (readonly [name: string, series: PlaceSeries])[];

export const wholeIn = (all: Places, rhythm: SafeRhythm): CellFigure[] => {
  const lists = all.map(([, series]) => periodsIn(series, rhythm));
  return (lists[0] ?? []).map((_, period) => sumOfFigures(lists.flatMap((list) => list[period] ?? [])));
};

/** Who knows what of one period: people of each place, and of each unit. */
export const insidersIn = (all: Places, rhythm: SafeRhythm, period: number): Insider[] => {
  const figureIn = (series: Periods): CellFigure | undefined => periodsIn(series, rhythm)[period];
  const whole = all.flatMap(([name, series]) => {
    const figure = figureIn(series);
    return figure ? insidersOfEach({ [name]: figure }) : [];
  });
  const parts = all.flatMap(([name, { units = [] }]) =>
    units.flatMap((unit): Insider[] => {
      const figure = figureIn(unit);
      return figure ? [{ [name]: figure }] : [];
    }),
  );
  return [...whole, ...parts];
};

export const figuresIn = (all: Places, rhythm: SafeRhythm, period: number): [string, CellFigure][] =>
  all.flatMap(([name, series]): [string, CellFigure][] => {
    const figure = periodsIn(series, rhythm)[period];
    return figure ? [[name, figure]] : [];
  });
