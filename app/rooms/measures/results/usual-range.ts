/** The control chart of a measure's months or quarters: which chart it is, and that only final figures are judged. */
import { type ChartReading, readChart } from '../../../../statistics/control-charts/read-chart.ts';
import type { Day } from '../../../platform/clock.ts';
import type { MeasureDefinition } from '../catalog/definition-shape.ts';
import { isAcross } from '../marks/rules.ts';
import type { Figure } from './figure.ts';

export type { ChartReading };

/** Where new baselines begin: each with the first period that lies wholly after the day, once one of them is judged. */
const phaseStarts = (
  figures: readonly Figure[],
  isJudged: readonly boolean[],
  days: readonly Day[],
): number[] =>
  days
    .map((day) => figures.findIndex(({ window }) => window.from >= day))
    .filter((start) => start > 0 && isJudged.slice(start).includes(true));

/**
 * Limits, signals and change of a series, oldest first; windows must not overlap. A figure in flight keeps its place and
 * has no value; so has one that lies across a day from which the measure counts differently (`days`).
 */
export const readUsualRange = (
  definition: MeasureDefinition,
  figures: readonly Figure[],
  days: readonly Day[] = [],
): ChartReading => {
  const { interval, direction, unit } = definition;
  const isJudged = figures.map(
    ({ final, window }) => final && !days.some((day) => isAcross(definition, window, day)),
  );
  return readChart(
    figures.map(({ numerator, denominator }, place) =>
      isJudged[place] ? { numerator, denominator } : { numerator: null, denominator: null },
    ),
    {
      kind: interval === 'wilson' ? 'p-prime' : 'u-prime',
      better: direction,
      per: unit.per,
      range: interval === 'wilson' ? 'percent' : 'rate',
      phasesFrom: phaseStarts(figures, isJudged, days),
    },
  );
};
