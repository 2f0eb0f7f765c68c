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
 * Assumes that each child is in one group, and that nobody who reads knows one of the hidden cells already: who knows
 * one of two hidden ones finds the other.
 *
 * Worked example: events of children 4 of 60, 12 of 90, 30 of 150: the first is small, the second hidden with it.
 *
 * Source: L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (Springer, 2001).
 */
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

/** The total of figures of one kind. */
export const sumOfFigures = (figures: readonly CellFigure[]): CellFigure => {
  const sum = (of: (figure: CellFigure) => number): number =>
    figures.reduce((total, figure) => total + of(figure), 0);
  const children = figures.some((figure) => figure.children !== undefined)
    ? { children: sum((figure) => figure.children ?? 0) }
    : {};
  const events = sum((figure) => figure.events);
  return figures[0]?.kind === 'share'
    ? { kind: 'share', events, of: sum(sizeOf), ...children }
    : { kind: 'rate', events, ...children };
};

const sumsOf = (lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0));

/** A group as the choice of what to hide sees it. */
export interface Part {
  readonly name: string;
  readonly counts: readonly number[];
  readonly size: number;
}

/** Adds the smallest parts that help to those hidden, until what is hidden is enough in every count. */
export const hideSmallestUntil = (
  parts: readonly Part[],
  hidden: Set<string>,
  { threshold }: SmallCellRule,
): void => {
  const totals = sumsOf(parts.map(({ counts }) => counts));
  const inOrder = parts
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  while (hidden.size > 0) {
    const inside = inOrder.filter(({ name }) => hidden.has(name));
    const left = sumsOf(inside.map(({ counts }) => counts));
    const lacks = totals.map((total, index) => total > 0 && (left[index] ?? 0) <= threshold);
    if (inside.length > 1 && !lacks.includes(true)) return;
    const outside = inOrder.filter(({ name }) => !hidden.has(name));
    const helps = ({ counts }: Part): boolean => counts.some((count, index) => lacks[index] && count > 0);
    const next = outside.find(helps) ?? outside[0];
    if (!next) return;
    hidden.add(next.name);
  }
};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** What is hidden of a total and its groups. The order in which groups are given makes no difference. */
export const hiddenGroups = (
  groups: Readonly<Record<string, CellFigure>>,
  rule: SmallCellRule = usualRule,
): HiddenGroups => {
  const named = Object.entries(groups).sort(byName);
  const figures = named.map(([, figure]) => figure);
  if (figures.length > 0 && isTooSmall(sumOfFigures(figures), rule)) {
    return { isTotalHidden: true, hidden: new Set(Object.keys(groups)) };
  }
  const hidden = new Set(named.filter(([, figure]) => isTooSmall(figure, rule)).map(([name]) => name));
  const parts = named.map(([name, figure]) => ({
    name,
    counts: protectedCounts(figure),
    size: sizeOf(figure),
  }));
  hideSmallestUntil(parts, hidden, rule);
  return { isTotalHidden: false, hidden };
};
