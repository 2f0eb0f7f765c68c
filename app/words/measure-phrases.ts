/** What each measure says when it goes up, goes down or stays: plain words, about children, never about workers. */

export interface MeasurePhrase {
  readonly more: string;
  readonly fewer: string;
  readonly same: string;
  /** What is counted and out of what, as in "571 of 1,325 children". Text is ready, with separators. */
  readonly counted: (numerator: string, denominator: string) => string;
  /** What the denominator is counted in, on an axis. */
  readonly outOf: string;
}

const ofChildren = (numerator: string, denominator: string): string =>
  `${numerator} of ${denominator} children`;

export const measurePhrases: Readonly<Record<string, MeasurePhrase>> = {
  S1: {
    more: 'More children are found to be mistreated while in our care',
    fewer: 'Fewer children are found to be mistreated while in our care',
    same: 'Children are found to be mistreated in our care as often as before',
    counted: (findings, days) => `${findings} findings in ${days} days in care`,
    outOf: 'days in care',
  },
  S2: {
    more: 'More children are found to be mistreated again within a year',
    fewer: 'Fewer children are found to be mistreated again within a year',
    same: 'Children are found to be mistreated again as often as before',
    counted: ofChildren,
    outOf: 'children',
  },
  P1: {
    more: 'More children leave care to a permanent family within a year',
    fewer: 'Fewer children leave care to a permanent family within a year',
    same: 'As many children as before leave care to a permanent family within a year',
    counted: ofChildren,
    outOf: 'children',
  },
  P2: {
    more: 'More children in care one to two years leave to a permanent family',
    fewer: 'Fewer children in care one to two years leave to a permanent family',
    same: 'Children in care one to two years leave to a permanent family at the usual rate',
    counted: ofChildren,
    outOf: 'children',
  },
  P3: {
    more: 'More children in care over two years leave to a permanent family',
    fewer: 'Fewer children in care over two years leave to a permanent family',
    same: 'Children in care over two years leave to a permanent family at the usual rate',
    counted: ofChildren,
    outOf: 'children',
  },
  P4: {
    more: 'More children who left care are back within a year',
    fewer: 'Fewer children who left care are back within a year',
    same: 'As many children as before are back within a year of leaving care',
    counted: ofChildren,
    outOf: 'children',
  },
  P5: {
    more: 'Children move between homes more often',
    fewer: 'Children move between homes less often',
    same: 'Children move between homes as often as before',
    counted: (moves, days) => `${moves} moves in ${days} days in care`,
    outOf: 'days in care',
  },
  H1: {
    more: 'More children enter care',
    fewer: 'Fewer children enter care',
    same: 'As many children enter care as before',
    counted: (entries, children) => `${entries} entries among ${children} children`,
    outOf: 'children who live here',
  },
  H2: {
    more: 'More children stay out of care with no new finding',
    fewer: 'Fewer children stay out of care with no new finding',
    same: 'As many children as before stay out of care with no new finding',
    counted: ofChildren,
    outOf: 'children',
  },
  H3: {
    more: 'More first homes are with relatives or kin',
    fewer: 'Fewer first homes are with relatives or kin',
    same: 'As many first homes as before are with relatives or kin',
    counted: (first, entries) => `${first} of ${entries} entries`,
    outOf: 'entries',
  },
  H4: {
    more: 'More children are brought into care within 60 days of a finding',
    fewer: 'Fewer children are brought into care within 60 days of a finding',
    same: 'As many children as before are brought into care within 60 days of a finding',
    counted: ofChildren,
    outOf: 'children',
  },
  H5: {
    more: 'More children are reported again within a year',
    fewer: 'Fewer children are reported again within a year',
    same: 'Children are reported again as often as before',
    counted: ofChildren,
    outOf: 'children',
  },
  C1: {
    more: 'More children are visited every month',
    fewer: 'Fewer children are visited every month',
    same: 'As many children as before are visited every month',
    counted: (visited, months) => `${visited} of ${months} child-months`,
    outOf: 'child-months',
  },
  C2: {
    more: 'More first contacts are on time',
    fewer: 'Fewer first contacts are on time',
    same: 'As many first contacts as before are on time',
    counted: (onTime, due) => `${onTime} of ${due} first contacts`,
    outOf: 'first contacts',
  },
};
