/** A package of the test vectors as canonical rows: columns it lacks are unknown, files it lacks absent. */
import { existsSync } from 'node:fs';
import {
  type CanonicalTable,
  canonicalTables,
  columnsOf,
} from '../../app/rooms/measures/imports/canonical.ts';
import { vectorPath, vectorRows } from '../support/vector-rows.ts';
import type { CaseRows } from './case-rows.ts';

type Row = Readonly<Record<string, unknown>>;

const moments = ['received', 'due', 'first_contact', 'completed', 'completion_due'];

/** A moment with a time is an instant and a day; one without is a day. */
const withMoments = (row: Row): Row =>
  Object.fromEntries([
    ['report_id', row.report_id],
    ...moments.flatMap((moment) => {
      const text = row[`${moment}_at`];
      const known = typeof text === 'string' ? text : null;
      return [
        [`${moment}_on`, known?.slice(0, 10) ?? null],
        [`${moment}_at`, known !== null && known.length > 10 ? known : null],
      ];
    }),
  ]);

const rowsOf = (folder: string, table: CanonicalTable): Row[] | null => {
  const path = `${folder}/${table}.csv`;
  if (!existsSync(vectorPath(path))) return null;
  const unknown = Object.fromEntries(columnsOf(table).map(([name]) => [name, null]));
  return vectorRows(path, table).map((row) => {
    if (table === 'investigations') return withMoments(row);
    const filled = table === 'reports' && !('afcars_id' in row) ? { afcars_id: row.child_id } : {};
    return { ...unknown, ...row, ...filled };
  });
};

/** `folder` is below tests/vectors/indicators. */
export const vectorPackage = (folder: string): CaseRows => {
  const tables = Object.keys(canonicalTables) as CanonicalTable[];
  return Object.fromEntries(tables.map((table) => [table, rowsOf(folder, table)])) as unknown as CaseRows;
};
