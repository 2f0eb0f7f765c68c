/**
 * Laney's charts: p′ for shares with changing denominators, u′ for rates over changing exposure.
 *
 * Question: 36% of 250 children in one month, 31% of 233 in the next: is that the luck of small numbers, the everyday
 * variation between months, or something new?
 *
 * The classical p and u charts know only the luck of the draw. With thousands of children that is nearly nothing, and
 * every month looks like a signal; families, courts and seasons vary too. Laney measures by how much: each point is
 * turned into a z value (its distance from the mean in units of its own luck), and σz, the average moving range of the
 * z values over 1.128, says how many times wider than luck alone the process varies. Limits are mean ± 3 σᵢ σz. Our σz
 * is never below 1: months that happen to lie close together do not make the luck of small numbers go away.
 *
 * Assumes independent points; not for rolling windows, nor for rare events (a mean of fewer than about three a month).
 *
 * Worked example: 88 of 250, 95 of 262, … (12 months): mean 35.36%, σz 1.50, first limits 21.7% and 49.0%.
 *
 * Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002), pp. 531–537.
 */
import { averageMovingRange, type MovingRange } from './average-moving-range.ts';
import { type Limits, limitsAround } from './limits.ts';

export interface Count {
  /** Children, or events. */
  readonly numerator: number;
  /** Children, or exposure such as days; above 0. */
  readonly denominator: number;
}

export interface LaneyLimits {
  /** As a share (p′) or events per unit of exposure (u′). */
  readonly mean: number;
  /** How many times wider than chance alone the process varies, at least 1. */
  readonly sigmaZ: number;
  readonly movingRange: MovingRange;
  /** The limits of a point with this denominator. */
  readonly at: (denominator: number) => Limits;
}

const rangePerDeviation = 1.128;

const laneyLimits = (
  baseline: readonly Count[],
  isScreened: boolean,
  varianceOfOne: (mean: number) => number,
): LaneyLimits => {
  if (baseline.length === 0) throw new RangeError('Limits need at least one point.');
  if (!baseline.every(({ denominator }) => denominator > 0)) {
    throw new RangeError('A point of a share or a rate needs a denominator above 0.');
  }
  const events = baseline.reduce((sum, { numerator }) => sum + numerator, 0);
  const exposure = baseline.reduce((sum, { denominator }) => sum + denominator, 0);
  const mean = events / exposure;
  const variance = Math.max(0, varianceOfOne(mean));
  const luck = (denominator: number): number => Math.sqrt(variance / denominator);
  const z = baseline.map(({ numerator, denominator }) =>
    variance === 0 ? 0 : (numerator / denominator - mean) / luck(denominator),
  );
  const movingRange = averageMovingRange(z, isScreened);
  const sigmaZ = Math.max(1, movingRange.average / rangePerDeviation);
  return {
    mean,
    sigmaZ,
    movingRange,
    at: (denominator) => limitsAround(mean, luck(denominator) * sigmaZ),
  };
};

/** Limits for shares (0 to 1). Throws RangeError without points or with a denominator of 0. */
export const pPrimeLimits = (baseline: readonly Count[], isScreened = true): LaneyLimits =>
  laneyLimits(baseline, isScreened, (mean) => mean * (1 - mean));

/** Limits for events per unit of exposure. Throws RangeError without points or with an exposure of 0. */
export const uPrimeLimits = (baseline: readonly Count[], isScreened = true): LaneyLimits =>
  laneyLimits(baseline, isScreened, (mean) => mean);
