/** Observed performance, window by window, of a state and of the nation's groups, from four publications. */
import type { Day } from '../../../platform/clock.ts';
import { type Window, windowOfPeriod } from './federal-window.ts';
import { inUnit, measureOfIndicator, type PublishedMeasureId } from './published-measure.ts';
import { numberIn, readTable, type TableRow, textIn } from './read-table.ts';

export interface Observed {
  readonly measure: PublishedMeasureId;
  readonly window: Window;
  readonly period: string;
  /** `2025-08`, and the as-of date of its data. */
  readonly publication: string;
  readonly asOf: Day;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In the unit of the measure; null where nothing was published (data quality). */
  readonly value: number | null;
  /** Where the figure must not be taken at its word. Such a figure serves no expectation and no trend. */
  readonly note: string | null;
}

export interface StateObserved extends Observed {
  readonly state: string;
}

export interface GroupObserved extends Observed {
  /** What the groups are: `Age at entry`, `Race/ethnicity`. */
  readonly dimension: string;
  /** `Total` is the nation. */
  readonly group: string;
}

const changeOfFileFormat =
  'Anomalous as published: this window spans the change of the federal file format, and in this publication the move counts of some states multiply. Not used as an expectation.';

const noteOf = (measure: PublishedMeasureId, period: string, publication: string): string | null =>
  measure === 'P5' && period === '22B23A' && publication === '2025-08' ? changeOfFileFormat : null;

const observedOf = (row: TableRow): Observed => {
  const measure = measureOfIndicator(textIn(row, 'indicator'));
  const period = textIn(row, 'period');
  const publication = textIn(row, 'profile').replace('_', '-');
  const performance = numberIn(row, 'performance');
  return {
    measure,
    window: windowOfPeriod(period),
    period,
    publication,
    asOf: textIn(row, 'as_of_date'),
    numerator: numberIn(row, 'numerator'),
    denominator: numberIn(row, 'denominator'),
    value: performance === null ? null : inUnit(measure, performance),
    note: noteOf(measure, period, publication),
  };
};

/** Every row of every publication; the same window can stand in several. */
export const readObservedByState = (): StateObserved[] =>
  readTable('observed-by-state.csv').map((row) => ({ ...observedOf(row), state: textIn(row, 'state') }));

/** The nation by age and by race and ethnicity; one spelling for each group. */
export const readObservedByGroup = (): GroupObserved[] =>
  readTable('observed-national-by-group.csv').map((row) => ({
    ...observedOf(row),
    dimension: textIn(row, 'dimension'),
    group: textIn(row, 'dimension_value').replace('Alaskan Native', 'Alaska Native'),
  }));
