/** One of many small run charts on the same scales: a group's own line over everyone's, its usual range, and its last value. */
import * as Plot from '@observablehq/plot';
import { tickText, valueText } from '../format/numbers.ts';
import { changeRules } from './change-marks.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import { ink } from './ink.ts';
import { type DrawablePoint, hasValue, middleOf, type RunPoint, type RunSeries } from './run-points.ts';
import { roundTicks } from './ticks.ts';
import { rangedPoints } from './usual-range-marks.ts';

export interface MultipleScale {
  readonly time: readonly [Date, Date];
  readonly value: readonly [number, number];
}

const width = 270;
const height = 104;

/** One wild quarter of a small group must not flatten all others. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? 0;

/** What all share: the time of the longest, and the values between which nearly all final points lie. Others run along the edge. */
export const sharedScale = (all: readonly RunSeries[]): MultipleScale => {
  const points = all.flatMap((series) => series.points);
  const values = points
    .filter((point) => point.isFinal)
    .filter(hasValue)
    .map(({ value }) => value)
    .sort((a, b) => a - b);
  const times = points.map((point) => middleOf(point).getTime());
  const time: [Date, Date] =
    times.length === 0
      ? [new Date(0), new Date(1)]
      : [new Date(Math.min(...times)), new Date(Math.max(...times))];
  if (values.length === 0) return { time, value: [0, 1] };
  const [low, high] = [percentile(values, 0.03), percentile(values, 0.97)];
  const room = (high - low) * 0.1 || Math.abs(high) * 0.1 || 1;
  return { time, value: [Math.max(0, low - room), high + room] };
};

const within = ({ value: [low, high] }: MultipleScale, value: number): number =>
  Math.min(high, Math.max(low, value));

const finalLine = (series: RunSeries, scale: MultipleScale) =>
  series.points.map((point: RunPoint) => ({
    at: middleOf(point),
    value: point.isFinal && point.value !== null ? within(scale, point.value) : null,
  }));

const clampedRange = (series: RunSeries, scale: MultipleScale): RunSeries => ({
  ...series,
  points: series.points.map((point) =>
    point.usual === null
      ? point
      : {
          ...point,
          usual: {
            ...point.usual,
            mean: within(scale, point.usual.mean),
            lower: within(scale, point.usual.lower),
            upper: within(scale, point.usual.upper),
          },
        },
  ),
});

/** Only limits that stand: on trial they would say more than a small picture can take back. */
const usualBand = (series: RunSeries): Plot.Markish[] => [
  Plot.areaY(
    rangedPoints(series).filter(({ usual }) => !usual.isTrial),
    {
      x: middleOf,
      y1: ({ usual }) => usual.lower,
      y2: ({ usual }) => usual.upper,
      z: ({ usual }) => usual.phase,
      fill: ink.band,
    },
  ),
];

const isBelow = (point: DrawablePoint): boolean => point.usual !== null && point.value < point.usual.mean;

const signMarks = (series: RunSeries, scale: MultipleScale): Plot.Markish[] => {
  const finals = series.points.filter(hasValue).filter((point) => point.isFinal);
  const signed = finals.filter((point) => point.sign !== null);
  const last = finals.at(-1);
  const y = (point: DrawablePoint): number => within(scale, point.value);
  return [
    signed.length === 0
      ? null
      : Plot.dot(signed, {
          x: middleOf,
          y,
          r: 3.6,
          symbol: 'triangle',
          rotate: (point: DrawablePoint) => (isBelow(point) ? 180 : 0),
          fill: (point: DrawablePoint) => (point.sign ? ink[point.sign] : ink.line),
        }),
    last
      ? Plot.text([last], {
          x: middleOf,
          y,
          dx: 8,
          textAnchor: 'start',
          text: () => valueText(last, series.unit),
          fill: ink.line,
          fontSize: 12,
          stroke: ink.paper,
          strokeWidth: 3,
        })
      : null,
    last && last.sign === null ? Plot.dot([last], { x: middleOf, y, r: 2.6, fill: ink.line }) : null,
  ];
};

/** The picture of one group. A quarter that is not shown, or has nobody, is a gap in its line. */
export const multipleChart = (
  series: RunSeries,
  everyone: RunSeries,
  scale: MultipleScale,
  words: SvgWords,
): string => {
  const { values, step } = roundTicks(scale.value, 2);
  const percent = series.unit.per === 100 ? '%' : '';
  return drawSvg(
    {
      width,
      height,
      marginLeft: 36,
      marginRight: 44,
      marginTop: 8,
      marginBottom: 8,
      x: { type: 'utc', domain: [...scale.time], axis: null },
      y: { domain: [...scale.value] },
      r: { type: 'identity' },
      marks: [
        Plot.gridY(values, { stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY(values, {
          tickSize: 0,
          label: null,
          fill: ink.soft,
          fontSize: 12,
          tickFormat: (value: number) => `${tickText(value, step)}${percent}`,
        }),
        ...usualBand(clampedRange(series, scale)),
        ...changeRules(series),
        Plot.line(finalLine(everyone, scale), { x: 'at', y: 'value', stroke: ink.mean, strokeWidth: 1 }),
        Plot.line(finalLine(series, scale), {
          x: 'at',
          y: 'value',
          stroke: ink.line,
          strokeWidth: 1.5,
        }),
        ...signMarks(series, scale),
      ],
    },
    words,
  );
};
