/** What was published over several windows, as it was published: dots joined by a thin line, nothing judged. */
import * as Plot from '@observablehq/plot';
import { tickText } from '../format/numbers.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import type { DrawnChart, TwinTable } from './drawn-chart.ts';
import { ink } from './ink.ts';
import { roundTicks } from './ticks.ts';

export interface ObservedPoint {
  /** As it stands on the axis: `22B23A`. */
  readonly window: string;
  /** In the measure's unit; null where none was published. */
  readonly value: number | null;
}

const rangeOf = (values: readonly number[]): [number, number] => {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low) * 0.35 || Math.abs(high) * 0.1 || 1;
  return [Math.max(0, low - room), high + room];
};

const mostLabels = 5;

/** The windows named on the axis: the last one and as many before it, evenly, as stand apart. */
const namedWindows = (windows: readonly string[]): string[] => {
  const step = Math.ceil(windows.length / mostLabels);
  return windows.filter((_, index) => (windows.length - 1 - index) % step === 0);
};

const valueLabel = (value: number, isPercent: boolean): string =>
  isPercent ? `${value.toFixed(1)}%` : value.toFixed(2);

/** Windows in the order given, oldest first. */
export const observedChart = (
  points: readonly ObservedPoint[],
  isPercent: boolean,
  words: SvgWords,
  table: TwinTable,
): DrawnChart => {
  const shown = points.filter((point): point is ObservedPoint & { value: number } => point.value !== null);
  const range = rangeOf(shown.map((point) => point.value));
  const { values, step } = roundTicks(range, 4);
  const axis = { tickSize: 0, label: null, fill: ink.soft, fontSize: 12 };
  const ends = shown.length > 1 ? [shown[0], shown.at(-1)] : shown;
  const svg = drawSvg(
    {
      width: 420,
      height: 200,
      marginLeft: 44,
      marginRight: 28,
      marginTop: 18,
      marginBottom: 28,
      x: { type: 'point', domain: points.map((point) => point.window) },
      y: { domain: range },
      r: { type: 'identity' },
      marks: [
        Plot.gridY(values, { stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisY(values, {
          ...axis,
          tickFormat: (value: number) => `${tickText(value, step)}${isPercent ? '%' : ''}`,
        }),
        Plot.axisX(namedWindows(points.map((point) => point.window)), axis),
        Plot.line(points, { x: 'window', y: 'value', stroke: ink.quietLine, strokeWidth: 1 }),
        Plot.dot(shown, { x: 'window', y: 'value', r: 3, fill: ink.quietLine }),
        Plot.text(ends, {
          x: 'window',
          y: 'value',
          dy: -12,
          text: (point: { value: number }) => valueLabel(point.value, isPercent),
          fill: ink.line,
          fontSize: 12,
        }),
      ],
    },
    words,
  );
  return { svg, narrowSvg: null, table };
};
