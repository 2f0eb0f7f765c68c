/** De-identified records as CSV: the columns of the page, and which data they are from. */
import type { MeasureId } from '../catalog/definition-shape.ts';
import { csvField } from './csv-field.ts';
import type { Origin } from './exports.ts';
import type { Window } from './figure.ts';
import type { FactRecord } from './records.ts';

// biome-ignore format: one list, read in lines
const columns = [
  'measure', 'window_from', 'window_to', 'as_of', 'data_version', 'subject', 'anchor_month', 'age_band', 'county', 'unit',
  'counted', 'events', 'exposure', 'second_events', 'second_exposure', 'settled_month', 'is_settled',
];

export interface RecordsFrom extends Origin {
  readonly measure: MeasureId;
  readonly window: Window;
}

const lineOf = (record: FactRecord, { measure, window, asOf, dataVersion }: RecordsFrom): string =>
  [
    ...[measure, window.from, window.to, asOf, dataVersion],
    ...[record.subject, record.anchorMonth, record.ageBand, record.county, record.unit],
    ...[record.events > 0, record.events, record.exposure, record.secondEvents, record.secondExposure],
    ...[record.settledMonth, record.isSettled],
  ]
    .map(csvField)
    .join(',');

export const recordsAsCsv = (records: readonly FactRecord[], from: RecordsFrom): string =>
  `${[columns.join(','), ...records.map((record) => lineOf(record, from))].join('\n')}\n`;
