/** Counties or units of one window held against the whole: who lies further out than chance and ordinary difference explain. */

import { type FunnelShape, funnelLimits } from '../../../../statistics/funnel/funnel-limits.ts';
import { funnelConfidences, readFunnel } from '../../../../statistics/funnel/read-funnel.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Breakdown } from '../catalog/definition-shape.ts';
import type { Cell, Figure } from './figure.ts';

export interface FunnelUnit {
  readonly group: string;
  readonly cell: Cell;
  /** Null inside the funnel, where the window is in flight, and for a cell that is not shown. */
  readonly flag: 'above' | 'below' | null;
  readonly isInFunnel: boolean;
}

/** The limits at one size, in the measure's unit. */
export interface FunnelWidth {
  readonly size: number;
  readonly near: readonly [number, number];
  readonly far: readonly [number, number];
}

export interface Funnel {
  readonly isJudged: boolean;
  readonly target: number;
  /** True where units differ by more than chance in general, so that the funnel is wider than chance alone would make it. */
  readonly isWidened: boolean;
  /** In the order of the figure's groups, never by value. */
  readonly units: readonly FunnelUnit[];
  readonly widths: readonly FunnelWidth[];
}

type Counted = Cell & { readonly numerator: number; readonly denominator: number; readonly value: number };

const isCounted = (cell: Cell): cell is Counted =>
  cell.numerator !== null && cell.denominator !== null && cell.value !== null && cell.denominator > 0;

const isPlace = (group: string): boolean => group !== 'unknown';

const fewestUnits = 5;
const steps = 48;

/** Sizes from the smallest to the largest, closer together where the funnel bends. */
const sizesBetween = (least: number, most: number): number[] => {
  const sizes = Array.from({ length: steps + 1 }, (_, step) =>
    Math.round(least * (most / least) ** (step / steps)),
  );
  return [...new Set(sizes)];
};

const widthsOf = (shape: FunnelShape, sizes: readonly number[], per: number): FunnelWidth[] =>
  sizes.map((size) => {
    const scaled = (confidence: number): [number, number] => {
      const [lower, upper] = funnelLimits(shape, size, confidence);
      return [lower * per, upper * per];
    };
    return { size, near: scaled(funnelConfidences.near), far: scaled(funnelConfidences.far) };
  });

/** Null where there is nothing to hold against each other: fewer than five places with children, or nobody counted. */
export const funnelOf = (figure: Figure, breakdown: Breakdown): Funnel | null => {
  const { interval, unit } = catalog[figure.measure];
  const all = Object.entries(figure.by[breakdown] ?? {}).filter(([group]) => isPlace(group));
  const counted = all.flatMap(([group, cell]) => (isCounted(cell) ? [{ group, cell }] : []));
  if (counted.length < fewestUnits) return null;
  const kind = interval === 'wilson' ? 'share' : 'rate';
  const reading = readFunnel(
    kind,
    counted.map(({ cell }) => cell),
    isCounted(figure) ? figure : undefined,
  );
  if (!reading) return null;
  const flags = new Map(counted.map(({ group }, index) => [group, reading.units[index]?.flag ?? null]));
  const sizes = counted.map(({ cell }) => cell.denominator);
  return {
    isJudged: figure.final,
    target: reading.target * unit.per,
    isWidened: reading.betweenVariance > 0,
    units: all.map(([group, cell]) => ({
      group,
      cell,
      flag: figure.final ? (flags.get(group) ?? null) : null,
      isInFunnel: flags.has(group),
    })),
    widths: widthsOf(reading, sizesBetween(Math.min(...sizes), Math.max(...sizes)), unit.per),
  };
};
