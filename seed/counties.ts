/**
 * The 24 counties of the State of Juniper. Names are plants and landscape, invented; the state code 97 belongs to no
 * state. Sizes run from a city to a valley, so that small numbers have to be met honestly.
 */

export const stateCode = '97';
export const stateLetters = 'JN';
export const stateName = 'State of Juniper';

export interface County {
  readonly index: number;
  readonly name: string;
  /** Five digits: the state's two and the county's three. */
  readonly code: string;
  /** Share of the state's children. */
  readonly share: number;
  readonly units: number;
  /** Factors on hazards, around 1: how often children enter care, reach a permanent family, and move. */
  readonly entry: number;
  readonly permanency: number;
  readonly moves: number;
  /** Probability that a first placement is with relatives or kin, before May 2026. */
  readonly kinFirst: number;
  /** Share of families enrolled in a Nation, and which Nation has its lands here. */
  readonly enrolled: number;
  readonly nation: string | null;
  readonly hasFewerHearings: boolean;
  readonly hasNewFamilyTimeCourt: boolean;
}

type Line = readonly [
  name: string,
  share: number,
  entry: number,
  permanency: number,
  moves: number,
  kinFirst: number,
  marks: string,
];

/** Marks: `h` fewer hearings since December 2025, `c` the new court practice, `s` and `f` lands of a Nation. */
const lines: readonly Line[] = [
  ['Alderglen', 4.6, 1.04, 1.03, 0.97, 0.38, 'h'],
  ['Birchmere', 22, 0.97, 0.98, 1.05, 0.34, 'h'],
  ['Cedarholt', 2.7, 1.1, 0.95, 1.0, 0.37, ''],
  ['Dogwood Fen', 0.35, 1.2, 1.05, 0.9, 0.4, ''],
  ['Elderbrook', 8, 0.95, 1.06, 0.96, 0.39, 'h'],
  ['Fernhollow', 1.4, 1.15, 0.93, 1.08, 0.33, 'hf'],
  ['Goldenrod', 10.5, 0.9, 1.08, 0.94, 0.36, ''],
  ['Hawthorn Reach', 3.5, 1.06, 1.0, 1.02, 0.35, 'h'],
  ['Ironwood Vale', 0.8, 1.18, 0.97, 0.98, 0.41, 'h'],
  ['Jasmine Flats', 5.5, 1.02, 0.94, 1.07, 0.33, ''],
  ['Kingcup', 0.2, 1.1, 1.02, 0.95, 0.4, ''],
  ['Larkspur Plain', 2.2, 1.0, 1.04, 0.93, 0.38, 'h'],
  ['Mallowfield', 15, 1.03, 0.97, 1.03, 0.35, 'h'],
  ['Nettlebank', 1.0, 1.12, 0.99, 1.06, 0.36, ''],
  ['Oakmoss', 2.5, 1.05, 0.96, 1.0, 0.37, 'c'],
  ['Pinedrift', 0.5, 1.22, 1.0, 0.97, 0.42, 'hs'],
  ['Quincewood', 6.5, 0.98, 1.01, 1.0, 0.36, 'h'],
  ['Rowanmere', 1.7, 1.08, 1.02, 0.95, 0.37, 'h'],
  ['Sorrelton', 4, 1.0, 0.98, 1.02, 0.36, ''],
  ['Tamarack Bend', 0.6, 1.25, 0.95, 1.0, 0.43, 's'],
  ['Umbel Hill', 1.2, 1.1, 1.03, 1.04, 0.35, 'h'],
  ['Vetchling', 3, 1.02, 0.99, 0.98, 0.37, 'h'],
  ['Willowmarch', 2, 1.05, 1.05, 1.01, 0.38, 'h'],
  ['Yarrowdale', 0.25, 1.15, 1.0, 1.0, 0.4, ''],
];

const nations: Readonly<Record<string, string>> = { s: 'Blue Sedge Nation', f: 'Bright Fern Nation' };

const nationOf = (marks: string): string | null => {
  const letter = [...marks].find((mark) => nations[mark] !== undefined);
  return letter === undefined ? null : (nations[letter] ?? null);
};

export const counties: readonly County[] = lines.map(
  ([name, share, entry, permanency, moves, kinFirst, marks], index) => ({
    index,
    name,
    code: `${stateCode}${String(2 * index + 1).padStart(3, '0')}`,
    share: share / 100,
    units: Math.max(1, Math.round(share * 0.8)),
    entry,
    permanency,
    moves,
    kinFirst,
    enrolled: nationOf(marks) === null ? 0.004 : 0.16,
    nation: nationOf(marks),
    hasFewerHearings: marks.includes('h'),
    hasNewFamilyTimeCourt: marks.includes('c'),
  }),
);

export const nationNames: readonly string[] = Object.values(nations);
