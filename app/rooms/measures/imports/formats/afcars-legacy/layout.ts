/**
 * The AFCARS legacy foster-care record: 66 elements, 197 characters, nothing between them.
 * Source: 45 CFR 1355 Appendix D (as in force to 2022-09-30).
 */

const spans = (from: number, to: number, width: number): [string, number][] =>
  Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), width]);

const letters = (element: string): [string, number][] => [...'abcdef'].map((letter) => [element + letter, 1]);

/** Element and width, in the order of the record. */
export const layout: readonly (readonly [element: string, width: number])[] = [
  ['1', 2], // state
  ['2', 6], // report date, YYYYMM
  ['3', 5], // local agency
  ['4', 12], // record number
  ['5', 8], // last periodic review
  ['6', 8], // birth
  ['7', 1], // sex
  ...letters('8'), // race
  ['9', 1], // Hispanic origin
  ['10', 1], // disability
  ...spans(11, 15, 1),
  ['16', 1], // ever adopted
  ['17', 1], // age at adoption
  ['18', 8], // first removal
  ['19', 2], // number of removals
  ['20', 8], // discharge from the last episode
  ['21', 8], // latest removal
  ['22', 8], // removal transaction
  ['23', 8], // current setting began
  ['24', 2], // number of settings in this episode
  ['25', 1], // manner of removal
  ...spans(26, 40, 1), // circumstances of removal
  ['41', 1], // current setting
  ['42', 1], // out of state
  ['43', 1], // goal
  ['44', 1], // caretaker family structure
  ...spans(45, 46, 4), // caretakers' birth years
  ...spans(47, 48, 8), // termination of parental rights
  ['49', 1], // foster family structure
  ...spans(50, 51, 4), // foster caretakers' birth years
  ...letters('52'),
  ['53', 1],
  ...letters('54'),
  ['55', 1],
  ['56', 8], // discharge
  ['57', 8], // discharge transaction
  ['58', 1], // discharge reason
  ...spans(59, 65, 1), // funding
  ['66', 5], // amount
];

export const recordLength = layout.reduce((sum, [, width]) => sum + width, 0);

export interface Slot {
  readonly element: string;
  readonly start: number;
  readonly end: number;
}

/** Where each element stands in the line, from 0. */
export const slots: ReadonlyMap<string, Slot> = (() => {
  const places = new Map<string, Slot>();
  let start = 0;
  for (const [element, width] of layout) {
    places.set(element, { element, start, end: start + width });
    start += width;
  }
  return places;
})();

/** The slot of an element of the layout. */
export const slotOf = (element: string): Slot => {
  const slot = slots.get(element);
  if (slot === undefined) throw new RangeError(`The layout has no element ${element}.`);
  return slot;
};
