/** Changes of policy on a chart: a line on their day from top to bottom, with their name where there is room. */
import * as Plot from '@observablehq/plot';
import { dayText } from '../format/days.ts';
import { ink } from './ink.ts';
import { type ChartChange, middleOf, type RunSeries } from './run-points.ts';

/** Changes within the picture, oldest first. Those before or after it stand in the list alone. */
export const changesInView = ({ points, changes = [] }: RunSeries): ChartChange[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return [];
  return changes
    .filter(
      ({ on }) => Date.parse(on) >= middleOf(first).getTime() && Date.parse(on) <= middleOf(last).getTime(),
    )
    .toSorted((a, b) => a.on.localeCompare(b.on));
};

const lastHalf = ({ points }: RunSeries): number => {
  const middle = points[Math.floor(points.length / 2)];
  return middle ? middleOf(middle).getTime() : 0;
};

const rule = (change: ChartChange): Plot.Markish =>
  Plot.ruleX([change], {
    x: ({ on }: ChartChange) => new Date(on),
    stroke: ink.line,
    strokeWidth: 1.25,
    strokeDasharray: change.isNewBaseline ? '7,3' : '2,3',
  });

/** Names stand at the foot of the picture, one over the other, so that none hides another. */
const name =
  (series: RunSeries, fontSize: number) =>
  (change: ChartChange, index: number): Plot.Markish => {
    const isLate = Date.parse(change.on) > lastHalf(series);
    return Plot.text([change], {
      x: ({ on }: ChartChange) => new Date(on),
      frameAnchor: 'bottom',
      dx: isLate ? -5 : 5,
      dy: -4 - index * (fontSize + 4),
      textAnchor: isLate ? 'end' : 'start',
      text: 'label',
      fill: ink.line,
      fontSize,
      stroke: ink.paper,
      strokeWidth: 4,
    });
  };

export const changeRules = (series: RunSeries): Plot.Markish[] => changesInView(series).map(rule);

export const changeNames = (series: RunSeries, fontSize: number): Plot.Markish[] =>
  changesInView(series).map(name(series, fontSize));

/** "1 Jul 2023: Alternative response, counted anew from then on" */
export const changeInWords = ({ on, label, isNewBaseline }: ChartChange): string =>
  `${dayText(on)}: ${label}${isNewBaseline ? ', counted anew from then on' : ''}`;

/** For those who hear the picture. */
export const changesInWords = (series: RunSeries): string => {
  const changes = changesInView(series);
  return changes.length === 0 ? '' : ` Changes of policy: ${changes.map(changeInWords).join('; ')}.`;
};
