/** A measure's own chart: usual range with its phases, the run of final figures, what is in flight hollow beside it. */
import * as Plot from '@observablehq/plot';
import { monthText } from '../format/days.ts';
import { tickText, valueText } from '../format/numbers.ts';
import { changeNames, changeRules, changesInWords } from './change-marks.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { allFlagMarks, type FlagFrame, flagRoom, flagsInWords } from './flag-marks.ts';
import { ink } from './ink.ts';
import {
  type DrawablePoint,
  drawnPoints,
  hasValue,
  middleOf,
  type RunSeries,
  verticalRange,
} from './run-points.ts';
import { type RunTableWords, runTable } from './run-table.ts';
import { roundTicks } from './ticks.ts';
import { rangedPoints, usualRangeMarks } from './usual-range-marks.ts';

export interface RunChartWords extends SvgWords {
  readonly usualRange: string;
  readonly inFlight: string;
  readonly table: RunTableWords;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly timeTicks: number;
}

const wide: Frame = { width: 780, height: 330, fontSize: 13, timeTicks: 5 };
const narrow: Frame = { width: 340, height: 250, fontSize: 13, timeTicks: 2 };

const gridMarks = (series: RunSeries, scale: readonly [number, number], frame: Frame): Plot.Markish[] => {
  const percent = series.unit.per === 100 ? '%' : '';
  const { values, step } = roundTicks(scale, 5);
  const axis = { tickSize: 0, label: null, fill: ink.soft, fontSize: frame.fontSize };
  return [
    Plot.gridY(values, { stroke: ink.grid, strokeOpacity: 1 }),
    Plot.axisY(values, { ...axis, tickFormat: (value: number) => `${tickText(value, step)}${percent}` }),
    Plot.axisX({
      ...axis,
      ticks: frame.timeTicks,
      tickPadding: 10,
      tickFormat: (at: Date) => monthText(at.toISOString()),
    }),
  ];
};

const rangeLabel = (series: RunSeries, words: RunChartWords, frame: Frame): Plot.Markish[] => {
  const ranged = rangedPoints(series);
  const phase = ranged.at(-1)?.usual.phase;
  const first = ranged.find((point) => point.usual.phase === phase);
  if (!first) return [];
  return [
    Plot.text([first], {
      x: middleOf,
      y: () => Math.max(...ranged.map((point) => point.usual.upper)),
      dx: 4,
      dy: -9,
      textAnchor: 'start',
      text: () => words.usualRange,
      fill: ink.soft,
      stroke: ink.paper,
      strokeWidth: 3,
      fontSize: frame.fontSize,
    }),
  ];
};

const dotFill = (point: DrawablePoint): string =>
  !point.isFinal ? ink.paper : point.sign === null ? ink.line : ink[point.sign];

/** Beside its colour a signed point has a shape: a triangle that points the way it went. */
const isBelow = (point: DrawablePoint): boolean => point.usual !== null && point.value < point.usual.mean;

const inFlightMarks = (series: RunSeries, words: RunChartWords, frame: Frame): Plot.Markish[] => {
  const first = series.points.find((point) => !point.isFinal);
  if (!first) return [];
  const from = new Date(first.from);
  // Where only the last months are in flight there is no room after the line.
  const isLate = series.points.indexOf(first) > series.points.length * 0.8;
  return [
    Plot.ruleX([from], { stroke: ink.soft, strokeDasharray: '2,4' }),
    Plot.text([from], {
      x: (at: Date) => at,
      frameAnchor: 'top',
      dx: isLate ? -5 : 5,
      dy: 2,
      textAnchor: isLate ? 'end' : 'start',
      text: () => words.inFlight,
      fill: ink.soft,
      fontSize: frame.fontSize,
    }),
  ];
};

const pointMarks = (series: RunSeries, scale: readonly [number, number]): Plot.Markish[] => {
  const finals = series.points.map((point) => ({
    at: middleOf(point),
    value: point.isFinal ? point.value : null,
  }));
  const dots = drawnPoints(series, scale);
  return [
    Plot.line(finals, { x: 'at', y: 'value', stroke: ink.line, strokeWidth: 1.25 }),
    Plot.dot(dots, {
      x: middleOf,
      y: 'value',
      r: (point: DrawablePoint) => (point.sign ? 4.5 : 3.2),
      symbol: (point: DrawablePoint) => (point.sign ? 'triangle' : 'circle'),
      rotate: (point: DrawablePoint) => (point.sign && isBelow(point) ? 180 : 0),
      fill: dotFill,
      stroke: (point: DrawablePoint) => (point.isFinal ? dotFill(point) : ink.soft),
      strokeWidth: 1.25,
    }),
  ];
};

const lastFinalLabel = (series: RunSeries, frame: Frame): Plot.Markish[] => {
  const last = series.points.filter(hasValue).findLast((point) => point.isFinal);
  if (!last) return [];
  return [
    Plot.text([last], {
      x: middleOf,
      y: 'value',
      dy: -14,
      text: () => valueText(last, series.unit),
      fill: ink.line,
      fontWeight: 700,
      fontSize: frame.fontSize + 1,
      stroke: ink.paper,
      strokeWidth: 3,
    }),
  ];
};

const margins = { marginLeft: 48, marginRight: 28, marginBottom: 34 } as const;

const flagFrame = ({ width, fontSize }: Frame): FlagFrame => ({
  breadth: width - margins.marginLeft - margins.marginRight,
  radius: 9,
  fontSize,
  hasLabels: width > 500,
});

const picture = (series: RunSeries, words: RunChartWords, frame: Frame): string => {
  const scale = verticalRange(series);
  const flags = flagFrame(frame);
  const room = flagRoom(series, flags);
  return drawSvg(
    {
      width: frame.width,
      height: frame.height + room,
      ...margins,
      marginTop: 22 + room,
      x: { type: 'utc' },
      y: { domain: [...scale] },
      r: { type: 'identity' },
      symbol: { type: 'identity' },
      marks: [
        ...gridMarks(series, scale, frame),
        ...usualRangeMarks(series),
        ...inFlightMarks(series, words, frame),
        ...changeRules(series),
        ...allFlagMarks(series, flags),
        ...pointMarks(series, scale),
        ...rangeLabel(series, words, frame),
        ...lastFinalLabel(series, frame),
        ...changeNames(series, frame.fontSize),
      ],
    },
    { ...words, description: `${words.description}${flagsInWords(series)}${changesInWords(series)}` },
  );
};

/** Draws one series for a desk and for a phone. Empty, one point, all missing: a frame and the table, never an error. */
export const runChart = (series: RunSeries, words: RunChartWords): DrawnChart => ({
  svg: picture(series, words, wide),
  narrowSvg: picture(series, { ...words, id: `${words.id}-narrow` }, narrow),
  table: runTable(series, words.table),
});
