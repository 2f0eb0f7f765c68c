/** The control chart of a measure's months or quarters: which chart it is, and that only final figures are judged. */
import { type ChartReading, readChart } from '../../../../statistics/control-charts/read-chart.ts';
import type { MeasureDefinition } from '../catalog/definition-shape.ts';
import type { Figure } from './figure.ts';

export type { ChartReading };

/**
 * Limits, signals and change of a series, oldest first; windows must not overlap. A figure in flight keeps its place and
 * has no value.
 */
export const readUsualRange = (
  { interval, direction, unit }: MeasureDefinition,
  figures: readonly Figure[],
): ChartReading =>
  readChart(
    figures.map(({ final, numerator, denominator }) =>
      final ? { numerator, denominator } : { numerator: null, denominator: null },
    ),
    {
      kind: interval === 'wilson' ? 'p-prime' : 'u-prime',
      better: direction,
      per: unit.per,
      range: interval === 'wilson' ? 'percent' : 'rate',
    },
  );
