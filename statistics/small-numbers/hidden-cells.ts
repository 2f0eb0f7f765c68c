/**
 * Which cells of a two-way table are hidden: counties by age, by race or by sex, with both kinds of totals shown.
 *
 * Question: the children of 24 counties by 7 ages. One cell is 4. Its row and its column give it away unless others are
 * hidden in both, and those give each other away unless …
 *
 * Rule: what is hidden of the row totals and of the column totals was decided before, each as a breakdown of its own
 * (hidden-groups.ts); of a hidden row or column every cell is hidden. Then small cells, then further ones until none can
 * be told from the sums (hide-until-safe.ts). That always succeeds: shown totals are 0 or above 10 and leave 0 or more
 * than 10 of the whole, and with such totals even a table with every cell hidden keeps each wide enough.
 *
 * Several tables of the same counties (a star: county × age, county × race, county × sex) tell no more together than
 * each alone. They share nothing but county totals. While all of these are shown, tables with the same totals can be
 * filled in without regard to each other. Where some are hidden, their rows are hidden in every table: take the true
 * table, add up its hidden rows to one, and deal that out again to hidden counties of any sizes that have the same sum.
 * It can always be done, for whole numbers too, so a table says nothing of hidden county totals but their sum, and any
 * county totals that one table allows, the others allow.
 *
 * Insiders (insider.ts) know a row, or part of one (a unit of the county). Take out what they know: the rest is a table
 * of the same pattern, and must be safe in the same way. So a star is as safe from them as each table is.
 *
 * Limits: not true of tables with two totals in common (county × age beside county × age × sex), nor of groups that
 * overlap (hidden-overlap.ts). Who knows that a group has no children for another reason can tell more. Who knows this
 * rule knows that some hidden cell is small, and not which.
 *
 * Worked example: rows A, B, C and ages 0–5, 6–10, 11–17, all cells 40 of 90 but B, 6–10: 4 of 90. Hidden: that cell,
 * one other in its row, one other in its column, and the corner between them.
 *
 * Source: L. H. Cox, "Suppression methodology and statistical disclosure control", Journal of the American Statistical
 * Association 75 (1980), pp. 377–385; tables with totals in common: A. Dobra and S. E. Fienberg, "Bounds for cell entries
 * in contingency tables given marginal totals and decomposable graphs", PNAS 97 (2000), pp. 11885–11892.
 */
import { figureWithout, sumOfFigures } from './figure-sums.ts';
import type { HiddenGroups } from './hidden-groups.ts';
import { hideUntilSafe } from './hide-until-safe.ts';
import { leavesFew } from './insider.ts';
import {
  type CellFigure,
  isTooSmall,
  protectedCounts,
  type SmallCellRule,
  sizeOf,
  usualRule,
} from './small-cell-rule.ts';
import { type InsiderView, insiderView, type Pipe, type SumNetwork, sumNetwork } from './sum-network.ts';

/** Figures by row and column; a cell that is not there counts nobody. */
export type TwoWayTable = Readonly<Record<string, Readonly<Record<string, CellFigure>>>>;

/** What was decided of the totals of rows and of columns. */
export interface HiddenMargins {
  readonly rows: HiddenGroups;
  readonly columns: HiddenGroups;
}

/** Somebody who knows a row, or of each of its cells a part. */
export interface RowInsider {
  readonly row: string;
  /** Figures by column; `null`: the whole row. */
  readonly part: Readonly<Record<string, CellFigure>> | null;
}

export interface CellHiding {
  readonly rule?: SmallCellRule;
  readonly insiders?: readonly RowInsider[];
}

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly figure: CellFigure;
}

interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
}

const gridOf = (table: TwoWayTable): Grid => {
  const rows = Object.keys(table).sort();
  const columns = [...new Set(rows.flatMap((row) => Object.keys(table[row] ?? {})))].sort();
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const figure = table[row]?.[column];
      return figure ? [{ row, column, figure }] : [];
    }),
  );
  return { rows, columns, cells };
};

const pipeOf = (from: number, to: number, figure: CellFigure, mayBeHidden: boolean): Pipe => ({
  from,
  to,
  counts: protectedCounts(figure),
  size: sizeOf(figure),
  mayBeHidden,
});

