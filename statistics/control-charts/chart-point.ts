/** What a chart is read from: one point a month or quarter, in order; null where there is none. */
import type { Count } from './laney-limits.ts';

/** Which chart: shares p-prime, rates u-prime, other values xmr, times between rare events t, numbers between them g. */
export type ChartKind = 'xmr' | 'p-prime' | 'u-prime' | 't' | 'g';

/** For xmr, t and g: the value itself. For p-prime and u-prime: numerator and denominator. */
export interface ChartPoint {
  readonly value?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
}

/** A point that has a value, with its place in the series. */
export interface ValuedPoint {
  readonly place: number;
  /** In the unit of the chart. */
  readonly value: number;
  /** The counts behind a share or a rate; for other charts the value over 1. */
  readonly count: Count;
}

const isNumber = (value: number | null | undefined): value is number => Number.isFinite(value);

/** The points that have a value. A gap, or a denominator of 0, has none: its neighbours are joined. */
export const valuedPoints = (points: readonly ChartPoint[], kind: ChartKind, per: number): ValuedPoint[] =>
  points.flatMap(({ value, numerator, denominator }, place) => {
    if (kind !== 'p-prime' && kind !== 'u-prime') {
      return isNumber(value) ? [{ place, value, count: { numerator: value, denominator: 1 } }] : [];
    }
    if (!isNumber(numerator) || !isNumber(denominator) || denominator <= 0) return [];
    return [{ place, value: (per * numerator) / denominator, count: { numerator, denominator } }];
  });
