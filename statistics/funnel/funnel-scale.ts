/**
 * The scale on which units of a funnel are compared: one where chance alone is the same size at every value.
 *
 * Question: 30 of 100 children in one county, 9 of 20 in another, 35% in the state. How far is each from the state, in
 * units of what chance makes of as many children?
 *
 * Shares (children out of children): the angle arcsin √p, whose standard error is 1 / 2√n whatever p.
 * Rates (events over exposure): ln(O/E), O events seen and E expected at the state's rate, with standard error 1/√E.
 * With no event at all, ½ stands in for 0, since the logarithm of 0 says nothing.
 *
 * Not for drawing limits where nothing but chance is at work: those are exact (funnel-limits.ts). Poor below E = 5.
 *
 * Worked example: 30 of 100 against 0.35 is arcsin √.30 − arcsin √.35 = −0.0535, standard error 0.05: 1.07 below.
 *
 * Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
 * pp. 1185–1202, with the transformations of its appendix.
 */

/** `share`: each child counts once or not at all. `rate`: events over days or over a population. */
export type FunnelKind = 'share' | 'rate';

export interface FunnelCount {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Deviation {
  /** On the scale, from the target. */
  readonly distance: number;
  readonly standardError: number;
}

export const angle = (share: number): number => Math.asin(Math.sqrt(share));

/** @param target the whole's numerator over its denominator; above 0, and for shares below 1 */
export const deviationOf = (
  kind: FunnelKind,
  { numerator, denominator }: FunnelCount,
  target: number,
): Deviation => {
  if (kind === 'share') {
    return {
      distance: angle(numerator / denominator) - angle(target),
      standardError: 1 / (2 * Math.sqrt(denominator)),
    };
  }
  const expected = denominator * target;
  return { distance: Math.log((numerator || 0.5) / expected), standardError: 1 / Math.sqrt(expected) };
};
