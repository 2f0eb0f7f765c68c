/** Titles, descriptions and column heads of charts and their tables. */
import type { MeasureDefinition } from '../../rooms/measures/public.ts';
import type { RunSeries } from '../../ui/charts/run-points.ts';
import type { RunTableWords } from '../../ui/charts/run-table.ts';
import { monthText } from '../../ui/format/days.ts';
import { valueText } from '../../ui/format/numbers.ts';

export type Rhythm = 'month' | 'quarter' | 'year';

const periodHeads: Readonly<Record<Rhythm, string>> = {
  month: 'Month',
  quarter: 'Quarter',
  year: 'Federal year',
};

export const runTableWords = (caption: string, rhythm: Rhythm = 'month'): RunTableWords => ({
  caption,
  period: periodHeads[rhythm],
  value: 'Value',
  numerator: 'Counted',
  denominator: 'Out of',
  standing: 'Standing',
  final: 'final',
  inFlight: 'in flight',
  improvement: 'improvement',
  concern: 'concern',
});

/** `usual range 36.1–41.9`, of the newest point that has one. */
export const usualRangeText = (series: RunSeries): string | null => {
  const point = series.points.findLast(({ usual }) => usual !== null);
  if (!point?.usual) return null;
  const bound = (value: number): string =>
    valueText({ value, numerator: point.numerator, denominator: point.denominator }, series.unit);
  return `usual range ${bound(point.usual.lower)} to ${bound(point.usual.upper)}${point.usual.isTrial ? ', on trial' : ''}`;
};

/** What the picture shows, for those who hear it. */
export const runDescription = (
  definition: MeasureDefinition,
  series: RunSeries,
  rhythm: Rhythm = 'month',
): string => {
  const [first, last] = [series.points[0], series.points.at(-1)];
  if (!first || !last) return 'There is nothing to draw yet.';
  const final = series.points.findLast((point) => point.isFinal && point.value !== null);
  const waiting = series.points.filter((point) => !point.isFinal).length;
  return [
    `${definition.title}, ${definition.unit.words}, ${rhythm} by ${rhythm} from ${monthText(first.from)} to ${monthText(last.from)}.`,
    final
      ? `Last final ${rhythm}, ${monthText(final.from)}: ${valueText(final, series.unit)}.`
      : `No ${rhythm} is final yet.`,
    usualRangeText(series)?.replace(/^u/, 'U').concat('.') ?? '',
    waiting > 1 ? `${waiting} ${rhythm}s are in flight and not judged.` : '',
    waiting === 1 ? `One ${rhythm} is in flight and not judged.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
};
