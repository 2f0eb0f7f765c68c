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
 * Each period is judged by its own figure, and in each period alone those hidden must be enough (hidden-groups.ts). For
 * what sums over time tell, a quarter or a year is taken to be the sum of its months. Where a child counts once in each
 * period it is less: then who adds up learns less of a month than assumed here, and of a year nothing. (What the two
 * differ by, of a place that shows both, is how many children came more than once.)
 *
 * Not for children in care on a day, who are the same in every month: show those by year (`finest: 'year'`). For places
 * only. Months by age beside counties by age and counties by month close a triangle of two-way tables, of which the three
 * together can tell more than each: a county with entries in March only, and an age group with none in March, have nobody
 * in common. Show other groups by year.
 *
 * Insiders (insider.ts) know their own place, or a part of it such as a unit, in every period. For who knows a whole place
 * no hidden period of another can be told. Who knows a part may in rare tables tell months or quarters of the rest of that
 * same place that are left out: not mended yet.
 *
 * Worked example: three counties with 40, 40 and 6 events in each month of a year, of 90 children: the first shows
 * months; the second shows quarters, or the third could be found by subtraction; so does the third.
 *
 * Source: the network as in hide-until-safe.ts; non-overlapping periods: ResDAC, CMS cell size suppression policy, 2024.
 */

import { sumOfFigures } from './figure-sums.ts';
import { type HiddenGroups, hiddenGroups, isEnoughHidden, viewsOf } from './hidden-groups.ts';
import { type Insider, leavesFew } from './insider.ts';
import {
  figuresIn,
  insidersIn,
  isCoarser,
  monthsIn,
  type PlaceSeries,
  periodsIn,
  rhythms,
  type SafeRhythm,
  wholeIn,
} from './place-series.ts';
import { type CellFigure, isTooSmall, type SmallCellRule, sizeOf, usualRule } from './small-cell-rule.ts';
import { type Choice, exposedIn, type Year } from './year-network.ts';

export interface FinestRhythms {
  /** Of the whole. */
  readonly total: SafeRhythm;
  readonly places: Readonly<Record<string, SafeRhythm>>;
  /** Of each federal year, oldest first: what is hidden of it altogether. */
  readonly years: readonly HiddenGroups[];
}

export interface RhythmHiding {
  /** Of the whole: of a county, what was found for it among counties. */
  readonly finest?: SafeRhythm;
  readonly rule?: SmallCellRule;
  /** Whether people of a place are to be kept from what the other places hide. */
  readonly insiders?: boolean;
  /**
   * Whether the whole is shown by month in any case, as a state's own totals are. A month in which it has few tells that
   * each place has no more: that cannot be mended here, and nothing more than that is told.
   */
  readonly isWholeGiven?: boolean;
}

/** The finest rhythm in which no period is too small, nor leaves too few beside what a unit of it knows. */
const finestOf = (
  { units = [], ...series }: PlaceSeries,
  finest: SafeRhythm,
  rule: SmallCellRule,
  isLookedAt: (rhythm: SafeRhythm, period: number) => boolean = () => true,
): SafeRhythm =>
  rhythms.find((rhythm) => {
    const known = units.map((unit) => periodsIn(unit, rhythm));
    const isShowable = (figure: CellFigure, period: number): boolean =>
      !isLookedAt(rhythm, period) ||
      (!isTooSmall(figure, rule) &&
        !leavesFew(
          figure,
          known.map((list) => list[period]),
          rule,
        ));
    return !isCoarser(finest, rhythm) && periodsIn(series, rhythm).every(isShowable);
  }) ?? 'year';

/** Who is to be kept from what the others hide. */
const keptFrom = (
  { all, hasInsiders }: Pick<Choice, 'all' | 'hasInsiders'>,
  rhythm: SafeRhythm,
  period: number,
): Insider[] => (hasInsiders ? insidersIn(all, rhythm, period) : []);

/**
 * The smallest place that shows figures as fine as the exposed one shows coarser ones; else the whole does. False where
 * nothing is left to be shown coarser.
 */
const coarsen = (choice: Choice, exposed: SafeRhythm): boolean => {
  const coarser = exposed === 'month' ? 'quarter' : 'year';
  const place = choice.bySize.find((name) => isCoarser(coarser, choice.places.get(name) ?? 'year'));
  if (place !== undefined) choice.places.set(place, coarser);
  else if (!choice.isWholeGiven && isCoarser(coarser, choice.total)) choice.total = coarser;
  else return false;
  return true;
};

