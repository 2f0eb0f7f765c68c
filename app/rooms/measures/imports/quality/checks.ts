/**
 * The federal data-quality checks: what each asks, its limit, and which indicators the government would mark "DQ".
 * Source: CFSR Round 4 Statewide Data Indicators Data Dictionary (August 2022), pages 8 to 13.
 * The dictionary does not say which indicators a check affects; `indicators` is our reading of it.
 */

const fromCare = ['P1', 'P2', 'P3', 'P4', 'P5', 'S1'] as const;

export interface QualityCheck {
  readonly title: string;
  /** Of what the value is the share. */
  readonly of: string;
  /** In percent. `most`: a value above it fails; `least`: a value below it fails. */
  readonly limit: number;
  readonly limitIs: 'most' | 'least';
  readonly indicators: readonly string[];
  /** Why it cannot be told when it was not counted. */
  readonly missing?: string;
}

const most = (
  title: string,
  of: string,
  limit: number,
  indicators: readonly string[],
  more: Partial<QualityCheck> = {},
): QualityCheck => ({ title, of, limit, limitIs: 'most', indicators, ...more });

const least = (
  title: string,
  of: string,
  limit: number,
  indicators: readonly string[],
  more: Partial<QualityCheck> = {},
): QualityCheck => ({ title, of, limit, limitIs: 'least', indicators, ...more });

const noNextFile = 'the file that follows is not loaded';
const inFile = 'children in the file';
const discharged = 'discharged children in the file';

/** In the order in which they are shown. */
export const qualityChecks = {
  'ids-not-in-next-period': most('Ids that do not match the next period', inFile, 40, fromCare, {
    missing: noNextFile,
  }),
  'birth-after-removal': most('Born after the removal', inFile, 5, fromCare),
  'birth-after-exit': most('Born after the discharge', discharged, 5, fromCare),
  'dropped-records': most('Dropped records: no discharge, absent from the next file', inFile, 10, fromCare, {
    missing: noNextFile,
  }),
  'exit-on-removal-day': most('Entered and left care on the same day', discharged, 5, fromCare),
  'exit-before-removal': most('Discharged before the removal', discharged, 5, fromCare),
  'birth-date-missing': most('No birth date', inFile, 5, fromCare),
  'removal-date-missing': most('No removal date', inFile, 5, fromCare),
  'settings-missing': most('No number of placement settings', inFile, 5, ['P5']),
  'exit-reason-missing': most('Discharged without a reason', discharged, 10, ['P1', 'P2', 'P3', 'P4']),
  'first-removal': most('On their first removal', inFile, 95, ['P4']),
  'victims-in-next-year': least('Victims whose id is in the next year’s file', 'victims', 1, ['S2'], {
    missing: noNextFile,
  }),
  'victims-match-differs': most(
    'Matching ids whose sex or birth date does not match',
    'victims whose id is in the next year’s file',
    5,
    ['S2'],
    { missing: noNextFile },
  ),
  'victims-age-missing': most('Victims without an age', 'victims', 5, ['S1', 'S2']),
  'victims-with-afcars-id': least('Victims with an AFCARS id', 'victims', 1, ['S1']),
  'victims-found-in-care': least(
    'Victims with an AFCARS id who are found in care',
    'victims with an AFCARS id',
    0,
    ['S1'],
    { missing: 'no AFCARS file of that year is loaded' },
  ),
} as const satisfies Record<string, QualityCheck>;

export type QualityCheckId = keyof typeof qualityChecks;

/** One check of one period, counted. */
export interface QualityCount {
  readonly checkId: QualityCheckId;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface QualityVerdict {
  /** In percent; null when it cannot be told. */
  readonly value: number | null;
  /** Null when it cannot be told. */
  readonly isPassed: boolean | null;
  readonly sentence: string;
}

const percent = (value: number): string => `${value.toFixed(1)}%`;

/** At least one of the victims with an AFCARS id must be found: the one check that is a count. */
const isFailed = (checkId: QualityCheckId, { limit, limitIs }: QualityCheck, value: number): boolean => {
  if (checkId === 'victims-found-in-care') return value === 0;
  return limitIs === 'most' ? value > limit : value < limit;
};

/** Holds a count against its limit, and says so in words. */
export const judge = ({ checkId, numerator, denominator }: QualityCount): QualityVerdict => {
  const check: QualityCheck = qualityChecks[checkId];
  if (numerator === null || denominator === null || denominator === 0) {
    const why = numerator === null && check.missing ? check.missing : `there are no ${check.of}`;
    return { value: null, isPassed: null, sentence: `${check.title}: cannot be told, because ${why}.` };
  }
  const value = (100 * numerator) / denominator;
  const isPassed = !isFailed(checkId, check, value);
  const limit =
    checkId === 'victims-found-in-care'
      ? 'at least one is needed'
      : `the limit is at ${check.limitIs} ${check.limit}%`;
  const counted = `${numerator.toLocaleString('en-US')} of ${denominator.toLocaleString('en-US')} ${check.of}`;
  const verdict = isPassed ? 'passed' : `not passed, which would put ${check.indicators.join(', ')} in doubt`;
  return {
    value,
    isPassed,
    sentence: `${check.title}: ${counted}, ${percent(value)}; ${limit}: ${verdict}.`,
  };
};
