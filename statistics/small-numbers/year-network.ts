/**
 * What the months, quarters and years of all places tell of each other within one federal year: a network of sums
 * (sum-network.ts), from each place's year through its quarters into its months, which together are the months of everybody.
 */
import { sumOfFigures } from './figure-sums.ts';
import type { HiddenGroups } from './hidden-groups.ts';
import { tellable } from './hide-until-safe.ts';
import { isCoarser, monthsIn, type Periods, type Places, type SafeRhythm, sumsBy } from './place-series.ts';
import { type CellFigure, protectedCounts, type SmallCellRule, sizeOf } from './small-cell-rule.ts';
import { type InsiderView, insiderView, type Pipe, type SumNetwork, sumNetwork } from './sum-network.ts';

/** What is being decided, and from what. */
export interface Choice {
  total: SafeRhythm;
  /** Whether the whole is shown by month in any case. */
  readonly isWholeGiven: boolean;
  /** Periods of which the whole itself, shown in any case, tells that each place has few. */
  readonly tellsAnyway: (rhythm: SafeRhythm, period: number) => boolean;
  readonly places: Map<string, SafeRhythm>;
  readonly all: Places;
  readonly bySize: readonly string[];
  readonly rule: SmallCellRule;
  readonly hasInsiders: boolean;
}

const totalOfMonths = (lists: readonly (readonly CellFigure[])[]): CellFigure[] =>
  (lists[0] ?? []).map((_, month) => sumOfFigures(lists.flatMap((list) => list[month] ?? [])));

/** A pipe of the network of one year, and what it stands for. */
interface Period extends Pipe {
  readonly place: string | null;
  readonly rhythm: SafeRhythm;
  /** The how manieth of the year. */
  readonly index: number;
  /** A quarter or a month that is alone in what it is part of is known with it. */
  readonly isOnly: boolean;
}

/** The sums of one year: numbers given as they are asked for. */
const sumNumbers = (): ((name: string) => number) => {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
};

/** A place's year, its quarters and its months, from the whole into the months of everybody (or back, for the whole). */
const periodsOf = (
  place: string | null,
  months: readonly CellFigure[],
  sum: (name: string) => number,
): Period[] => {
  const prefix = place === null ? 'all' : `place ${place}`;
  const period = (
    rhythm: SafeRhythm,
    figure: CellFigure,
    [outer, inner]: readonly [string, string],
    { index, isOnly }: Pick<Period, 'index' | 'isOnly'>,
  ): Period => {
    const [from, to] = place === null ? [inner, outer] : [outer, inner];
    return {
      ...{ place, rhythm, index, isOnly },
      ...{ from: sum(from), to: sum(to) },
      ...{ counts: protectedCounts(figure), size: sizeOf(figure), mayBeHidden: rhythm !== 'year' },
    };
  };
  const quarters = sumsBy(months, 3);
  const inQuarter = (quarter: number): number => Math.min(3, months.length - 3 * quarter);
  const whole = place === null ? 'after' : 'before';
  return [
    period('year', sumOfFigures(months), [whole, `${prefix} year`], { index: 0, isOnly: true }),
    ...quarters.map((figure, index) =>
      period('quarter', figure, [`${prefix} year`, `${prefix} quarter ${index}`], {
        index,
        isOnly: quarters.length === 1,
      }),
    ),
    ...months.map((figure, index) => {
      const quarter = Math.floor(index / 3);
      return period('month', figure, [`${prefix} quarter ${quarter}`, `month ${index}`], {
        index,
        isOnly: inQuarter(quarter) === 1,
      });
    }),
  ];
};

/** Whether a period is left out by what is chosen; a month alone in its quarter is told by it. */
const isHiddenNow = (choice: Choice, { hidden }: HiddenGroups, period: Period, quarters: number): boolean => {
  const { place, rhythm, isOnly } = period;
  if (place !== null && hidden.has(place)) return true;
  const chosen = place === null ? choice.total : (choice.places.get(place) ?? 'year');
  if (!isCoarser(chosen, rhythm)) return false;
  return !isOnly || (rhythm === 'month' && isCoarser(chosen, 'quarter') && quarters > 1);
};

export interface Year {
  readonly index: number;
  readonly hidden: HiddenGroups;
}

