/** From sums to figures: values, intervals, finality, groups in their order, and what is not there and why. */
import type { Day } from '../../../platform/clock.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Breakdown, MeasureDefinition, MeasureId } from '../catalog/definition-shape.ts';
import type { Manifest } from '../imports/manifest.ts';
import { cellOf, noCell } from './cell.ts';
import type { Cell, Figure, Window } from './figure.ts';
import { isFinal, isIncomplete, type ReportDay } from './finality.ts';
import { compareAges } from './groups-in-order.ts';
import type { SumRow } from './sums.ts';

export interface AssemblyContext {
  readonly manifest: Manifest;
  readonly asOf: Day;
  readonly reportDays: readonly ReportDay[];
  readonly by: readonly Breakdown[];
}

const inOrder = (breakdown: Breakdown, rows: readonly SumRow[]): SumRow[] =>
  breakdown === 'age'
    ? rows.toSorted((a, b) => compareAges(a.group_name ?? '', b.group_name ?? ''))
    : [...rows];

const groupsOf = (
  definition: MeasureDefinition,
  breakdown: Breakdown,
  rows: readonly SumRow[],
): Record<string, Cell> => {
  const own = rows.filter((row) => row.breakdown === breakdown && row.group_name !== null);
  return Object.fromEntries(
    inOrder(breakdown, own).map((row) => [
      row.group_name,
      cellOf(definition, row.numerator, row.denominator),
    ]),
  );
};

const notCarriedOf = (definition: MeasureDefinition, by: readonly Breakdown[]): Figure['notCarried'] =>
  Object.fromEntries(
    by.flatMap((breakdown) => {
      const reason = definition.notCarried[breakdown];
      return reason === undefined ? [] : [[breakdown, reason]];
    }),
  );

/** A figure without numbers: an absent file, or a filter the measure cannot carry. */
export const emptyFigure = (
  measure: MeasureId,
  window: Window,
  absent: string,
  context: AssemblyContext,
): Figure => {
  const definition = catalog[measure];
  return {
    ...noCell,
    measure,
    window,
    final: isFinal(definition, window, context.asOf, context.reportDays),
    by: {},
    second: definition.second ? noCell : null,
    incomplete: isIncomplete(definition, window, context.manifest),
    absent,
    notCarried: notCarriedOf(definition, context.by),
    from: 'records',
  };
};

/** A figure from the rows of one measure and one window; no row at all means that nobody was counted. */
export const assembleFigure = (
  measure: MeasureId,
  window: Window,
  rows: readonly SumRow[],
  context: AssemblyContext,
): Figure => {
  const definition = catalog[measure];
  const total = rows.find((row) => row.breakdown === null);
  const carried = context.by.filter((breakdown) => definition.breakdowns.includes(breakdown));
  return {
    ...cellOf(definition, total?.numerator ?? 0, total?.denominator ?? 0),
    measure,
    window,
    final: isFinal(definition, window, context.asOf, context.reportDays),
    by: Object.fromEntries(carried.map((breakdown) => [breakdown, groupsOf(definition, breakdown, rows)])),
    second: definition.second
      ? cellOf(definition, total?.second_numerator ?? 0, total?.second_denominator ?? 0)
      : null,
    incomplete: isIncomplete(definition, window, context.manifest),
    absent: null,
    notCarried: notCarriedOf(definition, context.by),
    from: 'records',
  };
};
