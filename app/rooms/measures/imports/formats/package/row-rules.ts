/** Rules on one row of a package table by itself. What the measures drop later is imported and noted here. */
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../../../platform/clock.ts';
import { canonicalTables } from '../../canonical.ts';
import { sqlName } from './cell-rules.ts';
import type { PackageFile } from './package-files.ts';

export interface RowRule {
  readonly rule: string;
  readonly column: string;
  /** SQL over the row's columns: true where the rule is broken. */
  readonly when: string;
  readonly weight: 'set-aside' | 'note';
  readonly sentence: string;
}

/** Not subject to as-of (indicators, "as-of first"). */
const exemptFromAsOf = new Set(['birth_date', 'due_on', 'completion_due_on']);

const missing = (column: string): RowRule => ({
  rule: 'key-missing',
  column,
  when: `${sqlName(column)} IS NULL`,
  weight: 'set-aside',
  sentence: 'This may not be blank: without it the row belongs to nothing. The row is set aside.',
});

const impossible = (column: string): RowRule => ({
  rule: 'date-impossible',
  column,
  when: `${sqlName(column)} < DATE '1000-01-01' OR ${sqlName(column)} > DATE '9999-12-31'`,
  weight: 'set-aside',
  sentence: 'This year cannot be meant. The row is set aside.',
});

const early = (column: string): RowRule => ({
  rule: 'date-before-1900',
  column,
  when: `${sqlName(column)} >= DATE '1000-01-01' AND ${sqlName(column)} < DATE '1900-01-01'`,
  weight: 'note',
  sentence: 'The date is before 1900. It is imported as it is; check whether it is mistyped.',
});

const afterAsOf = (column: string, asOf: Day): RowRule => ({
  rule: 'date-after-as-of',
  column,
  when: `${sqlName(column)} > CAST(${quoted(asOf)} AS DATE) AND ${sqlName(column)} <= DATE '9999-12-31'`,
  weight: 'note',
  sentence: `The date is after the data's as-of date, ${asOf}. It is imported; the measures do not believe it.`,
});

const afterToday = (column: string, today: Day): RowRule => ({
  ...afterAsOf(column, today),
  rule: 'date-after-today',
  sentence: `The date is after today, ${today}: it is probably mistyped.`,
});

const checks: Partial<Record<PackageFile['table'], readonly (RowRule & { needs: readonly string[] })[]>> = {
  removals: [
    {
      rule: 'discharge-before-removal',
      needs: ['discharge_date'],
      column: 'discharge_date',
      when: 'discharge_date < removal_date',
      weight: 'note',
      sentence:
        'The discharge is before the removal. The row is imported; the measures drop the episode and count it.',
    },
    {
      rule: 'discharge-same-day',
      needs: ['discharge_date'],
      column: 'discharge_date',
      when: 'discharge_date = removal_date',
      weight: 'note',
      sentence:
        'The discharge is on the day of the removal. The row is imported; the measures drop the episode and count it.',
    },
    {
      rule: 'discharge-reason-missing',
      needs: ['discharge_date', 'discharge_reason'],
      column: 'discharge_reason',
      when: 'discharge_date IS NOT NULL AND discharge_reason IS NULL',
      weight: 'note',
      sentence:
        'There is a discharge date and no reason. The row is imported; P1 to P4 drop the episode and count it.',
    },
    {
      rule: 'discharge-date-missing',
      needs: ['discharge_date', 'discharge_reason'],
      column: 'discharge_date',
      when: 'discharge_date IS NULL AND discharge_reason IS NOT NULL',
      weight: 'note',
      sentence: 'There is a discharge reason and no date. The row is imported; the episode counts as open.',
    },
  ],
  placements: [
    {
      rule: 'placement-before-removal',
      needs: [],
      column: 'start_date',
      when: 'start_date < removal_date',
      weight: 'note',
      sentence: 'The placement begins before the removal. The row is imported; P5 does not count it.',
    },
  ],
  children: [
    {
      rule: 'birth-date-missing',
      needs: ['birth_date'],
      column: 'birth_date',
      when: 'birth_date IS NULL',
      weight: 'note',
      sentence:
        "There is no birth date. The row is imported; the measures drop the child's episodes and count them.",
    },
  ],
};

/** The rules that the given columns allow. Rules that set rows aside come first. */
export const rowRulesOf = (
  shape: PackageFile,
  names: readonly string[],
  { asOf, today }: { readonly asOf: Day | null; readonly today: Day },
): RowRule[] => {
  const types: Readonly<Record<string, string>> = canonicalTables[shape.table];
  const days = names.filter((name) => types[name] === 'DATE');
  const dated = days.filter((name) => !exemptFromAsOf.has(name));
  const has = (column: string) => names.includes(column);
  const own = (checks[shape.table] ?? []).filter(({ needs }) => needs.every(has));
  return [
    ...shape.filled.filter(has).map(missing),
    ...days.map(impossible),
    ...days.map(early),
    ...dated.map((column) => (asOf === null ? afterToday(column, today) : afterAsOf(column, asOf))),
    ...own,
  ];
};
