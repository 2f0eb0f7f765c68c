/**
 * The funnel: between which values a unit of this size lies while nothing sets it apart from the whole.
 *
 * Question: the state's share is 35%. A county with 40 children: which shares are ordinary? And one with 900?
 *
 * Answer, while only chance is at work (τ² = 0): exact. For shares, the binomial quantile r at a tail p, moved between
 * whole children so that the curve is smooth: (r − (P(≤ r) − p) / P(= r)) / n. For rates, the exact Poisson limits of E
 * expected events, divided by E: χ²(p; 2E)/2E below, χ²(1 − p; 2(E + 1))/2E above.
 * Where units truly differ (τ² > 0, overdispersion.ts): on the funnel's scale, target ± z √(s² + τ²), turned back.
 *
 * Limits at 95% are crossed by one unit in twenty though nothing is there: they are drawn, not judged. At 99.8% it is one
 * in five hundred.
 *
 * Assumes independent children. Do not read a rank from it: two units inside the funnel are not different.
 *
 * Worked example: E = 15 gives O/E from 0.560 to 1.649 at 95% (FunnelPlotR: .5596924, 1.649348).
 *
 * Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005), pp. 1185–1202, appendix.
 */
import {
  binomialMass,
  binomialProbability,
  binomialQuantile,
} from '../small-numbers/binomial-distribution.ts';
import { exactPoissonInterval } from '../small-numbers/exact-poisson-interval.ts';
import { normalDeviate } from '../small-numbers/wilson-interval.ts';
import { angle, type FunnelKind } from './funnel-scale.ts';

export interface FunnelShape {
  readonly kind: FunnelKind;
  /** Numerator over denominator of the whole; above 0, and for shares below 1. */
  readonly target: number;
  /** Variance of true differences (betweenUnitVariance). */
  readonly betweenVariance: number;
}

/** The share below which a unit of `trials` children lies with this probability, smooth in `trials`. */
export const interpolatedBinomialLimit = (tail: number, trials: number, probability: number): number => {
  const r = binomialQuantile(tail, trials, probability);
  const over = binomialProbability(r, trials, probability) - tail;
  const limit = (r - over / binomialMass(r, trials, probability)) / trials;
  return Math.min(1, Math.max(0, limit));
};

const exactLimits = ({ kind, target }: FunnelShape, size: number, confidence: number): [number, number] => {
  const tail = (1 - confidence) / 2;
  if (kind === 'share') {
    return [interpolatedBinomialLimit(tail, size, target), interpolatedBinomialLimit(1 - tail, size, target)];
  }
  const expected = size * target;
  const [lower, upper] = exactPoissonInterval(expected, expected, confidence);
  return [lower * target, upper * target];
};

const wideLimits = (shape: FunnelShape, size: number, confidence: number): [number, number] => {
  const { kind, target, betweenVariance } = shape;
  const chance = kind === 'share' ? 1 / (4 * size) : 1 / (size * target);
  const reach = normalDeviate(confidence) * Math.sqrt(chance + betweenVariance);
  if (kind === 'rate') return [target * Math.exp(-reach), target * Math.exp(reach)];
  const middle = angle(target);
  return [Math.sin(Math.max(0, middle - reach)) ** 2, Math.sin(Math.min(Math.PI / 2, middle + reach)) ** 2];
};

/**
 * Lower and upper limit as numerator over denominator, for a unit with this denominator.
 *
 * @throws RangeError for a size of 0 or less, and for a target that leaves nothing to vary
 */
export const funnelLimits = (shape: FunnelShape, size: number, confidence: number): [number, number] => {
  const { kind, target } = shape;
  if (!(size > 0 && target > 0 && (kind === 'rate' || target < 1)))
    throw new RangeError('A funnel needs a size above 0 and a target that is neither nobody nor everybody.');
  return shape.betweenVariance > 0
    ? wideLimits(shape, size, confidence)
    : exactLimits(shape, size, confidence);
};
