/** "A figure is final only when the data's as-of reaches the end of its follow-up." */
import type { Day } from '../../app/platform/clock.ts';
import type { MeasureId } from '../../app/rooms/measures/public.ts';
import { plusDays, plusMonths } from './days.ts';
import type { History } from './history.ts';

const followUpTo = (measure: MeasureId, to: Day): Day => {
  if (['P1', 'P4', 'S2', 'H2', 'H5'].includes(measure)) return plusMonths(to, 12);
  if (['P2', 'P3', 'H3', 'C1', 'C2'].includes(measure)) return to;
  return plusDays(to, measure === 'H4' ? 60 : 7);
};

/** What rests on reports needs at most 1% of those in its window and follow-up still pending. */
const isMostlyDisposed = ({ rows, window }: History, until: Day): boolean => {
  const reports = (rows.reports ?? []).filter(
    ({ report_date }) => window.from <= report_date && report_date <= until,
  );
  const pending = reports.filter(({ disposition }) => disposition === 'pending');
  return pending.length * 100 <= reports.length;
};

export const isFinal = (measure: MeasureId, history: History): boolean => {
  const until = followUpTo(measure, history.window.to);
  if (history.asOf < until) return false;
  return !['S1', 'S2', 'H2', 'H4'].includes(measure) || isMostlyDisposed(history, until);
};
