/** Which record a row of a package is: the columns that say so, whichever of them the file brings. */
import type { Row } from '../../../../../platform/analytics/duckdb.ts';
import type { ProblemRecord } from '../../problem.ts';
import { sqlName } from './cell-rules.ts';
import type { PackageFile } from './package-files.ts';

const dayOf: Partial<Record<PackageFile['table'], string>> = {
  removals: 'removal_date',
  placements: 'removal_date',
  reports: 'report_date',
  visits: 'visit_date',
};

/** `names`: the columns that are there, as `source` has them. */
export const recordColumns = ({ table }: PackageFile, names: readonly string[]): string => {
  const column = (name: string | undefined, as: string): string =>
    name !== undefined && names.includes(name)
      ? `left(CAST(source.${sqlName(name)} AS VARCHAR), 100) AS ${as}`
      : `NULL AS ${as}`;
  return [
    column('child_id', 'child_id'),
    column('report_id', 'report_id'),
    column(dayOf[table], 'record_on'),
    column('county', 'county'),
    column('unit', 'unit'),
  ].join(', ');
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const recordOf = ({ table }: PackageFile, row: Row): ProblemRecord => ({
  table,
  childId: text(row.child_id),
  reportId: text(row.report_id),
  on: text(row.record_on),
  county: text(row.county),
  unit: text(row.unit),
});
