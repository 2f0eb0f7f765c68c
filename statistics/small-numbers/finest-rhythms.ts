/**
 * How often a place may be shown: by month, by quarter or by year.
 *
 * Question: a county of 150 entries a year has months with 4. By quarter it has 30 or more. What is the finest series of
 * it in which every figure may be shown? And if its neighbours show months and the state does, is it then given away by
 * subtraction?
 *
 * Rule: the finest of month, quarter and federal year in which no figure of a place is too small, and of which every
 * year may be shown beside the other places. Then all places together: state months, places that show months, quarters
 * that are the sum of months form one network of sums a year (sum-network.ts). While a figure left out could be told
 * from it, the smallest place that still shows finer ones shows coarser ones. Periods never overlap: the difference of
 * two rolling windows is one month in and one out.
 *
 * Assumes figures that add up over months (entries, reports, exits; not children in care on a day: show those by year).
 * For places only. Months by age beside counties by age and counties by month close a triangle of two-way tables, of
 * which the three together can tell more than each: a county with entries in March only, and an age group with none in
 * March, have nobody in common. Show other groups by year.
 *
 * Worked example: three counties with 40, 40 and 6 events in each month of a year, of 90 children: the first shows
 * months; the second shows quarters, or the third could be found by subtraction; so does the third.
 *
 * Source: the network as in hide-until-safe.ts; non-overlapping periods: ResDAC, CMS cell size suppression policy, 2024.
 */

import { type HiddenGroups, hiddenGroups, sumOfFigures } from './hidden-groups.ts';
import { firstUnsafe } from './hide-until-safe.ts';
import {
  type CellFigure,
  isTooSmall,
  protectedCounts,
  type SmallCellRule,
  sizeOf,
  usualRule,
} from './small-cell-rule.ts';
import { type Pipe, type SumNetwork, sumNetwork } from './sum-network.ts';

export type SafeRhythm = 'month' | 'quarter' | 'year';

export interface FinestRhythms {
  /** Of the whole. */
  readonly total: SafeRhythm;
  readonly places: Readonly<Record<string, SafeRhythm>>;
  /** Of each federal year, oldest first: what is hidden of it altogether. */
  readonly years: readonly HiddenGroups[];
}

const rhythms: readonly SafeRhythm[] = ['month', 'quarter', 'year'];
const monthsIn: Readonly<Record<SafeRhythm, number>> = { month: 1, quarter: 3, year: 12 };

const isCoarser = (a: SafeRhythm, b: SafeRhythm): boolean => monthsIn[a] > monthsIn[b];

const sumsBy = (months: readonly CellFigure[], size: number): CellFigure[] =>
  Array.from({ length: Math.ceil(months.length / size) }, (_, index) =>
    sumOfFigures(months.slice(index * size, (index + 1) * size)),
  );

const finestOf = (months: readonly CellFigure[], finest: SafeRhythm, rule: SmallCellRule): SafeRhythm =>
  rhythms.find(
    (rhythm) =>
      !isCoarser(finest, rhythm) &&
      !sumsBy(months, monthsIn[rhythm]).some((figure) => isTooSmall(figure, rule)),
  ) ?? 'year';

type Series = Readonly<Record<string, readonly CellFigure[]>>;

const totalOf = (places: Series): CellFigure[] => {
  const lists = Object.values(places);
  return (lists[0] ?? []).map((_, month) => sumOfFigures(lists.flatMap((list) => list[month] ?? [])));
};

/** A pipe of the network of one year, and what it stands for. */
interface Period extends Pipe {
  readonly place: string | null;
  readonly rhythm: SafeRhythm;
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
    isOnly: boolean,
  ): Period => {
    const [from, to] = place === null ? [inner, outer] : [outer, inner];
    const isTooFine = isCoarser(rhythm, own) && !isOnly;
    return {
      place,
      rhythm: own,
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
    period('year', sumOfFigures(months), whole, `${prefix} year`, true),
    ...quarters.map((figure, index) =>
      period('quarter', figure, `${prefix} year`, `${prefix} quarter ${index}`, quarters.length === 1),
    ),
    ...months.map((figure, index) => {
      const quarter = Math.floor(index / 3);
      const isOnly = inQuarter(quarter) === 1 && (!isCoarser(rhythm, 'quarter') || quarters.length === 1);
      return period('month', figure, `${prefix} quarter ${quarter}`, `month ${index}`, isOnly);
    }),
  ];
};

/** What is being decided. */
interface Choice {
  total: SafeRhythm;
  /** True where the whole is shown in any case. */
  readonly isWholeGiven: boolean;
  readonly places: Map<string, SafeRhythm>;
}