/** In every month, and in every quarter, places that do not show it must hide each other. */
const coarsenUntilEnough = (choice: Choice, rhythm: SafeRhythm): void => {
  const length = periodsIn(choice.all[0]?.[1] ?? { month: [] }, rhythm).length;
  for (let period = 0; period < length; period += 1) {
    const views = viewsOf(figuresIn(choice.all, rhythm, period), keptFrom(choice, rhythm, period));
    const isEnough = (): boolean => {
      const hidden = [...choice.places].filter(([, own]) => isCoarser(own, rhythm)).map(([place]) => place);
      return isEnoughHidden(views, new Set(hidden), choice.rule);
    };
    if (isCoarser(choice.total, rhythm) || choice.tellsAnyway(rhythm, period)) continue;
    while (!isEnough()) if (!coarsen(choice, rhythm)) break;
  }
};

/** Whether anything but years is shown of places: else nothing is left to be made coarser. */
const showsFiner = ({ places }: Choice): boolean => [...places.values()].some((rhythm) => rhythm !== 'year');

/** Coarsens until a year gives nothing away; what is hidden of it. All of it, should coarsening not be enough. */
const settle = (year: Year, choice: Choice, exposed: () => SafeRhythm | undefined): HiddenGroups => {
  if (choice.isWholeGiven && !showsFiner(choice)) return year.hidden;
  for (let rhythm = exposed(); rhythm; rhythm = exposed()) {
    if (!coarsen(choice, rhythm)) return { isTotalHidden: true, hidden: new Set(choice.bySize) };
  }
  return year.hidden;
};

const yearsOf = (choice: Pick<Choice, 'all' | 'rule' | 'hasInsiders'>): Year[] => {
  const length = Math.max(0, ...choice.all.map(([, series]) => periodsIn(series, 'year').length));
  return Array.from({ length }, (_, index) => ({
    index,
    hidden: hiddenGroups(Object.fromEntries(figuresIn(choice.all, 'year', index)), {
      rule: choice.rule,
      insiders: keptFrom(choice, 'year', index),
    }),
  }));
};

/**
 * The finest rhythm of the whole and of each place.
 *
 * @param places of each place, equally many periods. Together they are the whole: counties of the state, or units of a
 * county.
 */
export const finestRhythms = (
  places: Readonly<Record<string, PlaceSeries>>,
  { finest = 'month', rule = usualRule, insiders = false, isWholeGiven = false }: RhythmHiding = {},
): FinestRhythms => {
  const all = Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1));
  let years = yearsOf({ all, rule, hasInsiders: insiders });
  const whole = {
    month: wholeIn(all, 'month'),
    quarter: wholeIn(all, 'quarter'),
    year: wholeIn(all, 'year'),
  };
  const total = isWholeGiven ? finest : finestOf(whole, finest, rule);
  // A year of which nothing is shown below the whole is no reason to show others coarser.
  const isLookedAt = (rhythm: SafeRhythm, period: number): boolean =>
    !years[Math.floor((period * monthsIn[rhythm]) / 12)]?.hidden.isTotalHidden;
  const isShownEveryYear = (place: string): boolean =>
    !years.some(({ hidden }) => !hidden.isTotalHidden && hidden.hidden.has(place));
  const start = all.map(([place, series]): [string, SafeRhythm] => [
    place,
    isShownEveryYear(place) ? finestOf(series, total, rule, isLookedAt) : 'year',
  ]);
  const size = (place: string): number =>
    sizeOf(sumOfFigures(periodsIn(places[place] ?? { month: [] }, 'year')));
  const bySize = all.map(([place]) => place).sort((a, b) => size(a) - size(b));
  const tellsAnyway = (rhythm: SafeRhythm, period: number): boolean => {
    if (!isLookedAt(rhythm, period)) return true;
    const figure = isWholeGiven && rhythm !== 'year' ? whole[rhythm][period] : undefined;
    const known = insiders ? insidersIn(all, rhythm, period).flatMap((one) => Object.values(one)) : [];
    return figure !== undefined && (isTooSmall(figure, rule) || leavesFew(figure, known, rule));
  };
  const choice: Choice = {
    ...{ total, isWholeGiven, tellsAnyway },
    ...{ places: new Map(start), all, bySize, rule, hasInsiders: insiders },
  };
  const chosen = (): string => [choice.total, ...choice.places.values()].join();
  const watched = years.map((year) => ({ year, exposed: exposedIn(year, choice) }));
  // What one year makes coarser is left out of the others too: they are looked at again.
  for (let before = ''; before !== chosen() && choice.total !== 'year'; ) {
    before = chosen();
    for (const rhythm of ['month', 'quarter'] as const) coarsenUntilEnough(choice, rhythm);
    years = watched.map(({ year, exposed }) => ({ ...year, hidden: settle(year, choice, exposed) }));
  }
  const hidden = years.map((year) => year.hidden);
  return { total: choice.total, places: Object.fromEntries(choice.places), years: hidden };
};
