/**
 * One figure as people see it who see no small cells. All children of the whole state are shown in any window: states
 * publish these totals, and they speak of no place and no group. Below that only what is final is shown, and only
 * cells of the star that is shown (shown-stars.ts). Whatever is not in it is hidden, with the reason.
 */
import { hiddenGroups } from '../../../../../statistics/small-numbers/hidden-groups.ts';
import { insidersOfEach } from '../../../../../statistics/small-numbers/insider.ts';
import type { SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { Breakdown } from '../../catalog/definition-shape.ts';
import { cellOf, noCell } from '../cell.ts';
import type { Cell, Figure, FigureRequest, Hidden } from '../figure.ts';
import { cellFigureOf } from './cell-figure.ts';
import { isFederalYear } from './federal-year.ts';
import type { ShownStar } from './ledger.ts';
import { cellName, within } from './proposed-star.ts';
import { isPeriodOf } from './rhythms.ts';
import { roundedCell } from './rounded-cell.ts';
import { type GuardedFiles, shownStar, shownStars } from './shown-stars.ts';

type Where = NonNullable<FigureRequest['where']>;
type Group = Exclude<Breakdown, 'county'>;
type Groups = Readonly<Record<string, Cell>>;

const hiddenCell = (hidden: Hidden): Cell => ({ ...noCell, hidden });

/** Which table a cell is in, and by what name; or why there is none. */
type Address = { readonly breakdown: Breakdown; readonly name: string } | Hidden;

const addressOf = (where: Where): Address => {
  const { county, ...rest } = where;
  const [group, ...more] = Object.entries(rest) as [Group, string][];
  if (more.length > 0) return 'combination';
  if (group === undefined) return { breakdown: 'county', name: county ?? '' };
  const [breakdown, name] = group;
  if (breakdown === 'unit' && county === undefined) return 'combination';
  return { breakdown, name: county === undefined ? name : within(county, name) };
};

/** Whether there is a rhythm in which a place could be shown by such a window. */
const isPeriod = (window: Figure['window']): boolean => isPeriodOf(window, 'month');

interface Judge {
  readonly figure: Figure;
  readonly star: () => Promise<ShownStar>;
}

const cellAt = async ({ figure, star }: Judge, address: Address): Promise<Cell> => {
  if (typeof address === 'string') return hiddenCell(address);
  if (!figure.final) return hiddenCell('in-flight');
  const { window } = figure;
  const isShowable = isFederalYear(window) || (address.breakdown === 'county' && isPeriod(window));
  if (!isShowable) return hiddenCell('window');
  const { cells, heldAt } = await star();
  const counts = cells[cellName(figure.measure, address.breakdown, address.name)];
  if (counts === undefined) return hiddenCell(isFederalYear(figure.window) ? 'few' : 'window');
  const cell = roundedCell(figure.measure, cellOf(catalog[figure.measure], ...counts));
  return heldAt === null ? cell : { ...cell, heldAt };
};

const guardedGroups = async (judge: Judge, where: Where): Promise<Figure['by']> => {
  const by: [string, Groups][] = [];
  for (const [breakdown, groups] of Object.entries(judge.figure.by)) {
    const cells: [string, Cell][] = [];
    for (const group of Object.keys(groups)) {
      cells.push([group, await cellAt(judge, addressOf({ ...where, [breakdown]: group }))]);
    }
    by.push([breakdown, Object.fromEntries(cells)]);
  }
  return Object.fromEntries(by);
};

/** A second figure is shown for the whole alone: nothing is kept of it below from which to judge. */
const guardedSecond = ({ second }: Figure, isWhole: boolean): Cell | null =>
  second === null || isWhole ? second : hiddenCell('combination');

const isCount = ({ numerator, denominator }: Cell): boolean =>
  Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);

const brought = ({ numerator, denominator }: Cell) => ({
  numerator: numerator ?? 0,
  denominator: denominator ?? 0,
  affected: null,
});

const guardedSumGroups = (figure: Figure, breakdown: string, groups: Groups, rule: SmallCellRule): Groups => {
  const all = Object.entries(groups);
  if (!isFederalYear(figure.window) || !figure.final || !all.every(([, cell]) => isCount(cell))) {
    return Object.fromEntries(all.map(([group]) => [group, hiddenCell('window')]));
  }
  const figures = all.map(([group, cell]) => [group, cellFigureOf(figure.measure, brought(cell))] as const);
  const named = Object.fromEntries(figures);
  const insiders = breakdown === 'county' || breakdown === 'unit' ? insidersOfEach(named) : [];
  const { hidden } = hiddenGroups(named, { rule, insiders });
  return Object.fromEntries(
    all.map(([group, cell]) => [group, hidden.has(group) ? hiddenCell('few') : cell]),
  );
};

/** Sums an agency brought: groups of federal years alone, each breakdown by itself. */
const guardedSums = (figure: Figure, where: Where, rule: SmallCellRule): Figure => {
  if (Object.keys(where).length > 0) return { ...figure, ...hiddenCell('combination'), by: {} };
  const by = Object.entries(figure.by).map(([breakdown, groups]) => [
    breakdown,
    guardedSumGroups(figure, breakdown, groups, rule),
  ]);
  return { ...figure, by: Object.fromEntries(by) };
};

const asksStar = ({ absent, from, final, window, by }: Figure, where: Where): boolean => {
  if (absent !== null || from === 'aggregates' || !final) return false;
  const filters = Object.keys(where);
  if (!isPeriod(window)) return false;
  if (isFederalYear(window)) return filters.length > 0 || Object.keys(by).length > 0;
  return filters.every((filter) => filter === 'county') && (filters.length > 0 || by.county !== undefined);
};

const guardedFigure = async (files: GuardedFiles, figure: Figure, where: Where): Promise<Figure> => {
  if (figure.absent !== null) return figure;
  if (figure.from === 'aggregates') return guardedSums(figure, where, files.rule);
  const judge: Judge = { figure, star: () => shownStar(files, figure.measure, figure.window) };
  const isWhole = Object.keys(where).length === 0;
  const own = isWhole ? figure : await cellAt(judge, addressOf(where));
  return {
    ...figure,
    ...own,
    by: await guardedGroups(judge, where),
    second: guardedSecond(figure, isWhole),
  };
};

/** In their order, which is of measures. */
export const guardedFigures = async (
  files: GuardedFiles,
  figures: readonly Figure[],
  where: Where,
): Promise<Figure[]> => {
  const asking = figures.filter((figure) => asksStar(figure, where));
  for (const [measure, own] of Map.groupBy(asking, ({ measure }) => measure)) {
    await shownStars(
      files,
      measure,
      own.map(({ window }) => window),
    );
  }
  const guarded: Figure[] = [];
  for (const figure of figures) guarded.push(await guardedFigure(files, figure, where));
  return guarded;
};
