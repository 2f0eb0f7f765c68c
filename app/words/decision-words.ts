/** What pages say of decisions: levels, states, how sure, what is expected, and what may be said afterwards. */
import { measurePhrases } from './measure-phrases.ts';

export const levelNames = {
  frontline: 'Frontline',
  supervisor: 'Supervisor',
  manager: 'Manager',
  executive: 'Executive',
  court: 'Court',
  legislature: 'Legislature',
} as const;

export const standingNames = {
  draft: 'Draft',
  decided: 'Decided',
  due: 'Due for a revisit',
  kept: 'Kept',
  corrected: 'Corrected',
  reversed: 'Reversed',
  replaced: 'Replaced by a new version',
} as const;

export const sureNames = {
  hunch: 'A hunch: about as likely as not',
  likely: 'Likely: about three times in four',
  'nearly-sure': 'Nearly sure: nine times in ten',
} as const;

export const outcomeNames = {
  kept: 'Keep it as it is',
  corrected: 'Correct it: the aim stays, the way changes',
  reversed: 'Reverse it: we go back, or another way',
} as const;

type Direction = 'up' | 'down' | 'same';

/** "More first homes are with relatives or kin" */
export const effectText = (measure: string, direction: Direction): string => {
  const phrase = measurePhrases[measure];
  if (!phrase) return `${measure}: ${direction}`;
  return direction === 'up' ? phrase.more : direction === 'down' ? phrase.fewer : phrase.same;
};

export interface Since {
  readonly conclusion: 'consistent' | 'not-distinguishable' | 'cannot-tell-yet' | 'other-way';
  readonly hadBegun: boolean;
  readonly sign: 'up' | 'down' | null;
  readonly finalPoints: number;
  readonly rhythm: 'month' | 'quarter' | 'year';
}

const pointsText = (count: number, rhythm: string): string =>
  count === 1 ? `one final ${rhythm}` : `${count} final ${rhythm}s`;

/** The first words say what may be said; the rest, why. It never says what caused anything. */
export const sinceSentence = (since: Since, expected: Direction): string => {
  const points = pointsText(since.finalPoints, since.rhythm);
  if (since.conclusion === 'consistent')
    return expected === 'same'
      ? `Consistent with what we expected: in ${points} since, the measure has not moved.`
      : 'Consistent with what we expected: the measure moved that way about then, and stayed. That alone does not show that the decision did it.';
  if (since.conclusion === 'other-way')
    return expected === 'same'
      ? 'Not what we expected: the measure has moved since.'
      : 'Not what we expected: the measure moved the other way.';
  if (since.conclusion === 'not-distinguishable')
    return since.hadBegun
      ? `Not distinguishable from chance: the measure had begun to move before this was decided, and ${points} since show nothing new.`
      : `Not distinguishable from chance: ${points} since lie within the everyday range.`;
  const early =
    since.sign === null
      ? ''
      : since.sign === expected
        ? ' There is an early sign of it.'
        : ' There is an early sign of something else.';
  return `Cannot tell yet: there are ${points} since, and it takes seven.${early}`;
};
