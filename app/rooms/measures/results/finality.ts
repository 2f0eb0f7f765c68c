/** Is a figure final? Pure: days, the reports' dispositions, and which federal years are loaded. */
import type { Day } from '../../../platform/clock.ts';
import type { MeasureDefinition } from '../catalog/definition-shape.ts';
import type { Manifest } from '../imports/manifest.ts';
import type { Window } from './figure.ts';
import { addDays, addMonths } from './windows.ts';

/** How many children's reports were received on a day, and how many of them still wait for a disposition. */
export interface ReportDay {
  readonly on: Day;
  readonly reports: number;
  readonly pending: number;
}

/** A figure that rests on findings is not final while more than this share of its reports is pending. */
export const mostPending = 0.01;

/** The day on which the last follow-up of the window ends. */
export const followUpEndsOn = (definition: MeasureDefinition, window: Window): Day =>
  addDays(addMonths(window.to, definition.followUp.months), definition.followUp.days);

const hasTooManyPending = (days: readonly ReportDay[], from: Day, to: Day): boolean => {
  let reports = 0;
  let pending = 0;
  for (const day of days) {
    if (day.on < from || day.on > to) continue;
    reports += day.reports;
    pending += day.pending;
  }
  return pending > mostPending * reports;
};

/** Final only when as-of reaches the end of the follow-up, and, where findings count, few are pending. */
export const isFinal = (
  definition: MeasureDefinition,
  window: Window,
  asOf: Day,
  reportDays: readonly ReportDay[],
): boolean => {
  const endsOn = followUpEndsOn(definition, window);
  if (asOf < endsOn) return false;
  return !(definition.restsOnDispositions && hasTooManyPending(reportDays, window.from, endsOn));
};

const federalYear = (day: Day): number => Number(day.slice(0, 4)) + (day.slice(5, 7) >= '10' ? 1 : 0);

/**
 * A report is in the NCANDS file of the year of its disposition: until the file of the federal year after
 * the window is loaded, some of the window's reports are not there yet.
 */
export const isIncomplete = (definition: MeasureDefinition, window: Window, manifest: Manifest): boolean => {
  const reads = (table: 'reports' | 'investigations'): boolean =>
    definition.tables.includes(table) && (manifest.tables[table]?.from.includes('ncands') ?? false);
  if (!reads('reports') && !reads('investigations')) return false;
  return !manifest.sources.some(
    ({ kind, fiscalYear }) => kind === 'ncands' && fiscalYear === federalYear(window.to) + 1,
  );
};
