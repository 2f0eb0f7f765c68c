/**
 * People who know some of the cells already: who works in a county knows its figures, who works in a unit the unit's.
 *
 * Question: two counties are hidden and hold 15 together. Somebody of the first knows its 6. What does the second hold?
 *
 * Rule: whatever is left when the part that an insider knows is taken out must be as safe as the whole is from strangers:
 * no figure of which too few are left is shown, at least two others stay hidden beside each other, and hold together more
 * than the threshold of every count.
 *
 * Assumes one place each: people of two counties who put together what they know are not kept from a third.
 */
import { figureWithout } from './figure-sums.ts';
import { type CellFigure, isSmall, protectedCounts, type SmallCellRule } from './small-cell-rule.ts';

/** What one knows of groups: the part of each that is of the own place. Of a group that is the own place, all of it. */
export type Insider = Readonly<Record<string, CellFigure>>;

/** Everybody who knows one of the groups whole. `unknown` is no place, so nobody works there. */
export const insidersOfEach = (groups: Readonly<Record<string, CellFigure>>): Insider[] =>
  Object.entries(groups)
    .filter(([name]) => name !== 'unknown')
    .map(([name, figure]) => ({ [name]: figure }));

/** Whether a figure would tell one of those who know part of it that few are left besides. */
export const leavesFew = (
  figure: CellFigure,
  parts: readonly (CellFigure | undefined)[],
  rule: SmallCellRule,
): boolean =>
  parts.some(
    (part) => part && protectedCounts(figureWithout(figure, part)).some((count) => isSmall(count, rule)),
  );
