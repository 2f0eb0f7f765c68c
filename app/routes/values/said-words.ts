/** The words of a value as a page says them. */
import type { ValueWords } from '../../rooms/values/public.ts';
import { groupsText } from './group-choices.ts';

export interface SaidWords {
  readonly statement: string;
  readonly why: string;
  readonly wouldSee: string;
  readonly ownerRole: string;
  readonly asked: string;
}

const askedText = ({ askedGroups, askedWhen }: ValueWords): string => {
  if (askedGroups.length === 0) return 'Nobody is said to have been asked.';
  return `${groupsText(askedGroups)}${askedWhen === '' ? '' : `. ${askedWhen}`}`;
};

export const saidWords = (words: ValueWords): SaidWords => ({
  statement: words.statement,
  why: words.why,
  wouldSee: words.wouldSee,
  ownerRole: words.ownerRole,
  asked: askedText(words),
});
