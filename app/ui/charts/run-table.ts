/** The table twin of a run or spark chart. */
import { windowText } from '../format/days.ts';
import { countText, valueText } from '../format/numbers.ts';
import { changeInWords } from './change-marks.ts';
import type { TwinTable } from './drawn-chart.ts';
import type { RunPoint, RunSeries } from './run-points.ts';

export interface RunTableWords {
  readonly caption: string;
  readonly period: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly standing: string;
  readonly final: string;
  readonly inFlight: string;
  readonly improvement: string;
  readonly concern: string;
}

/** What was decided in the period of a point: its number and its words. */
const flagsIn = ({ flags = [] }: RunSeries, { from, to }: RunPoint): string[] =>
  flags.filter(({ on }) => on >= from && on <= to).map(({ number, label }) => `${number} ${label}`);

const changesIn = ({ changes = [] }: RunSeries, { from, to }: RunPoint): string[] =>
  changes.filter(({ on }) => on >= from && on <= to).map((change) => `from ${changeInWords(change)}`);

/** Newest last, as the picture reads. */
export const runTable = (series: RunSeries, words: RunTableWords): TwinTable => ({
  caption: words.caption,
  columns: [
    { label: words.period, isNumber: false },
    { label: words.value, isNumber: true },
    { label: words.numerator, isNumber: true },
    { label: words.denominator, isNumber: true },
    { label: words.standing, isNumber: false },
  ],
  rows: series.points.map((point) => [
    windowText(point.from, point.to),
    valueText(point, series.unit),
    countText(point.numerator),
    countText(point.denominator),
    [
      point.isFinal ? words.final : words.inFlight,
      ...(point.sign ? [words[point.sign]] : []),
      ...flagsIn(series, point),
      ...changesIn(series, point),
    ].join(', '),
  ]),
});
