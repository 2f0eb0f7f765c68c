/** What a funnel and a row of small charts say, in one sentence each. Names stand in their own order, never by value. */
import { listText } from './list-text.ts';

export interface Variation {
  /** `counties`, `units`. */
  readonly places: string;
  readonly count: number;
  readonly isJudged: boolean;
  readonly flagged: readonly { readonly name: string; readonly flag: 'above' | 'below' }[];
}

export const flagWord = { above: 'higher', below: 'lower' } as const;

/** `Alder (lower) and Birchmere (higher) differ from the other counties by more than chance explains`. */
export const variationSentence = ({ places, count, isJudged, flagged }: Variation): string => {
  if (!isJudged) return `Still in flight: ${places} are shown and not held against each other`;
  if (flagged.length === 0)
    return `All ${count} ${places} lie where chance and ordinary difference between them put them`;
  const named = listText(flagged.map(({ name, flag }) => `${name} (${flagWord[flag]})`));
  const verb = flagged.length === 1 ? 'differs' : 'differ';
  return `${named} ${verb} from the other ${places} by more than chance explains`;
};

export interface Movement {
  /** `county`, `age`: what the groups are. */
  readonly cut: string;
  readonly count: number;
  readonly moved: readonly string[];
  readonly tooFew: number;
}

/** `Alder and Goldenrod moved; the other 22 run as before`. */
export const movementSentence = ({ cut, count, moved, tooFew }: Movement): string => {
  if (tooFew === count) return `By ${cut}, there are too few in each to say whether anything moves`;
  const steady = count - moved.length - tooFew;
  const few = tooFew === 0 ? '' : `; ${tooFew} ${tooFew === 1 ? 'is' : 'are'} too small to say`;
  if (moved.length === 0) return `By ${cut}, all that can be told run as before${few}`;
  const named = moved.length > 6 ? `${moved.length} of ${count}` : listText(moved);
  const rest = steady === 0 ? '' : `; the other ${steady} ${steady === 1 ? 'runs' : 'run'} as before`;
  return `${named} moved${rest}${few}`;
};
