/** Groups one under another, each with its figure as it is and beneath it adjusted by age, intervals and all, on one scale. */
import * as Plot from '@observablehq/plot';
import { tickText } from '../format/numbers.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import type { DrawnChart, TwinTable } from './drawn-chart.ts';
import { ink } from './ink.ts';
import { roundTicks } from './ticks.ts';

export interface Estimate {
  readonly value: number;
  readonly interval: readonly [number, number];
}

export interface DisparityBar {
  readonly name: string;
  /** At the right of the name: the figures in words, or why there is none. */
  readonly note: string;
  /** The same where there is less room. */
  readonly shortNote: string;
  /** Null where there is nothing to show. */
  readonly asItIs: Estimate | null;
  readonly adjusted: Estimate | null;
}

export interface DisparityChartData {
  /** In the order given, which is never by value. */
  readonly bars: readonly DisparityBar[];
  readonly everybody: number | null;
  readonly unit: { readonly per: number };
}

export interface DisparityWords extends SvgWords {
  readonly everybody: string;
}

/** On a phone a long name takes two lines. */
const rowHeightAt = (width: number): number => (width > 400 ? 46 : 60);

interface Placed {
  readonly y: number;
  readonly estimate: Estimate;
}

const estimates = ({ bars }: DisparityChartData, which: 'asItIs' | 'adjusted', drop: number): Placed[] =>
  bars.flatMap((bar, index) => {
    const estimate = bar[which];
    return estimate ? [{ y: index + drop, estimate }] : [];
  });

const scaleOf = (data: DisparityChartData): [number, number] => {
  const ends = data.bars.flatMap(({ asItIs, adjusted }) => [
    ...(asItIs?.interval ?? []),
    ...(adjusted?.interval ?? []),
  ]);
  const all = data.everybody === null ? ends : [...ends, data.everybody];
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
  return [Math.max(0, low - room), high + room];
};

const estimateMarks = (placed: readonly Placed[], isAdjusted: boolean): Plot.Markish[] => [
  Plot.ruleY(placed, {
    y: 'y',
    x1: ({ estimate }: Placed) => estimate.interval[0],
    x2: ({ estimate }: Placed) => estimate.interval[1],
    stroke: ink.soft,
    strokeWidth: isAdjusted ? 1 : 2,
  }),
  Plot.dot(placed, {
    y: 'y',
    x: ({ estimate }: Placed) => estimate.value,
    r: 4,
    fill: isAdjusted ? ink.paper : ink.line,
    stroke: ink.line,
    strokeWidth: 1.25,
  }),
];

const nameMarks = ({ bars }: DisparityChartData, width: number): Plot.Markish[] => {
  const rows = bars.map((bar, index) => ({ ...bar, y: index + 0.3 }));
  const text = { y: 'y', fontSize: 13 } as const;
  return [
    Plot.text(rows, {
      ...text,
      frameAnchor: 'left',
      text: 'name',
      fill: ink.line,
      lineWidth: width / 13 - 9,
    }),
    Plot.text(rows, {
      ...text,
      frameAnchor: 'right',
      text: width > 400 ? 'note' : 'shortNote',
      fill: ink.soft,
    }),
  ];
};

const everybodyMarks = (
  { everybody, bars }: DisparityChartData,
  words: DisparityWords,
  [low, high]: readonly [number, number],
): Plot.Markish[] => {
  if (everybody === null) return [];
  const share = (everybody - low) / (high - low);
  return [
    Plot.ruleX([everybody], { y1: 0, y2: bars.length, stroke: ink.mean, strokeDasharray: '2,3' }),
    Plot.text([everybody], {
      x: (value: number) => value,
      y: 0,
      dy: -8,
      text: () => words.everybody,
      textAnchor: share < 0.3 ? 'start' : share > 0.7 ? 'end' : 'middle',
      fill: ink.soft,
      fontSize: 12,
    }),
  ];
};

const picture = (data: DisparityChartData, words: DisparityWords, width: number): string => {
  const scale = scaleOf(data);
  const { values, step } = roundTicks(scale, width > 400 ? 5 : 3);
  return drawSvg(
    {
      width,
      height: 48 + rowHeightAt(width) * Math.max(1, data.bars.length),
      marginTop: 22,
      marginBottom: 26,
      marginLeft: 8,
      marginRight: 8,
      x: { domain: scale },
      y: { domain: [Math.max(1, data.bars.length), 0], axis: null },
      r: { type: 'identity' },
      marks: [
        Plot.gridX(values, { stroke: ink.grid, strokeOpacity: 1 }),
        Plot.axisX(values, {
          tickSize: 0,
          label: null,
          fill: ink.soft,
          fontSize: 12,
          tickFormat: (value: number) => `${tickText(value, step)}${data.unit.per === 100 ? '%' : ''}`,
        }),
        ...everybodyMarks(data, words, scale),
        ...estimateMarks(estimates(data, 'asItIs', 0.66), false),
        ...estimateMarks(estimates(data, 'adjusted', 0.85), true),
        ...nameMarks(data, width),
      ],
    },
    words,
  );
};

export const disparityChart = (
  data: DisparityChartData,
  words: DisparityWords,
  table: TwinTable,
): DrawnChart => ({
  svg: picture(data, words, 560),
  narrowSvg: picture(data, { ...words, id: `${words.id}-narrow` }, 330),
  table,
});
