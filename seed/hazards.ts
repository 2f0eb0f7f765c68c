/**
 * Steady base rates by time in care, cause and age. Chosen so that a state with them looks like an American state;
 * calibrated here and nowhere else.
 */

export const daysPerMonth = 30.4375;

export type PermanencyCause = 'reunification' | 'living_with_relative' | 'guardianship' | 'adoption';
export const permanencyCauses: readonly PermanencyCause[] = [
  'reunification',
  'living_with_relative',
  'guardianship',
  'adoption',
];

type Row = readonly [fromMonth: number, ...perMonth: readonly [number, number, number, number]];

/** Hazard per month in care, in the order of `permanencyCauses`, from the given month on. */
const table: readonly Row[] = [
  [0, 0.24, 0.03, 0.0004, 0.0001],
  [0.25, 0.05, 0.011, 0.0004, 0.0001],
  [1, 0.034, 0.0066, 0.0004, 0.0001],
  [2, 0.028, 0.005, 0.0005, 0.0002],
  [6, 0.031, 0.0038, 0.0034, 0.0016],
  [9, 0.033, 0.0036, 0.0046, 0.004],
  [12, 0.027, 0.0034, 0.0075, 0.014],
  [18, 0.018, 0.0032, 0.01, 0.03],
  [24, 0.01, 0.0026, 0.01, 0.037],
  [36, 0.006, 0.002, 0.0085, 0.036],
];

export const baseHazards = (monthsInCare: number): readonly [number, number, number, number] => {
  let found = table[0] as Row;
  for (const row of table) if (row[0] <= monthsInCare) found = row;
  return [found[1], found[2], found[3], found[4]];
};

type AgeRow = readonly [underAge: number, ...factors: readonly [number, number, number, number]];

const byAge: readonly AgeRow[] = [
  [1, 0.85, 1, 0.6, 1.45],
  [6, 1, 1, 0.75, 1.35],
  [11, 1.06, 1, 1.15, 0.95],
  [15, 1, 1, 1.5, 0.5],
  [99, 0.85, 0.9, 1.2, 0.14],
];

export const ageFactors = (ageYears: number): readonly [number, number, number, number] => {
  const row = byAge.find(([under]) => ageYears < under) ?? (byAge[4] as AgeRow);
  return [row[1], row[2], row[3], row[4]];
};

/** Exits that are not permanency, per month: transfer, runaway, emancipation before 18, death. */
export const otherHazards = (ageYears: number): readonly [number, number, number, number] => {
  if (ageYears >= 17) return [0.004, 0.006, 0.004, 0.00004];
  if (ageYears >= 13) return [0.0025, 0.003, 0, 0.00003];
  return [0.0006, 0, 0, 0.00003];
};

/** Some families' paths are longer than others': one factor for all of a family's permanency hazards. */
export const frailties: readonly (readonly [number, number])[] = [
  [0.66, 0.28],
  [1, 0.47],
  [1.42, 0.25],
];

/** Placement moves a day, by days in the episode. */
export const moveHazard = (daysInCare: number): number => {
  if (daysInCare < 30) return 0.0086;
  if (daysInCare < 90) return 0.0049;
  if (daysInCare < 180) return 0.0036;
  if (daysInCare < 365) return 0.0028;
  return 0.0016;
};

/** Re-entry after an exit to family: a waiting time whose hazard falls. Days. */
export const reentry = { scale: 21_000, shape: 0.72 } as const;
export const reentryFactor: Readonly<Record<string, number>> = {
  reunification: 1.1,
  living_with_relative: 0.85,
  guardianship: 0.45,
};

/** The next report about a family. Days. */
export const nextReport = { scale: 2_700, shape: 0.68 } as const;

/** Reports about a child in care, per day: with and without a finding. */
export const inCareReports = { found: 0.00011, unfounded: 0.00026 } as const;
