/** The usual range behind a run: a quiet band with its mean, dashed lines while limits are on trial. */
import * as Plot from '@observablehq/plot';
import { ink } from './ink.ts';
import { middleOf, type RunPoint, type RunSeries, type UsualRange } from './run-points.ts';

type RangedPoint = RunPoint & { readonly usual: UsualRange };

export const rangedPoints = (series: RunSeries): RangedPoint[] =>
  series.points.filter((point): point is RangedPoint => point.usual !== null);

const edge = (name: 'lower' | 'upper' | 'mean') => (point: RangedPoint) => point.usual[name];

const phaseOf = (point: RangedPoint): number => point.usual.phase;

export const usualRangeMarks = (series: RunSeries): Plot.Markish[] => {
  const ranged = rangedPoints(series);
  const standing = ranged.filter((point) => !point.usual.isTrial);
  const onTrial = ranged.filter((point) => point.usual.isTrial);
  const line = { x: middleOf, z: phaseOf, stroke: ink.soft, strokeWidth: 0.75, strokeDasharray: '4,4' };
  return [
    Plot.areaY(standing, { x: middleOf, y1: edge('lower'), y2: edge('upper'), z: phaseOf, fill: ink.band }),
    Plot.line(onTrial, { ...line, y: edge('lower') }),
    Plot.line(onTrial, { ...line, y: edge('upper') }),
    Plot.line(ranged, { x: middleOf, y: edge('mean'), z: phaseOf, stroke: ink.mean, strokeDasharray: '1,3' }),
  ];
};
