/** Where a state stands against national performance, as the Children's Bureau published it. */
import { catalog } from '../catalog/catalog.ts';

import { type Window, windowOfPeriod } from './federal-window.ts';
import { measureOfIndicator, type PublishedMeasureId } from './published-measure.ts';
import { numberIn, readTable, type TableRow, textIn } from './read-table.ts';

export type Status = 'Better' | 'Worse' | 'No different' | 'DQ';

export interface Standing {
  readonly measure: PublishedMeasureId;
  readonly state: string;
  readonly window: Window;
  /** The name the publication gives the window: `23B24A`. */
  readonly period: string;
  /** The federal files it rests on. */
  readonly dataUsed: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In the unit of the measure, rounded as published; null with DQ. */
  readonly observed: number | null;
  /** Risk-standardized performance and its 95% interval: never computed here, never set beside a figure of ours. */
  readonly rsp: { readonly value: number; readonly interval: readonly [number, number] } | null;
  readonly nationalPerformance: number;
  readonly status: Status;
}

/** When the standings were published, as the supplemental tables name their publications. */
export const standingPublished = '2026-03';
export const standingPublication = 'Statewide Data Indicators Workbook, March 2026';

/**
 * The published rule: an interval that holds national performance, ends included, is "No different"; one that lies wholly
 * on the good side "Better", wholly on the other "Worse".
 */
export const statusOf = (
  measure: PublishedMeasureId,
  [lower, upper]: readonly [number, number],
  nationalPerformance: number,
): Exclude<Status, 'DQ'> => {
  if (lower <= nationalPerformance && nationalPerformance <= upper) return 'No different';
  return lower > nationalPerformance === (catalog[measure].direction === 'up') ? 'Better' : 'Worse';
};

const rspOf = (row: TableRow): Standing['rsp'] => {
  const [lower, value, upper] = [
    numberIn(row, 'rsp_lower'),
    numberIn(row, 'rsp'),
    numberIn(row, 'rsp_upper'),
  ];
  return lower === null || value === null || upper === null ? null : { value, interval: [lower, upper] };
};

/** All 364 rows, 28 of them DQ, in the order of the publication. */
export const readStandings = (): Standing[] =>
  readTable('standing-by-state.csv').map((row) => ({
    measure: measureOfIndicator(textIn(row, 'indicator')),
    state: textIn(row, 'state'),
    window: windowOfPeriod(textIn(row, 'period')),
    period: textIn(row, 'period'),
    dataUsed: textIn(row, 'data_used'),
    numerator: numberIn(row, 'numerator'),
    denominator: numberIn(row, 'denominator'),
    observed: numberIn(row, 'observed'),
    rsp: rspOf(row),
    nationalPerformance: Number(textIn(row, 'national_performance')),
    status: textIn(row, 'status') as Status,
  }));
