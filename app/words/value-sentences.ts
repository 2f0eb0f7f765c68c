/** What is said about values, what measures them, and what was done for them. */

/** `We want children home.` → `children home`: how a value is called within a sentence. */
export const wishOf = (statement: string): string =>
  statement
    .trim()
    .replace(/^we (?:want|wish for|hope for)\s+/i, '')
    .replace(/[.!]$/, '');

/** `You want children home.`; a value that is said otherwise is quoted. */
export const youWant = (statement: string): string => {
  const text = statement.trim();
  if (/^we want\b/i.test(text)) return text.replace(/^we want\b/i, 'You want');
  return `You say: “${text}”`;
};

export type GapWords =
  | { readonly kind: 'unmeasured' | 'compliance-only' | 'not-reviewed'; readonly statement: string }
  | { readonly kind: 'unvalued'; readonly title: string; readonly beside: readonly string[] };

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** One gap as a sentence or two, without blame. */
export const gapSentence = (gap: GapWords): string => {
  if (gap.kind === 'unvalued')
    return `“${gap.title}” is on the board beside ${listed(gap.beside.map((title) => `“${title}”`))}. No value says why it matters.`;
  const wish = youWant(gap.statement);
  if (gap.kind === 'unmeasured') return `${wish} Nothing measures it.`;
  if (gap.kind === 'compliance-only')
    return `${wish} Only compliance counts are tied to it: they say whether a rule was kept, not whether families are better off.`;
  return `${wish} Nothing you reviewed in the last quarter measures it.`;
};

export interface DifferenceWords {
  readonly statement: string;
  readonly kind: 'minutes' | 'decisions' | 'changes' | 'measures';
  /** `first` */
  readonly said: string;
  /** `9%` */
  readonly share: string;
  /** `June` */
  readonly since: string;
}

const whatOf = {
  minutes: 'of review time',
  decisions: 'of decisions',
  changes: 'of course changes',
  measures: 'of the measures on the board',
} as const;

/** In three parts, so that a page can set the wish apart: "You ranked / children home / first. It had 9% of review time since June." */
export const differenceSentence = ({
  statement,
  kind,
  said,
  share,
  since,
}: DifferenceWords): readonly [string, string, string] => [
  'You ranked ',
  wishOf(statement),
  ` ${said}. It had ${share} ${whatOf[kind]} since ${since}.`,
];
