/** Why a figure is not shown, or shown as it was, in a sentence. */

const sentences: Readonly<Record<string, string>> = {
  few: 'Too few children to show without giving somebody away, here or by what could be worked out from it.',
  combination: 'Not shown for several groups at once: too few children stand behind such figures.',
  window: 'Shown for federal years only, October to September: other windows would give few children away.',
  'in-flight': 'Below the whole state only final figures are shown here. This one is still in flight.',
};

export const hiddenSentence = (hidden: string): string => sentences[hidden] ?? 'Not shown.';

const inShort: Readonly<Record<string, string>> = {
  few: 'too few to show',
  combination: 'not for several groups at once',
  window: 'federal years only',
  'in-flight': 'in flight, not shown',
};

/** The same beside a dash in a table or a picture. */
export const hiddenInShort = (hidden: string | undefined): string =>
  (hidden && inShort[hidden]) ?? 'too few to show';

/** `as of 31 Mar 2026; what changed since is of too few children`. */
export const heldText = (day: string): string => `as of ${day}; what changed since is of too few children`;

/** Where a page says what its dashes are. */
export const notShownHere = 'Figures of very few children are not shown, nor what would give them away.';
export const whyNotShown = 'Why some figures are not shown';
