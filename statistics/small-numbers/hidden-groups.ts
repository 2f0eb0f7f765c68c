/**
 * Which groups of a breakdown are hidden: a total, and the groups it is the sum of.
 *
 * Question: of 300 children 4 in one county came back into care. Leaving out that county is not enough: the total minus
 * the others is 4. What else must be left out?
 *
 * Rule: the smallest groups that help are hidden too, until at least two are hidden and together they hold more than 10
 * of every protected count. Each of them could then hold anything from 0 to what they hold together. Where the total
 * itself is too small, nothing is shown. Where the total says none (or all), every group's share is known; only its size
 * is then protected.
 *
 * Groups of groups (counties of the state, units of a county): ask again with each shown county as the total. Of a
 * hidden county every unit is hidden.
 *
 * Assumes that each child is in one group. Of two hidden groups, who knows one finds the other: name those who do as
 * insiders (insider.ts), and a third is hidden.
 *
 * Worked example: events of children 4 of 60, 12 of 90, 30 of 150: the first is small, the second hidden with it.
 *
 * Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (Springer, 2001).
 */
import { figureWithout, sumOfFigures } from './figure-sums.ts';
import { type Insider, leavesFew } from './insider.ts';
import {
  type CellFigure,
  isTooSmall,
  protectedCounts,
  type SmallCellRule,
  sizeOf,
  usualRule,
} from './small-cell-rule.ts';

export interface HiddenGroups {
  readonly isTotalHidden: boolean;
  /** Names of hidden groups: all of them where the total is hidden. */
  readonly hidden: ReadonlySet<string>;
}

export interface Hiding {
  readonly rule?: SmallCellRule;
  /** Who knows part of the groups already. */
  readonly insiders?: readonly Insider[];
  /** Groups that are hidden whatever they hold. */
  readonly also?: ReadonlySet<string>;
}

const sumsOf = (lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0));

/** A group as the choice of what to hide sees it. */
export interface Part {
  readonly name: string;
  readonly counts: readonly number[];
  readonly size: number;
}

export const partOf = (name: string, figure: CellFigure): Part => ({
  name,
  counts: protectedCounts(figure),
  size: sizeOf(figure),
});

/** Of which counts what is hidden is not enough, as somebody sees the parts; null where it is. */
const lackOf = (
  parts: readonly Part[],
  hidden: ReadonlySet<string>,
  { threshold }: SmallCellRule,
): readonly boolean[] | null => {
  const inside = parts.filter(({ name, size }) => size > 0 && hidden.has(name));
  if (inside.length === 0) return null;
  const totals = sumsOf(parts.map(({ counts }) => counts));
  const left = sumsOf(inside.map(({ counts }) => counts));
  const lacks = totals.map((total, index) => total > 0 && (left[index] ?? 0) <= threshold);
  return inside.length > 1 && !lacks.includes(true) ? null : lacks;
};

/** Whether those hidden are enough to hide each other from strangers and from insiders. */
export const isEnoughHidden = (
  views: readonly (readonly Part[])[],
  hidden: ReadonlySet<string>,
  rule: SmallCellRule,
): boolean => views.every((parts) => lackOf(parts, hidden, rule) === null);

/** The smallest part that helps. */
const helperOf = (
  parts: readonly Part[],
  lacks: readonly boolean[],
  hidden: ReadonlySet<string>,
): Part | undefined => {
  const outside = parts.filter(({ name, size }) => size > 0 && !hidden.has(name));
  return outside.find(({ counts }) => counts.some((count, index) => lacks[index] && count > 0)) ?? outside[0];
};

/**
 * Adds the smallest parts that help to those hidden, until what is hidden is enough in every count.
 *
 * @param views the parts as strangers see them, then as each insider does: without what the insider knows
 */
export const hideSmallestUntil = (
  views: readonly (readonly Part[])[],
  hidden: Set<string>,
  rule: SmallCellRule,
): void => {
  const sizes = new Map((views[0] ?? []).map(({ name, size }) => [name, size]));
  const size = ({ name }: Part): number => sizes.get(name) ?? 0;
  const sorted = views.map((parts) =>
    parts.toSorted((a, b) => size(a) - size(b) || (a.name < b.name ? -1 : 1)),
  );
  for (let isChanging = true; isChanging; ) {
    isChanging = false;
    for (const parts of sorted) {
      const lacks = lackOf(parts, hidden, rule);
      const helper = lacks && helperOf(parts, lacks, hidden);
      if (!helper) continue;
      hidden.add(helper.name);
      isChanging = true;
    }
  }
};

/** Groups as strangers see them, then as each insider does. */
export const viewsOf = (
  groups: readonly (readonly [string, CellFigure])[],
  insiders: readonly Insider[],
): Part[][] =>
  [{}, ...insiders].map((known: Insider) =>
    groups.map(([name, figure]) => partOf(name, figureWithout(figure, known[name]))),
  );

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** What is hidden of a total and its groups. The order in which groups are given makes no difference. */
export const hiddenGroups = (
  groups: Readonly<Record<string, CellFigure>>,
  { rule = usualRule, insiders = [], also = new Set() }: Hiding = {},
): HiddenGroups => {
  const named = Object.entries(groups).sort(byName);
  const total = sumOfFigures(named.map(([, figure]) => figure));
  const known = insiders.map((insider) => sumOfFigures(Object.values(insider)));
  if (named.length > 0 && (isTooSmall(total, rule) || leavesFew(total, known, rule))) {
    return { isTotalHidden: true, hidden: new Set(Object.keys(groups)) };
  }
  const isItselfHidden = ([name, figure]: readonly [string, CellFigure]): boolean =>
    also.has(name) ||
    isTooSmall(figure, rule) ||
    leavesFew(
      figure,
      insiders.map((insider) => insider[name]),
      rule,
    );
  const hidden = new Set(named.filter(isItselfHidden).map(([name]) => name));
  hideSmallestUntil(viewsOf(named, insiders), hidden, rule);
  return { isTotalHidden: false, hidden };
};
