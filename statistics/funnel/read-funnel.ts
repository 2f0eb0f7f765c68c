/**
 * Reads a funnel: which units lie further from the whole than chance, and the ordinary difference between units, explain.
 *
 * Question: 24 counties, one share each. Which of them should be asked about first, without ranking any?
 *
 * Answer: a unit is flagged when both hold:
 *   1. it lies outside the 99.8% limits for its size, widened by how much units differ in general (overdispersion.ts);
 *   2. it is among those that Benjamini–Hochberg believes at q = 0.10, over all units (benjamini-hochberg.ts).
 * The first keeps a unit from being called out for ordinary difference, the second for being one of many looked at.
 *
 * How much units differ in general is taken from those large enough to say: five expected among the counted, and for
 * shares among the others; in smaller ones whole children make jumps that look like difference.
 *
 * Assumes windows whose follow-up is over: units in flight differ by when their children entered. A very large unit
 * pulls the target to itself. Nothing here orders units, and nothing may.
 *
 * Worked example: in read-funnel.test.ts, twenty counties of which one truly differs.
 *
 * Source: as funnel-limits.ts and overdispersion.ts; both conditions together are ours.
 */
import { gammaProbability } from '../small-numbers/gamma-distribution.ts';
import { falseDiscoveryShares } from './benjamini-hochberg.ts';
import { type FunnelShape, funnelLimits } from './funnel-limits.ts';
import { deviationOf, type FunnelCount, type FunnelKind } from './funnel-scale.ts';
import { betweenUnitVariance } from './overdispersion.ts';

export const funnelConfidences = { near: 0.95, far: 0.998 } as const;
const believedAt = 0.1;

export interface FunnelUnitReading {
  /** Numerator over denominator. */
  readonly value: number;
  readonly isOutsideNear: boolean;
  /** Null where chance and ordinary difference explain the unit. */
  readonly flag: 'above' | 'below' | null;
}

export interface FunnelReading extends FunnelShape {
  readonly units: readonly FunnelUnitReading[];
}

const fewestExpected = 5;

const isLarge = (kind: FunnelKind, size: number, target: number): boolean =>
  size * target >= fewestExpected && (kind === 'rate' || size * (1 - target) >= fewestExpected);

const sumOf = (counts: readonly FunnelCount[]): FunnelCount => ({
  numerator: counts.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: counts.reduce((sum, { denominator }) => sum + denominator, 0),
});

/** The probability of lying so far out, to either side, by chance. */
const twoSided = (z: number): number => 1 - gammaProbability(0.5, (z * z) / 2);

/**
 * One reading a unit, in the order given; null where there is no funnel: fewer than two units, or nobody or everybody
 * counted.
 *
 * @param counts denominators above 0
 * @param whole what they are held against, where it is known and more than their sum: small units may not be shown
 */
export const readFunnel = (
  kind: FunnelKind,
  counts: readonly FunnelCount[],
  whole: FunnelCount = sumOf(counts),
): FunnelReading | null => {
  const target = whole.numerator / whole.denominator;
  if (counts.length < 2 || !(target > 0) || (kind === 'share' && target >= 1)) return null;
  const deviations = counts.map((count) => deviationOf(kind, count, target));
  const betweenVariance = betweenUnitVariance(
    deviations.filter((_, index) => isLarge(kind, counts[index]?.denominator ?? 0, target)),
  );
  const shape: FunnelShape = { kind, target, betweenVariance };
  const shares = falseDiscoveryShares(
    deviations.map(({ distance, standardError }) =>
      twoSided(distance / Math.sqrt(standardError ** 2 + betweenVariance)),
    ),
  );
  return {
    ...shape,
    units: counts.map(({ numerator, denominator }, index) => {
      const value = numerator / denominator;
      const near = funnelLimits(shape, denominator, funnelConfidences.near);
      const far = funnelLimits(shape, denominator, funnelConfidences.far);
      const isFar = value < far[0] || value > far[1];
      const isBelieved = (shares[index] ?? 1) <= believedAt;
      return {
        value,
        isOutsideNear: value < near[0] || value > near[1],
        flag: isFar && isBelieved ? (value > target ? 'above' : 'below') : null,
      };
    }),
  };
};
