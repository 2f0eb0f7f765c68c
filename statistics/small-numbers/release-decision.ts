/**
 * Whether a table may be shown anew, after it was shown from older data.
 *
 * Question: in March we showed 12 children of a county, in April, after a late entry, 13. Neither is small. The
 * difference is one child, whose record was keyed in between. May we show the 13?
 *
 * Rule: for every earlier release of the same table (measure, window, groups), what changed must have changed by none or
 * by more than 10: events, complement and all, in every cell shown then, and in what the cells left out then hold
 * together by each total. And no cell shown then may be left out now: with the older figure at hand, what it was left
 * out for could be found. Otherwise the table waits, and what was shown before stays, with its own as-of.
 *
 * The whole state without any filter is exempt as a figure by itself: a difference of 3 there says that three records of
 * thousands came late, and nothing of where, of which age or which race. It is not exempt as a total of a table: what is
 * left of it after the cells shown is compared.
 *
 * Assumes that an attacker takes figures he cannot see to be unchanged. Windows in flight change every month, mostly by
 * few: below the state show windows that have ended, and new releases of them seldom.
 *
 * Worked example: 12 of 40 shown earlier. Now 13 of 41: hold. Now 25 of 70: release. Now 12 of 40: same.
 *
 * Source: the CMS policy in small-cell-rule.ts ("nothing that lets 1–10 be derived"), applied to releases in time.
 */
import { type CellFigure, isSmall, type SmallCellRule, usualRule } from './small-cell-rule.ts';

/** What was shown, or would be: figures by name; what is hidden is not in it. */
export type Release = Readonly<Record<string, CellFigure>>;

/** A total of the table and the cells it is the sum of, hidden ones too, by name. */
export interface TableSum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface ReleaseDecision {
  readonly decision: 'same' | 'release' | 'hold';
  /** Why it is held: names of cells that changed by few or are hidden now, and of totals of which what is left did. */
  readonly because: readonly string[];
}

/** Whatever can be read off a figure, as one list; exposures are no children. */
const readable = (figure: CellFigure): number[] =>
  figure.kind === 'share' ? [figure.events, figure.of - figure.events, figure.of] : [figure.events];

const changedByFew = (before: readonly number[], after: readonly number[], rule: SmallCellRule): boolean =>
  before.some((count, index) => isSmall(Math.abs(count - (after[index] ?? 0)), rule));

/** What the parts hidden in `then` hold together, as `release` tells it; null where it does not. */
const leftOf = ({ total, parts }: TableSum, then: Release, release: Release): number[] | null => {
  const whole = release[total];
  const shown = parts.filter((part) => then[part]);
  if (!whole || shown.length === parts.length || shown.some((part) => !release[part])) return null;
  return readable(whole).map((count, index) =>
    shown.reduce((left, part) => left - (readable(release[part] as CellFigure)[index] ?? 0), count),
  );
};

const reasonsAgainst = (
  before: Release,
  now: Release,
  sums: readonly TableSum[],
  exempt: ReadonlySet<string>,
  rule: SmallCellRule,
): string[] => {
  const cells = Object.entries(before).filter(([name, figure]) => {
    const present = now[name];
    return !present || (!exempt.has(name) && changedByFew(readable(figure), readable(present), rule));
  });
  const lefts = sums.filter((sum) => {
    const [then, present] = [leftOf(sum, before, before), leftOf(sum, before, now)];
    return then && present && changedByFew(then, present, rule);
  });
  return [...cells.map(([name]) => name), ...lefts.map(({ total }) => total)];
};

const isSame = (a: Release, b: Release): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, figure]) => {
    const other = b[name];
    return other !== undefined && readable(figure).join() === readable(other).join();
  });

/**
 * Whether the new figures may be shown.
 *
 * @param earlier every release of this table so far, oldest first
 * @param sums which cells add up to which totals
 * @param exempt the names of whole-state totals without a filter
 */
export const releaseDecision = (
  earlier: readonly Release[],
  now: Release,
  sums: readonly TableSum[],
  exempt: ReadonlySet<string> = new Set(),
  rule: SmallCellRule = usualRule,
): ReleaseDecision => {
  const latest = earlier.at(-1);
  if (latest && isSame(latest, now)) return { decision: 'same', because: [] };
  const because = [...new Set(earlier.flatMap((before) => reasonsAgainst(before, now, sums, exempt, rule)))];
  return { decision: because.length > 0 ? 'hold' : 'release', because: because.sort() };
};
