/** The limits of one phase: frozen at the first points of it, so that they do not drift after what they should catch. */
import type { Screening } from './average-moving-range.ts';
import type { ChartKind, ValuedPoint } from './chart-point.ts';
import { type LaneyLimits, pPrimeLimits, uPrimeLimits } from './laney-limits.ts';
import type { Limits } from './limits.ts';
import { gLimits, tLimits } from './rare-event-limits.ts';
import { xmrLimits } from './xmr-limits.ts';

export interface PhaseLimits {
  readonly at: (point: ValuedPoint) => Limits;
  readonly screening: Screening;
  /** Moving ranges left out by screening. */
  readonly leftOut: number;
  /** How many times wider than chance alone a p′ or u′ chart varies; null for other charts. */
  readonly sigmaZ: number | null;
}

const scaled = ({ mean, lower, upper, nearLower, nearUpper }: Limits, per: number): Limits => ({
  mean: mean * per,
  lower: lower * per,
  upper: upper * per,
  nearLower: nearLower * per,
  nearUpper: nearUpper * per,
});

const fromLaney = ({ at, movingRange, sigmaZ }: LaneyLimits, per: number): PhaseLimits => ({
  at: ({ count }) => scaled(at(count.denominator), per),
  screening: movingRange.screening,
  leftOut: movingRange.leftOut,
  sigmaZ,
});

const unscreened = (limits: Limits): PhaseLimits => ({
  at: () => limits,
  screening: 'off',
  leftOut: 0,
  sigmaZ: null,
});

/** Limits from the baseline of a phase (at least one point), in the chart's unit. */
export const phaseLimits = (
  baseline: readonly ValuedPoint[],
  kind: ChartKind,
  per: number,
  isScreened: boolean,
): PhaseLimits => {
  const counts = baseline.map(({ count }) => count);
  const values = baseline.map(({ value }) => value);
  if (kind === 'p-prime') return fromLaney(pPrimeLimits(counts, isScreened), per);
  if (kind === 'u-prime') return fromLaney(uPrimeLimits(counts, isScreened), per);
  if (kind === 't') return unscreened(tLimits(values));
  if (kind === 'g') return unscreened(gLimits(values));
  const { limits, movingRange } = xmrLimits(values, isScreened);
  return { at: () => limits, screening: movingRange.screening, leftOut: movingRange.leftOut, sigmaZ: null };
};