/** Sum 0 is the whole before rows, sum 1 after columns; then rows, then columns. The first pipes are the cells. */
const networkOf = (
  { rows, columns, cells }: Grid,
  margins: HiddenMargins,
  rule: SmallCellRule,
  insiders: readonly RowInsider[],
): SumNetwork => {
  const rowSum = (row: string): number => 2 + rows.indexOf(row);
  const columnSum = (column: string): number => 2 + rows.length + columns.indexOf(column);
  const total = (wanted: (cell: Cell) => boolean): CellFigure =>
    sumOfFigures(cells.filter(wanted).map(({ figure }) => figure));
  const pipes = [
    ...cells.map(({ row, column, figure }) => pipeOf(rowSum(row), columnSum(column), figure, true)),
    ...rows.map((row) =>
      pipeOf(
        0,
        rowSum(row),
        total((cell) => cell.row === row),
        false,
      ),
    ),
    ...columns.map((column) =>
      pipeOf(
        columnSum(column),
        1,
        total((cell) => cell.column === column),
        false,
      ),
    ),
    pipeOf(
      1,
      0,
      total(() => true),
      false,
    ),
  ];
  const isHidden = [
    ...cells.map(
      ({ row, column, figure }) =>
        margins.rows.hidden.has(row) ||
        margins.columns.hidden.has(column) ||
        isTooSmall(figure, rule) ||
        leavesFew(
          figure,
          insiders.map((insider) => (insider.row === row ? insider.part?.[column] : undefined)),
          rule,
        ),
    ),
    ...rows.map((row) => margins.rows.hidden.has(row)),
    ...columns.map((column) => margins.columns.hidden.has(column)),
    false,
  ];
  return sumNetwork(pipes, isHidden);
};

const countsOf = (figures: readonly CellFigure[]): readonly number[] =>
  figures.length === 0 ? [] : protectedCounts(sumOfFigures(figures));

/** What an insider knows of the pipes of `networkOf`: of cells of the row, of its total, and of each column's total. */
const viewOf = (network: SumNetwork, { rows, columns, cells }: Grid, insider: RowInsider): InsiderView => {
  const own = new Map(
    cells.flatMap(({ row, column, figure }, pipe) =>
      row === insider.row ? [[pipe, { column, figure: insider.part ? insider.part[column] : figure }]] : [],
    ),
  );
  const known = new Map<number, readonly number[] | null>();
  for (const [pipe, { figure }] of own) {
    if (insider.part === null) known.set(pipe, null);
    else if (figure) known.set(pipe, protectedCounts(figure));
  }
  const all = [...own.values()].flatMap(({ figure }) => figure ?? []);
  const rowTotal = cells.length + rows.indexOf(insider.row);
  known.set(rowTotal, insider.part === null ? null : countsOf(all));
  columns.forEach((column, index) => {
    const inColumn = [...own.values()].flatMap((cell) => (cell.column === column ? (cell.figure ?? []) : []));
    if (inColumn.length > 0) known.set(cells.length + rows.length + index, countsOf(inColumn));
  });
  known.set(network.pipes.length - 1, countsOf(all));
  const isOfOwnRow = (pipe: number): boolean => own.has(pipe) || pipe === rowTotal;
  return insiderView(network, known, (pipe) => insider.part === null || isOfOwnRow(pipe));
};

/** Somebody who knows all of a row part by part has nothing in it to find. */
const leavesSomebody = (row: TwoWayTable[string] | undefined, { part }: RowInsider): boolean =>
  row !== undefined &&
  (part === null ||
    Object.entries(row).some(([column, figure]) => sizeOf(figureWithout(figure, part[column])) > 0));

export interface HiddenCells {
  readonly isHidden: (row: string, column: string) => boolean;
  /** As decided before, or all of them, where no pattern of cells would do: two counties that know of each other. */
  readonly columns: HiddenGroups;
}

const onlyRowTotals = (grid: Grid): HiddenCells => ({
  isHidden: () => true,
  columns: { isTotalHidden: false, hidden: new Set(grid.columns) },
});

/** Which cells are hidden. The order of rows and columns makes no difference. */
export const hiddenCells = (
  table: TwoWayTable,
  margins: HiddenMargins,
  { rule = usualRule, insiders = [] }: CellHiding = {},
): HiddenCells => {
  const { rows, columns } = margins;
  if (rows.isTotalHidden || columns.isTotalHidden) {
    return { isHidden: () => true, columns: { ...columns, isTotalHidden: true } };
  }
  const grid = gridOf(table);
  const network = networkOf(grid, margins, rule, insiders);
  const views = insiders
    .filter((insider) => leavesSomebody(table[insider.row], insider))
    .map((insider) => viewOf(network, grid, insider));
  if (!hideUntilSafe(network, rule, views)) return onlyRowTotals(grid);
  const shown = new Map(grid.rows.map((row): [string, Set<string>] => [row, new Set()]));
  grid.cells.forEach(({ row, column }, pipe) => {
    if (!network.isHidden[pipe]) shown.get(row)?.add(column);
  });
  const isHidden = (row: string, column: string): boolean =>
    table[row]?.[column] ? !shown.get(row)?.has(column) : rows.hidden.has(row) || columns.hidden.has(column);
  return { isHidden, columns };
};
