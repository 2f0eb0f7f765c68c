/**
 * How much counties differ beyond chance.
 *
 * Question: if children were dealt out to counties at random, counties would differ a little. They differ more. How much
 * of the difference is there in general, so that only what goes beyond *that* is remarkable?
 *
 * Answer (additive random effects): standardise each unit, z = distance / s; pull the outermost tenth at each end in to
 * the tenth and ninetieth percentile, so that the remarkable ones do not hide themselves by widening the funnel; let
 * φ be the mean of z². With w = 1/s²,
 *   τ² = max(0, (Nφ − (N − 1)) / (Σw − Σw² / Σw)).
 * τ² is the variance of the true differences on the funnel's scale; 0 where chance explains all.
 *
 * Assumes that most units belong to one population. With fewer than about ten units the estimate is rough and the funnel
 * says little. It does not say why units differ: mix, courts and practice are all in it.
 *
 * Worked example: in confirmed-in-r/overdispersion.csv.
 *
 * Source: Spiegelhalter, Sherlaw-Johnson, Bardsley et al., "Statistical methods for healthcare regulation", Journal of the
 * Royal Statistical Society A 175 (2012), pp. 1–47; the order of steps is FunnelPlotR's.
 */
import type { Deviation } from './funnel-scale.ts';

const pulledIn = 0.1;

/** The value below which a share of a sorted list lies, between neighbours where it falls between (R's type 7). */
const percentile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

const winsorised = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [percentile(sorted, pulledIn), percentile(sorted, 1 - pulledIn)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
};

/** τ², on the scale of the deviations. 0 for fewer than two units. */
export const betweenUnitVariance = (deviations: readonly Deviation[]): number => {
  const n = deviations.length;
  if (n < 2) return 0;
  const squares = winsorised(deviations.map(({ distance, standardError }) => distance / standardError)).map(
    (z) => z * z,
  );
  const excess = squares.reduce((sum, square) => sum + square, 0) - (n - 1);
  const weights = deviations.map(({ standardError }) => standardError ** -2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sumOfSquares = weights.reduce((total, weight) => total + weight * weight, 0);
  return Math.max(0, excess / (sum - sumOfSquares / sum));
};
