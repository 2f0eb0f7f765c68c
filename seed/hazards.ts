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
  [0.25, 0.056, 0.011, 0.0004, 0.0001],
  [1, 0.0375, 0.0066, 0.0004, 0.0001],
  [2, 0.0312, 0.005, 0.0005, 0.0002],
  [6, 0.0342, 0.0038, 0.0034, 0.0016],
  [9, 0.0358, 0.0036, 0.0046, 0.004],
  [12, 0.027, 0.0034, 0.0075, 0.014],
  [18, 0.018, 0.0032, 0.01, 0.03],
  [24, 0.0105, 0.0028, 0.0105, 0.04],
  [36, 0.0065, 0.0022, 0.009, 0.039],
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
  if (daysInCare < 30) return 0.0075;
  if (daysInCare < 90) return 0.0043;
  if (daysInCare < 180) return 0.0032;
  if (daysInCare < 365) return 0.0025;
  return 0.0015;
};

/**
 * What may come back and what may not: with probability `ever` it does, after a waiting time (days, Weibull) whose
 * hazard falls. Families whose time has come do not pile up over the years, so the state stays steady.
 */
interface Recurrence {
  readonly ever: number;
  readonly scale: number;
  readonly shape: number;
}

/** Re-entry after an exit to family, and its factor by the kind of exit. */
export const reentry: Recurrence = { ever: 0.09, scale: 480, shape: 0.75 };
export const reentryFactor: Readonly<Record<string, number>> = {
  reunification: 1.1,
  living_with_relative: 0.85,
  guardianship: 0.45,
};

/** The next report about a family, after a report with and without a finding. */
export const nextReport: Readonly<Record<'found' | 'unfounded', Recurrence>> = {
  found: { ever: 0.5, scale: 430, shape: 0.8 },
  unfounded: { ever: 0.39, scale: 430, shape: 0.8 },
};

/** Reports about a child in care, per day: with and without a finding. */
export const inCareReports = { found: 0.000094, unfounded: 0.00026 } as const;
