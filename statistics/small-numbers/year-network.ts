/**
 * What the months, quarters and years of all places tell of each other within one federal year: a network of sums
 * (sum-network.ts), from each place's year through its quarters into its months, which together are the months of everybody.
 */
import { sumOfFigures } from './figure-sums.ts';
import type { HiddenGroups } from './hidden-groups.ts';
import { firstUnsafe } from './hide-until-safe.ts';
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
  readonly isHidden: boolean;
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
  rhythm: SafeRhythm,
  isYearHidden: boolean,
  sum: (name: string) => number,
): Period[] => {
  const prefix = place === null ? 'all' : `place ${place}`;
  const period = (
    own: SafeRhythm,
    figure: CellFigure,
    outer: string,
    inner: string,
    { index, isOnly }: { index: number; isOnly: boolean },
  ): Period => {
    const [from, to] = place === null ? [inner, outer] : [outer, inner];
    const isTooFine = isCoarser(rhythm, own) && !isOnly;
    return {
      place,
      rhythm: own,
      index,
      from: sum(from),
      to: sum(to),
      counts: protectedCounts(figure),
      size: sizeOf(figure),
      mayBeHidden: false,
      isHidden: isYearHidden || isTooFine,
    };
  };
  const quarters = sumsBy(months, 3);
  const inQuarter = (quarter: number): number => Math.min(3, months.length - 3 * quarter);
  const whole = place === null ? 'after' : 'before';
  return [
    period('year', sumOfFigures(months), whole, `${prefix} year`, { index: 0, isOnly: true }),
    ...quarters.map((figure, index) =>
      period('quarter', figure, `${prefix} year`, `${prefix} quarter ${index}`, {
        index,
        isOnly: quarters.length === 1,
      }),
    ),
    ...months.map((figure, index) => {
      const quarter = Math.floor(index / 3);
      const isOnly = inQuarter(quarter) === 1 && (!isCoarser(rhythm, 'quarter') || quarters.length === 1);
      return period('month', figure, `${prefix} quarter ${quarter}`, `month ${index}`, { index, isOnly });
    }),
  ];
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
    ...choice.all.flatMap(([place, series]) =>
      periodsOf(
        place,
        monthsOf(series, year),
        choice.places.get(place) ?? 'year',
        year.hidden.hidden.has(place),
        sum,
      ),
    ),
    ...periodsOf(null, whole, choice.total, false, sum),
  ];
  const all: Pipe = {
    from: sum('after'),
    to: sum('before'),
    counts: protectedCounts(sumOfFigures(whole)),
    size: 0,
    mayBeHidden: false,
  };
  return {
    network: sumNetwork([...periods, all], [...periods.map(({ isHidden }) => isHidden), false]),
    periods,
  };
};

/** The network as people of a place see it (`unit` null), or of one of its units. */
const placeView = (
  network: SumNetwork,
  periods: readonly Period[],
  place: string,
  months: readonly CellFigure[],
  isUnit: boolean,
): InsiderView => {
  const own = periodsOf(place, months, 'month', false, () => 0).map(({ counts }) => counts);
  const known = new Map<number, readonly number[] | null>();
  const isOwn = (pipe: number): boolean => periods[pipe]?.place === place;
  for (const of of [place, null]) {
    const pipes = [...periods.keys()].filter((pipe) => periods[pipe]?.place === of);
    for (const [at, pipe] of pipes.entries()) {
      known.set(pipe, of !== null && !isUnit ? null : (own[at] ?? []));
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
        ...(series.units ?? []).map((unit) => placeView(network, periods, place, monthsOf(unit, year), true)),
      ])
    : [];

/** The rhythm of the first figure of a year that is not shown and could be told. */
export const exposedIn = (year: Year, choice: Choice): SafeRhythm | undefined => {
  if (year.hidden.isTotalHidden) return undefined;
  const { network, periods } = yearNetwork(choice, year);
  const isLeftOut = (pipe: number): boolean => {
    const { rhythm, index } = periods[pipe] ?? { rhythm: 'year', index: 0 };
    return choice.tellsAnyway(rhythm, (12 / monthsIn[rhythm]) * year.index + index);
  };
  const exposed = firstUnsafe(network, choice.rule, viewsOfYear(choice, year, network, periods), isLeftOut);
  return exposed === undefined ? undefined : periods[exposed]?.rhythm;
};
