/** What a funnel and a row of small charts say, in one sentence each. Names stand in their own order, never by value. */
import { listText } from './list-text.ts';

export interface Variation {
  /** `counties`, `units`. */
  readonly places: string;
  readonly count: number;
  readonly isJudged: boolean;
  /** Whether they differ in general by more than chance. */
  readonly isWidened: boolean;
  readonly flagged: readonly { readonly name: string; readonly flag: 'above' | 'below' }[];
}

export const flagWord = { above: 'higher', below: 'lower' } as const;

/** `Alder (lower) and Birchmere (higher) differ from the other counties by more than chance explains`. */
export const variationSentence = ({ places, count, isJudged, isWidened, flagged }: Variation): string => {
  if (!isJudged) return `Still in flight: ${places} are shown and not held against each other`;
  if (flagged.length === 0)
    return isWidened
      ? `The ${count} ${places} differ as they usually do: none stands out`
      : `The ${count} ${places} differ no more than chance makes them`;
  const named = listText(flagged.map(({ name, flag }) => `${name} (${flagWord[flag]})`));
  const verb = flagged.length === 1 ? 'differs' : 'differ';
  return `${named} ${verb} from the other ${places} by more than chance explains`;
};

export interface Movement {
  /** `counties`, `age groups`. */
  readonly groups: string;
  /** `in` a county, `for` children of an age. */
  readonly preposition: 'in' | 'for';
  readonly count: number;
  readonly moved: readonly string[];
  readonly tooFew: number;
}

const smallText = (tooFew: number): string =>
  tooFew === 0 ? '' : `; ${tooFew} ${tooFew === 1 ? 'is' : 'are'} too small to say`;

/** `It moved in Alder and Birch; in the other 15 it is as before; 7 are too small to say`. */
export const movementSentence = ({ groups, preposition, count, moved, tooFew }: Movement): string => {
  const told = count - tooFew;
  if (told === 0) return `There are too few children in each of the ${groups} to say whether anything moves`;
  if (moved.length === 0 && told === 1) return `The one that can be told runs as before${smallText(tooFew)}`;
  if (moved.length === 0)
    return `All ${told} ${groups} ${tooFew === 0 ? '' : 'that can be told '}run as before${smallText(tooFew)}`;
  const named = moved.length > 6 ? `${moved.length} of ${told} ${groups}` : listText(moved);
  const steady = told - moved.length;
  const others = steady === 1 ? 'one' : steady;
  const rest = steady === 0 ? '' : `; ${preposition} the other ${others} it is as before`;
  return `It moved ${preposition} ${named}${rest}${smallText(tooFew)}`;
};

/** Where only years may be shown: too few points to judge, and what is missing. */
export const yearsSentence = ({ groups, count, tooFew }: Movement): string =>
  `Year by year, ${count - tooFew} ${groups}: too few years to say whether anything moves${tooFew === 0 ? '' : `; ${tooFew} ${tooFew === 1 ? 'is' : 'are'} too small to show`}`;
