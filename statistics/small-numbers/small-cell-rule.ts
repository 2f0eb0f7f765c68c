/**
 * Which counts are too small to be shown to people who may not see the records.
 *
 * Question: 3 of 40 children of a county came back into care. Whoever knows the county may know the three, or learn of
 * the others that they did not. When is a count so small that it speaks of persons?
 *
 * Rule: counts from 1 to 10 are not shown, and nothing from which one could be derived: the children of whom something
 * is true, those of whom it is not (the complement), and so all of them. A zero names nobody and may be shown; but "0 of
 * 40" and "40 of 40" say something of each child in a group, so they are hidden where the group is below 100.
 * Of a rate (events over days, or over everybody who lives there) only the events are protected: its exposure is no
 * count of children known to the agency.
 *
 * A hidden count is well hidden where, of everything shown, nobody can tell that it is 10 or less, nor fix it within
 * fewer than 11 values. `isWellHidden` judges that; the other files of this folder bring it about.
 *
 * Worked example: 12 of 20 is hidden (8 did not), 12 of 23 is shown, 0 of 40 is hidden, 0 of 240 is shown.
 *
 * Do not use it as the only guard for counts of things of which one child can have many (moves, monthly visits): 12
 * moves may be those of one child. Give `children` with them.
 *
 * Source: CMS cell size suppression policy, as stated by ResDAC (resdac.org/node/1506, January 26, 2024): no cell of 1 to
 * 10, nothing that lets one be derived, zeros allowed. Groups in which all are alike: A. Hundepool et al.,
 * Statistical Disclosure Control (Wiley, 2012).
 */

export interface SmallCellRule {
  /** Counts from 1 to this one are small: 10. */
  readonly threshold: number;
  /** Whether a group in which all or none had the event is hidden too. */
  readonly homogeneous: 'hide' | 'show';
  /** … and below which size of the group. */
  readonly homogeneousBelow: number;
}

export const usualRule: SmallCellRule = { threshold: 10, homogeneous: 'hide', homogeneousBelow: 100 };

interface Counted {
  readonly events: number;
  /** How many different children stand behind it, where one child can count more than once. Never shown. */
  readonly children?: number;
  /** Figures of other measures of the same children: shown together or not at all, for each tells of the others. */
  readonly besides?: readonly CellFigure[];
}

/** What a cell holds: `events` of `of` children, or events over an exposure that need not be protected. */
export type CellFigure =
  | (Counted & { readonly kind: 'share'; readonly of: number })
  | (Counted & { readonly kind: 'rate' });

/**
 * The counts of a figure that nobody may derive: events and their complement, or events; then the children behind; then
 * those of the figures besides.
 */
export const protectedCounts = (figure: CellFigure): readonly number[] => {
  const shown = figure.kind === 'share' ? [figure.events, figure.of - figure.events] : [figure.events];
  const own = figure.children === undefined ? shown : [...shown, figure.children];
  const counts = figure.besides ? [...own, ...figure.besides.flatMap(protectedCounts)] : own;
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError('A cell needs whole counts of 0 or more, and no more events than children.');
  }
  return counts;
};

/** How much is lost when the cell is hidden. */
export const sizeOf = (figure: CellFigure): number => (figure.kind === 'share' ? figure.of : figure.events);

export const isSmall = (count: number, { threshold }: SmallCellRule): boolean =>
  count >= 1 && count <= threshold;

const tellsOfEach = (figure: CellFigure, rule: SmallCellRule): boolean =>
  (rule.homogeneous === 'hide' &&
    figure.kind === 'share' &&
    figure.of > 0 &&
    figure.of < rule.homogeneousBelow &&
    (figure.events === 0 || figure.events === figure.of)) ||
  (figure.besides ?? []).some((other) => tellsOfEach(other, rule));

/** Whether a cell must be hidden for its own sake, whatever stands beside it. */
export const isTooSmall = (figure: CellFigure, rule: SmallCellRule): boolean =>
  protectedCounts(figure).some((count) => isSmall(count, rule)) || tellsOfEach(figure, rule);

/** The values a hidden count could have, of all that is shown. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

export const isWellHidden = ({ least, most }: CountRange, { threshold }: SmallCellRule): boolean =>
  most > threshold && most - least >= threshold;