interface Year {
  readonly places: Series;
  readonly hidden: HiddenGroups;
}

/** The first figure of a year that is not shown and could be told. */
const exposedIn = ({ places, hidden }: Year, choice: Choice, rule: SmallCellRule): Period | undefined => {
  if (hidden.isTotalHidden) return undefined;
  const sum = sumNumbers();
  const whole = totalOf(places);
  const periods = [
    ...Object.entries(places).flatMap(([place, months]) =>
      periodsOf(place, months, choice.places.get(place) ?? 'year', hidden.hidden.has(place), sum),
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
  const network: SumNetwork = sumNetwork(
    [...periods, all],
    [...periods.map(({ isHidden }) => isHidden), false],
  );
  const exposed = firstUnsafe(network, rule);
  return exposed === undefined ? undefined : periods[exposed];
};

/**
 * The smallest place that shows figures as fine as the exposed one shows coarser ones; else the whole does. False where
 * nothing is left to be shown coarser.
 */
const coarsen = (choice: Choice, exposed: SafeRhythm, bySize: readonly string[]): boolean => {
  const coarser = exposed === 'month' ? 'quarter' : 'year';
  const place = bySize.find((name) => isCoarser(coarser, choice.places.get(name) ?? 'year'));
  if (place !== undefined) choice.places.set(place, coarser);
  else if (!choice.isWholeGiven && isCoarser(coarser, choice.total)) choice.total = coarser;
  else return false;
  return true;
};

/** Coarsens until a year gives nothing away; what is hidden of it. All of it, should coarsening not be enough. */
const settle = (year: Year, choice: Choice, bySize: readonly string[], rule: SmallCellRule): HiddenGroups => {
  for (let exposed = exposedIn(year, choice, rule); exposed; exposed = exposedIn(year, choice, rule)) {
    if (coarsen(choice, exposed.rhythm, bySize)) continue;
    return choice.isWholeGiven ? year.hidden : { isTotalHidden: true, hidden: new Set(bySize) };
  }
  return year.hidden;
};

const yearsOf = (places: Series, rule: SmallCellRule): Year[] => {
  const length = Math.max(0, ...Object.values(places).map((months) => months.length));
  return Array.from({ length: Math.ceil(length / 12) }, (_, index) => {
    const inYear = Object.fromEntries(
      Object.entries(places).map(([place, months]) => [place, months.slice(12 * index, 12 * (index + 1))]),
    );
    const sums = Object.entries(inYear).map(([place, months]) => [place, sumOfFigures(months)] as const);
    return { places: inYear, hidden: hiddenGroups(Object.fromEntries(sums), rule) };
  });
};

/**
 * The finest rhythm of the whole and of each place.
 *
 * @param places one figure a month of each place, oldest first, from an October on; all equally many. Together they are
 * the whole: counties of the state, or units of a county.
 * @param finest of the whole: of a county, what was found for it among counties. `given`: the whole is shown by month in
 * any case, as a state's own totals are. Then a month in which the whole has few tells that each place has no more: that
 * cannot be mended here, and nothing more than that is told.
 */
export const finestRhythms = (
  places: Series,
  finest: SafeRhythm | 'given' = 'month',
  rule: SmallCellRule = usualRule,
): FinestRhythms => {
  const sorted = Object.fromEntries(Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1)));
  let years = yearsOf(sorted, rule);
  const isWholeGiven = finest === 'given';
  const total = finest === 'given' ? 'month' : finestOf(totalOf(sorted), finest, rule);
  const isShownEveryYear = (place: string): boolean => !years.some(({ hidden }) => hidden.hidden.has(place));
  const start = Object.entries(sorted).map(([place, months]): [string, SafeRhythm] => [
    place,
    isShownEveryYear(place) ? finestOf(months, total, rule) : 'year',
  ]);
  const choice: Choice = { total, isWholeGiven, places: new Map(start) };
  const size = (place: string): number => sizeOf(sumOfFigures(sorted[place] ?? []));
  const bySize = Object.keys(sorted).sort((a, b) => size(a) - size(b));
  const chosen = (): string => [choice.total, ...choice.places.values()].join();
  // What one year makes coarser is left out of the others too: they are looked at again.
  for (let before = ''; before !== chosen(); ) {
    before = chosen();
    years = years.map((year) => ({ ...year, hidden: settle(year, choice, bySize, rule) }));
  }
  const hidden = years.map((year) => year.hidden);
  return { total: choice.total, places: Object.fromEntries(choice.places), years: hidden };
};
