/** Units of one window by their size, inside the funnel of what chance and ordinary difference make. Nobody is ranked. */
import * as Plot from '@observablehq/plot';
import { countText, tickText, valueText } from '../format/numbers.ts';
import { drawSvg, type SvgWords } from './draw-svg.ts';
import type { DrawnChart, TwinTable } from './drawn-chart.ts';
import { ink } from './ink.ts';
import type { PointSign } from './run-points.ts';
import { roundTicks } from './ticks.ts';

export interface FunnelDot {
  readonly name: string;
  readonly size: number;
  readonly value: number;
  /** What stands beside the pointer: the name with its numbers. */
  readonly hover: string;
  readonly flag: 'above' | 'below' | null;
  /** Whether its side is the better one; null where neither is, or it is inside. */
  readonly sign: PointSign | null;
  /** Named on the picture besides those that are flagged: the place somebody chose. */
  readonly isChosen: boolean;
}

export interface FunnelChartData {
  readonly dots: readonly FunnelDot[];
  readonly target: number;
  readonly widths: readonly {
    readonly size: number;
    readonly near: readonly [number, number];
    readonly far: readonly [number, number];
  }[];
  readonly unit: { readonly per: number };
}

export interface FunnelWords extends SvgWords {
  /** `everyone together 38.6%`. */
  readonly target: string;
  /** `children entering care`: what the size is counted in. */
  readonly size: string;
  readonly flag: Readonly<Record<'above' | 'below', string>>;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly sizeTicks: number;
}

const wide: Frame = { width: 780, height: 340, fontSize: 13, sizeTicks: 6 };
const narrow: Frame = { width: 340, height: 290, fontSize: 13, sizeTicks: 3 };

type Range = readonly [number, number];

