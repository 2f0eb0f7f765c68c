/** Decisions and changes on a chart: a thin line on their day with a numbered disc over it; words where there is room. */
import * as Plot from '@observablehq/plot';
import { dayText } from '../format/days.ts';
import { ink } from './ink.ts';
import { type ChartFlag, middleOf, type RunSeries } from './run-points.ts';

/** What the flags need of the frame they stand in, in pixels. */
export interface FlagFrame {
  /** Breadth between the margins. */
  readonly breadth: number;
  readonly radius: number;
  readonly fontSize: number;
  readonly hasLabels: boolean;
}

interface PlacedFlag extends ChartFlag {
  readonly at: Date;
  readonly x: number;
  /** 0 stands nearest to the picture; discs that would touch climb. */
  readonly level: number;
  /** Null where neither side has room for the words: they are in the list beneath in any case. */
  readonly side: 'start' | 'end' | null;
}

const spanOf = ({ points }: RunSeries): [number, number] | null => {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && first !== last ? [middleOf(first).getTime(), middleOf(last).getTime()] : null;
};

/** Flags within the picture, oldest first. Those before or after it stand in the list alone. */
export const flagsInView = (series: RunSeries): ChartFlag[] => {
  const span = spanOf(series);
  if (!span) return [];
  return [...(series.flags ?? [])]
    .filter(({ on }) => Date.parse(on) >= span[0] && Date.parse(on) <= span[1])
    .sort((a, b) => a.on.localeCompare(b.on) || a.number - b.number);
};

const widthOf = (text: string, fontSize: number): number => text.length * fontSize * 0.54;

const levelsOf = (xs: readonly number[], radius: number): number[] => {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - radius > end);
    const level = free === -1 ? ends.length : free;
    ends[level] = x + radius + 1;
    return level;
  });
};

const placed = (series: RunSeries, frame: FlagFrame): PlacedFlag[] => {
  const span = spanOf(series);
  const flags = flagsInView(series);
  if (!span) return [];
  const xs = flags.map(({ on }) => ((Date.parse(on) - span[0]) / (span[1] - span[0])) * frame.breadth);
  const levels = levelsOf(xs, frame.radius);
  const sideOf = (index: number, flag: ChartFlag): PlacedFlag['side'] => {
    const needed = widthOf(flag.label, frame.fontSize) + 2 * frame.radius + 6;
    const [before, x, after] = [xs[index - 1] ?? 0, xs[index] ?? 0, xs[index + 1] ?? frame.breadth];
    if (!frame.hasLabels) return null;
    if (after - x > needed) return 'start';
    return index === flags.length - 1 && x - before > needed ? 'end' : null;
  };
  return flags.map((flag, index) => ({
    ...flag,
    at: new Date(flag.on),
    x: xs[index] ?? 0,
    level: levels[index] ?? 0,
    side: sideOf(index, flag),
  }));
};

const lift = (level: number, { radius }: FlagFrame): number => -(radius + 3) - level * (2 * radius + 2);

/** How much higher the top margin must be. */
export const flagRoom = (series: RunSeries, frame: FlagFrame): number => {
  const flags = placed(series, frame);
  if (flags.length === 0) return 0;
  return 2 * frame.radius + 4 - lift(Math.max(...flags.map(({ level }) => level)), frame) - frame.radius;
};

/** A mark of its own each: Plot takes the offset of a whole mark. */
const flagMarks = (flag: PlacedFlag, frame: FlagFrame): Plot.Markish[] => {
  const dy = lift(flag.level, frame);
  const on = { x: 'at', frameAnchor: 'top' as const };
  const words = flag.side === 'start' ? frame.radius + 5 : -frame.radius - 5;
  return [
    Plot.ruleX([flag], { x: 'at', stroke: ink.line, strokeWidth: 1, insetTop: dy + frame.radius }),
    Plot.dot([flag], { ...on, dy, r: frame.radius, fill: ink.line }),
    Plot.text([flag], {
      ...on,
      // A letter hangs from the top of the frame; half its height brings it to the middle of the disc.
      dy: dy - frame.fontSize * 0.36,
      text: ({ number }: PlacedFlag) => String(number),
      fill: ink.paper,
      fontWeight: 700,
      fontSize: frame.fontSize - 2,
    }),
    flag.side === null
      ? null
      : Plot.text([flag], {
          ...on,
          dx: words,
          dy: dy - frame.fontSize * 0.36,
          textAnchor: flag.side,
          text: 'label',
          fill: ink.soft,
          fontSize: frame.fontSize,
        }),
  ];
};

export const allFlagMarks = (series: RunSeries, frame: FlagFrame): Plot.Markish[] =>
  placed(series, frame).flatMap((flag) => flagMarks(flag, frame));

/** For those who hear the picture. */
export const flagsInWords = (series: RunSeries): string => {
  const flags = flagsInView(series);
  if (flags.length === 0) return '';
  return ` Marked: ${flags.map(({ number, label, on }) => `${number}, ${label}, ${dayText(on)}`).join('; ')}.`;
};
