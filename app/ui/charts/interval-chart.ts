/** Estimates with their intervals against one reference line: the published performance against the nation's. */
import * as Plot from '@observablehq/plot';
import { tickText } from '../format/numbers.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import type { DrawnChart, TwinTable } from './drawn-chart.ts';
import { ink } from './ink.ts';
import { roundTicks } from './ticks.ts';

export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface IntervalChartData {
  /** At most a handful; the order given is the order drawn. */
  readonly rows: readonly IntervalRow[];
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly isPercent: boolean;
}

const rangeOf = ({ rows, reference }: IntervalChartData): [number, number] => {
  const values = rows.flatMap((row) => [row.lower, row.upper]).concat(reference ? [reference.value] : []);
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low) * 0.15 || Math.abs(high) * 0.1 || 1;
  return [Math.max(0, low - room), high + room];
};

/** The label leans away from the nearer edge, so that none of it is cut off. */
const leaning = (value: number, [low, high]: [number, number]): 'start' | 'middle' | 'end' => {
  const share = (value - low) / (high - low);
  if (share < 0.3) return 'start';
  return share > 0.7 ? 'end' : 'middle';
};

const referenceMarks = ({ reference }: IntervalChartData, range: [number, number]): Plot.Markish[] =>
  reference === null
    ? []
    : [
        Plot.ruleX([reference.value], { stroke: ink.line, strokeDasharray: '4,3' }),
        Plot.text([reference], {
          x: 'value',
          frameAnchor: 'top',
          dy: -14,
          text: 'label',
          textAnchor: leaning(reference.value, range),
          fill: ink.soft,
          fontSize: 12,
        }),
      ];

const rowMarks = ({ rows }: IntervalChartData): Plot.Markish[] => [
  Plot.ruleY(rows, { y: 'label', x1: 'lower', x2: 'upper', stroke: ink.soft, strokeWidth: 2 }),
  Plot.dot(rows, { y: 'label', x: 'value', r: 4, fill: ink.line }),
];

/** Draws the rows; with none, the frame and the reference alone. */
export const intervalChart = (data: IntervalChartData, words: SvgWords, table: TwinTable): DrawnChart => {
  const range = rangeOf(data);
  const { values, step } = roundTicks(range, 4);
  const hasLabels = data.rows.length > 1;
  const svg = drawSvg(
    {
      width: 330,
      height: 64 + 26 * Math.max(1, data.rows.length),
      marginTop: 26,
      marginBottom: 26,
      marginLeft: hasLabels ? 90 : 12,
      marginRight: 20,
      x: { domain: range },
      y: { type: 'band', domain: data.rows.map((row) => row.label), axis: null },
      r: { type: 'identity' },
      marks: [
        Plot.axisX(values, {
          tickSize: 0,
          label: null,
          fill: ink.soft,
          fontSize: 12,
          tickFormat: (value: number) => `${tickText(value, step)}${data.isPercent ? '%' : ''}`,
        }),
        hasLabels ? Plot.axisY({ tickSize: 0, label: null, fill: ink.soft, fontSize: 12 }) : null,
        ...referenceMarks(data, range),
        ...rowMarks(data),
      ],
    },
    words,
  );
  return { svg, narrowSvg: null, table };
};
