/**
 * The two small signs beside a chart: how the series varies (by its last point) and whether it can be expected to meet a
 * target.
 *
 * Assurance asks what this process will do if nothing changes: a target beyond the far limit will be missed every time, a
 * target beyond the near one met every time, one between the limits (or on one) sometimes met and sometimes missed. It
 * says nothing of whether the target is a good one. Neither sign is shown for fewer than 13 points.
 *
 * Worked example: better is up, limits 30 and 42. Target 45: missed. Target 28: met. Target 35 or 42: hit-or-miss.
 */
import type { Better, Judgement } from './judgement.ts';
import { sideOf } from './limits.ts';
import type { ChartReading } from './read-chart.ts';

export type Assurance = 'missed' | 'met' | 'hit-or-miss';

const lastPoint = ({ points, phases }: ChartReading): ChartReading['points'][number] | undefined =>
  phases.at(-1)?.stage === 'full' ? points.findLast(({ value }) => value !== null) : undefined;

/** What the last point shows; `common-cause` when no rule speaks; null where icons are not shown. */
export const variationOf = (reading: ChartReading): readonly Judgement[] | 'common-cause' | null => {
  const last = lastPoint(reading);
  if (!last) return null;
  return last.judgements.length === 0 ? 'common-cause' : last.judgements;
};

/** Against the target that holds at the last point; null without a target, a direction, or enough points. */
export const assuranceOf = (
  reading: ChartReading,
  better: Better,
  target: number | null,
): Assurance | null => {
  const limits = lastPoint(reading)?.limits;
  if (!limits || target === null || better === 'neither') return null;
  const [far, near] = better === 'up' ? (['above', 'below'] as const) : (['below', 'above'] as const);
  const limitOn = { above: limits.upper, below: limits.lower };
  if (sideOf(target, limitOn[far]) === far) return 'missed';
  return sideOf(target, limitOn[near]) === near ? 'met' : 'hit-or-miss';
};