/** Room for every dot and for the near limits at a middling size; the mouth of the funnel may leave the picture. */
const verticalOf = ({ dots, target, widths, unit }: FunnelChartData): Range => {
  const middle = widths[Math.floor(widths.length / 3)];
  const all = [...dots.map(({ value }) => value), target, ...(middle?.far ?? [])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
  const ceiling = unit.per === 100 ? 100 : Number.POSITIVE_INFINITY;
  return [Math.max(0, low - room), Math.max(high, Math.min(ceiling, high + room))];
};

const horizontalOf = ({ dots }: FunnelChartData): Range => {
  const sizes = dots.map(({ size }) => size);
  return [Math.min(...sizes) * 0.85, Math.max(...sizes) * 1.08];
};

const sizeTicks = ([low, high]: Range, about: number): number[] =>
  [1, 2, 5]
    .flatMap((factor) => Array.from({ length: 9 }, (_, power) => factor * 10 ** power))
    .filter((tick) => tick >= low && tick <= high)
    .sort((a, b) => a - b)
    .slice(-about);

const limitLines = ({ widths }: FunnelChartData, [low, high]: Range): Plot.Markish[] =>
  (['near', 'far'] as const).flatMap((name) =>
    ([0, 1] as const).map((side) =>
      Plot.line(
        widths.filter((width) => width[name][side] >= low && width[name][side] <= high),
        {
          x: 'size',
          y: (width: FunnelChartData['widths'][number]) => width[name][side],
          stroke: name === 'far' ? ink.soft : ink.mean,
          strokeWidth: 1,
          ...(name === 'near' && { strokeDasharray: '3,3' }),
        },
      ),
    ),
  );

const dotMarks = (dots: readonly FunnelDot[]): Plot.Markish[] => [
  Plot.dot(dots, {
    x: 'size',
    y: 'value',
    r: (dot: FunnelDot) => (dot.flag ? 5.5 : 4),
    symbol: (dot: FunnelDot) => (dot.flag ? 'triangle' : 'circle'),
    rotate: (dot: FunnelDot) => (dot.flag === 'below' ? 180 : 0),
    fill: (dot: FunnelDot) => (dot.sign ? ink[dot.sign] : ink.quietLine),
    stroke: (dot: FunnelDot) => (dot.isChosen ? ink.line : ink.paper),
    strokeWidth: (dot: FunnelDot) => (dot.isChosen ? 2 : 1),
    title: 'hover',
  }),
];

/** Names lean away from the edge they are near. */
const nameMarks = (
  dots: readonly FunnelDot[],
  range: Range,
  words: FunnelWords,
  frame: Frame,
): Plot.Markish[] =>
  dots
    .filter((dot) => dot.flag !== null || dot.isChosen)
    .map((dot) => {
      const place = Math.sqrt((dot.size - range[0]) / (range[1] - range[0]));
      const leansLeft = place > 0.55;
      return Plot.text([dot], {
        x: 'size',
        y: 'value',
        dx: leansLeft ? -10 : 10,
        textAnchor: leansLeft ? 'end' : 'start',
        text: () => (dot.flag ? `${dot.name}, ${words.flag[dot.flag]}` : dot.name),
        fill: ink.line,
        fontSize: frame.fontSize,
        stroke: ink.paper,
        strokeWidth: 3,
      });
    });

const frameMarks = (
  data: FunnelChartData,
  [across, up]: readonly [Range, Range],
  words: FunnelWords,
  frame: Frame,
): Plot.Markish[] => {
  const axis = { tickSize: 0, label: null, fill: ink.soft, fontSize: frame.fontSize };
  const { values, step } = roundTicks(up, 5);
  const percent = data.unit.per === 100 ? '%' : '';
  return [
    Plot.gridY(values, { stroke: ink.grid, strokeOpacity: 1 }),
    Plot.axisY(values, { ...axis, tickFormat: (value: number) => `${tickText(value, step)}${percent}` }),
    Plot.axisX(sizeTicks(across, frame.sizeTicks), {
      ...axis,
      tickFormat: (value: number) => countText(value),
    }),
    Plot.ruleY([data.target], { stroke: ink.line, strokeDasharray: '1,3' }),
    Plot.text([words.size], {
      frameAnchor: 'bottom-right',
      dy: 34,
      text: (text: string) => text,
      fill: ink.soft,
      fontSize: frame.fontSize,
    }),
    Plot.text([data.target], {
      y: (value: number) => value,
      frameAnchor: 'right',
      dy: -8,
      text: () => words.target,
      fill: ink.soft,
      fontSize: frame.fontSize,
      stroke: ink.paper,
      strokeWidth: 3,
    }),
  ];
};

const picture = (data: FunnelChartData, words: FunnelWords, frame: Frame): string => {
  const [across, up] = [horizontalOf(data), verticalOf(data)] as const;
  return drawSvg(
    {
      width: frame.width,
      height: frame.height,
      marginLeft: 48,
      marginRight: 14,
      marginTop: 14,
      marginBottom: 46,
      x: { type: 'sqrt', domain: [...across] },
      y: { domain: [...up] },
      r: { type: 'identity' },
      symbol: { type: 'identity' },
      marks: [
        ...frameMarks(data, [across, up], words, frame),
        ...limitLines(data, up),
        ...dotMarks(data.dots),
        ...nameMarks(data.dots, across, words, frame),
      ],
    },
    words,
  );
};

/** At least one dot. The table is the caller's: it also names those that are not shown. */
export const funnelChart = (data: FunnelChartData, words: FunnelWords, table: TwinTable): DrawnChart => ({
  svg: picture(data, words, wide),
  narrowSvg: picture(data, { ...words, id: `${words.id}-narrow` }, narrow),
  table,
});

/** `Alder: 31.2%, 34 of 109`. */
export const hoverText = (
  name: string,
  cell: { readonly value: number; readonly numerator: number; readonly denominator: number },
  unit: { readonly per: number },
): string =>
  `${name}: ${valueText(cell, unit)}, ${countText(cell.numerator)} of ${countText(cell.denominator)}`;
