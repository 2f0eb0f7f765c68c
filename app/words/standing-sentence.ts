/** Where a measure stands, in one sentence: the title of its chart. Computed from the control chart, never written by hand. */
import { measurePhrases } from './measure-phrases.ts';

export interface Standing {
  readonly measureId: string;
  readonly measureTitle: string;
  /** `absent`: its file is missing; `none`: nothing was counted; `few`: fewer than 6 points, or too few people in each; `new`: fewer since it is counted anew. */
  readonly amount: 'absent' | 'none' | 'few' | 'new' | 'enough';
  /** `July 2023`: from when it counts by another rule, and is held against that time alone. */
  readonly countedAnewFrom?: string;
  readonly change: {
    readonly isUp: boolean;
    /** `March 2026`: the month the run began. */
    readonly sinceMonth: string;
    readonly isSustained: boolean;
  } | null;
}

/** `Fewer children leave care to a permanent family within a year, since about March 2025`. */
export const standingSentence = (standing: Standing): string => {
  const { measureId, measureTitle, amount, change, countedAnewFrom } = standing;
  if (amount === 'absent') return `${measureTitle}: our files cannot say`;
  if (amount === 'none') return `${measureTitle}: nothing to count here yet`;
  if (amount === 'few') return `${measureTitle}: too few to say whether it moves`;
  if (amount === 'new')
    return `${measureTitle}: counted by a new rule from ${countedAnewFrom}, too early to say whether it moves`;
  const phrase = measurePhrases[measureId];
  if (change === null) {
    const same = phrase?.same ?? `${measureTitle}: as before`;
    return countedAnewFrom === undefined ? same : `${same}, by the rule in force since ${countedAnewFrom}`;
  }
  const said = change.isUp ? phrase?.more : phrase?.fewer;
  const moved = said ?? `${measureTitle}: ${change.isUp ? 'rising' : 'falling'}`;
  return change.isSustained
    ? `${moved}, since about ${change.sinceMonth}`
    : `${moved}: an early sign, from about ${change.sinceMonth}`;
};

/** One word for the counter-measure line. */
export const standingWord = (
  reading: 'improvement' | 'concern' | 'higher' | 'lower' | 'steady' | 'unknown',
): string =>
  ({
    improvement: 'improving',
    concern: 'going the wrong way',
    higher: 'higher than before',
    lower: 'lower than before',
    steady: 'as before',
    unknown: 'too few to say',
  })[reading];