const monthsOf = ({ month }: Periods, { index }: Year): CellFigure[] =>
  month.slice(12 * index, 12 * (index + 1));

/** The network of a year, whose months are added up, and what each pipe but the last stands for. */
const yearNetwork = (choice: Choice, year: Year): { network: SumNetwork; periods: readonly Period[] } => {
  const sum = sumNumbers();
  const whole = totalOfMonths(choice.all.map(([, series]) => monthsOf(series, year)));
  const periods = [
    ...choice.all.flatMap(([place, series]) => periodsOf(place, monthsOf(series, year), sum)),
    ...periodsOf(null, whole, sum).map((period) =>
      choice.isWholeGiven ? { ...period, mayBeHidden: false } : period,
    ),
  ];
  const all: Pipe = {
    from: sum('after'),
    to: sum('before'),
    counts: protectedCounts(sumOfFigures(whole)),
    size: 0,
    mayBeHidden: false,
  };
  const isYearHidden = ({ place }: Period): boolean => place !== null && year.hidden.hidden.has(place);
  return { network: sumNetwork([...periods, all], [...periods.map(isYearHidden), false]), periods };
};

/** The network as people of a place see it (`unit` null), or of one of its units. */
const placeView = (
  network: SumNetwork,
  periods: readonly Period[],
  place: string,
  months: readonly CellFigure[],
  isUnit: boolean,
): InsiderView => {
  const own = periodsOf(place, months, () => 0).map(({ counts }) => counts);
  const known = new Map<number, readonly number[] | null>();
  const isOwn = (pipe: number): boolean => periods[pipe]?.place === place;
  for (const whose of [place, null]) {
    const pipes = [...periods.keys()].filter((pipe) => periods[pipe]?.place === whose);
    for (const [at, pipe] of pipes.entries()) {
      known.set(pipe, whose !== null && !isUnit ? null : (own[at] ?? []));
    }
  }
  return insiderView(network, known, (pipe) => !isUnit || isOwn(pipe));
};

const viewsOfYear = (
  choice: Choice,
  year: Year,
  network: SumNetwork,
  periods: readonly Period[],
): InsiderView[] =>
  choice.hasInsiders
    ? choice.all.flatMap(([place, series]) => [
        ...(place === 'unknown' ? [] : [placeView(network, periods, place, monthsOf(series, year), false)]),
        ...(series.units ?? [])
          .map((unit) => monthsOf(unit, year))
          .filter((unit) => sizeOf(sumOfFigures(unit)) < sizeOf(sumOfFigures(monthsOf(series, year))))
          .map((unit) => placeView(network, periods, place, unit, true)),
      ])
    : [];

const watch = (year: Year, choice: Choice): (() => SafeRhythm | undefined) => {
  const { network, periods } = yearNetwork(choice, year);
  const quarters = periods.filter(({ place, rhythm }) => place === null && rhythm === 'quarter').length;
  const isTold = tellable(network, choice.rule, viewsOfYear(choice, year, network, periods));
  const safe = new Set<number>();
  const isLeftOut = ({ rhythm, index }: Period): boolean =>
    choice.tellsAnyway(rhythm, (12 / monthsIn[rhythm]) * year.index + index);
  return () => {
    for (const [pipe, period] of periods.entries()) {
      network.isHidden[pipe] = isHiddenNow(choice, year.hidden, period, quarters);
      if (isLeftOut(period)) safe.add(pipe);
    }
    for (const [pipe, { rhythm }] of periods.entries()) {
      if (!network.isHidden[pipe] || safe.has(pipe)) continue;
      if (isTold(pipe)) return rhythm;
      safe.add(pipe);
    }
    return undefined;
  };
};

/**
 * Looks for figures of a year that are not shown and could be told: each call gives the rhythm of the first it finds, as
 * things are chosen by then. What was found safe stays so, for ever more is left out; it is not looked at again.
 */
export const exposedIn = (year: Year, choice: Choice): (() => SafeRhythm | undefined) => {
  if (year.hidden.isTotalHidden) return () => undefined;
  let watched: ReturnType<typeof watch> | undefined;
  return () => {
    watched ??= watch(year, choice);
    return watched();
  };
};
