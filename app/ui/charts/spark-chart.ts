/** The board's small chart: a quiet band, the line over it, what lies outside marked, two labels, nothing more. */
import * as Plot from '@observablehq/plot';
import { monthText } from '../format/days.ts';
import { decimalsFor } from '../format/numbers.ts';
import { changeRules, changesInWords } from './change-marks.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { allFlagMarks, type FlagFrame, flagRoom, flagsInWords } from './flag-marks.ts';
import { ink } from './ink.ts';
import {
  type DrawablePoint,
  drawnPoints,
  hasValue,
  middleOf,
  type RunPoint,
  type RunSeries,
  verticalRange,
} from './run-points.ts';
import { type RunTableWords, runTable } from './run-table.ts';
import { rangedPoints, usualRangeMarks } from './usual-range-marks.ts';

const width = 326;
const height = 96;

const limitText = (value: number, series: RunSeries): string => {
  const last = series.points.findLast((point) => point.isFinal && hasValue(point));
  const decimals = last ? decimalsFor(series.unit, last.numerator, last.denominator) : 0;
  return value.toFixed(series.unit.per === 100 ? 0 : Math.max(1, decimals));
};

const limitLabels = (series: RunSeries): Plot.Markish[] => {
  const range = rangedPoints(series).at(-1)?.usual;
  if (!range || range.upper === range.lower) return [];
  return [
    Plot.text([range.lower, range.upper], {
      frameAnchor: 'right',
      dx: 30,
      textAnchor: 'end',
      y: (edge: number) => edge,
      text: (edge: number) => limitText(edge, series),
      fill: ink.soft,
      fontSize: 12,
    }),
  ];
};

const dotFill = (point: DrawablePoint): string =>
  !point.isFinal ? ink.paper : point.sign === null ? ink.quietLine : ink[point.sign];

const pointMarks = (series: RunSeries, scale: readonly [number, number]): Plot.Markish[] => {
  const finals = series.points.map((point) => ({
    at: middleOf(point),
    value: point.isFinal ? point.value : null,
  }));
  const dots = drawnPoints(series, scale);
  return [
    Plot.line(finals, { x: 'at', y: 'value', stroke: ink.quietLine, strokeWidth: 1.25, curve: 'linear' }),
    Plot.dot(dots, {
      x: middleOf,
      y: 'value',
      r: (point: DrawablePoint) => (point.sign || !point.isFinal ? 2.8 : 1.7),
      fill: dotFill,
      stroke: (point: DrawablePoint) => (point.isFinal ? dotFill(point) : ink.soft),
      strokeWidth: 1,
    }),
  ];
};

/** Says why the line stops early, where there is room for two words and no point in the way. */
const inFlightLabel = (series: RunSeries, inFlight: string): Plot.Markish[] => {
  const waiting = series.points.filter((point) => !point.isFinal);
  const [first, last] = [waiting[0], waiting.at(-1)];
  if (
    !first ||
    !last ||
    series.showsInFlight ||
    waiting.length < 6 ||
    waiting.length * 5 < series.points.length
  )
    return [];
  const at = new Date((middleOf(first).getTime() + middleOf(last).getTime()) / 2);
  return [Plot.text([at], { x: (day: Date) => day, text: () => inFlight, fill: ink.soft, fontSize: 12 })];
};

const endLabels = (series: RunSeries): Plot.Markish[] => {
  const [first, last] = [series.points[0], series.points.at(-1)];
  if (!first || !last || first === last) return [];
  const label = (point: RunPoint, textAnchor: 'start' | 'end', dx: number): Plot.Markish =>
    Plot.text([point], {
      x: middleOf,
      frameAnchor: 'bottom',
      dx,
      dy: 16,
      textAnchor,
      text: () => monthText(point.from),
      fill: ink.soft,
      fontSize: 12,
    });
  return [label(first, 'start', -3), label(last, 'end', 3)];
};

const margins = { marginLeft: 3, marginRight: 36 } as const;

const flagFrame: FlagFrame = {
  breadth: width - margins.marginLeft - margins.marginRight,
  radius: 7,
  fontSize: 12,
  hasLabels: false,
};

/** Draws one series small. An empty series gives an empty frame and an empty table, never an error. */
export const sparkChart = (series: RunSeries, words: SvgWords, tableWords: RunTableWords): DrawnChart => {
  const scale = verticalRange(series);
  const room = flagRoom(series, flagFrame);
  const options: Plot.PlotOptions = {
    width,
    height: height + room,
    ...margins,
    marginTop: 6 + room,
    marginBottom: 22,
    x: { type: 'utc', axis: null },
    y: { domain: [...scale], axis: null },
    r: { type: 'identity' },
    marks: [
      ...usualRangeMarks(series),
      ...changeRules(series),
      ...allFlagMarks(series, flagFrame),
      ...pointMarks(series, scale),
      ...limitLabels(series),
      ...inFlightLabel(series, tableWords.inFlight),
      ...endLabels(series),
    ],
  };
  const description = `${words.description}${flagsInWords(series)}${changesInWords(series)}`;
  return {
    svg: drawSvg(options, { ...words, description }),
    narrowSvg: null,
    table: runTable(series, tableWords),
  };
};
