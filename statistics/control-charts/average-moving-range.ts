/**
 * How much a series moves from one point to the next.
 *
 * Question: how large is the everyday variation of this process? The standard deviation would count a lasting change as
 * variation; the step from each point to the next hardly does. So the average moving range measures the noise alone.
 *
 * Screening: one wild point makes two wild steps and widens every limit, hiding what follows. Steps of 3.267 times the
 * average or more (the upper limit of a moving range) are left out once, and the average is taken again. Where leaving
 * them out would leave no variation at all, they stay in: a process that never moved but once has still moved.
 *
 * Worked example: 1, 2, 1, 2, 10, 1, 2, … steps of 1 and one of 8 and one of 9: the average is 1.88, both wild steps
 * exceed 6.15, and the screened average is 1.
 *
 * Source: W. A. Shewhart's process-behaviour chart in the form of D. J. Wheeler, Understanding Variation, 2nd edition
 * (2000), appendix; the screening rule as the English health service's "Making data count" uses it.
 */
import { sideOf } from './limits.ts';

/** `undone`: leaving the wild steps out would have left no variation. */
export type Screening = 'off' | 'nothing-left-out' | 'left-out' | 'undone';

export interface MovingRange {
  /** 0 for a constant series or a single point. */
  readonly average: number;
  readonly screening: Screening;
  /** How many steps were left out. */
  readonly leftOut: number;
}

const upperLimitOfARange = 3.267;

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The average step between neighbours of `values`, in their unit. */
export const averageMovingRange = (values: readonly number[], isScreened = true): MovingRange => {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const average = meanOf(ranges);
  if (!isScreened) return { average, screening: 'off', leftOut: 0 };
  const kept = ranges.filter((range) => sideOf(range, upperLimitOfARange * average) === 'below');
  const leftOut = average === 0 ? 0 : ranges.length - kept.length;
  if (leftOut === 0) return { average, screening: 'nothing-left-out', leftOut };
  const screened = meanOf(kept);
  return screened === 0
    ? { average, screening: 'undone', leftOut: 0 }
    : { average: screened, screening: 'left-out', leftOut };
};
