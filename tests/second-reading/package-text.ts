/** Canonical rows as the cells of a package's files. */
import {
  type CanonicalTable,
  canonicalTableNames,
  columnsOf,
} from '../../app/rooms/measures/imports/canonical.ts';
import type { PackageRows } from '../support/package-version.ts';
import type { CaseRows, Investigation } from './case-rows.ts';

type Cells = Readonly<Record<string, string | number | null>>;

const cellsOf = (row: object): Cells =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );

/** A moment is written with its time where it has one. */
const investigationCells = (row: Investigation): Cells => ({
  report_id: row.report_id,
  received_at: row.received_at ?? row.received_on,
  due_at: row.due_at ?? row.due_on,
  first_contact_at: row.first_contact_at ?? row.first_contact_on,
  completed_at: row.completed_at ?? row.completed_on,
  completion_due_at: row.completion_due_at ?? row.completion_due_on,
});

/** Files that are absent are left out. */
export const packageCells = (rows: CaseRows): PackageRows => {
  const { investigations, ...others } = rows;
  const tables = Object.entries(others).flatMap(([table, list]) =>
    list === null ? [] : [[table, list.map(cellsOf)]],
  );
  return {
    ...Object.fromEntries(tables),
    ...(investigations === null ? {} : { investigations: investigations.map(investigationCells) }),
  };
};

/** Without what only federal files can say. */
export const asPackage = (rows: CaseRows): CaseRows => ({
  ...rows,
  removals: rows.removals.map((row) => ({ ...row, trial_home_visit_from: null, dropped_after: null })),
});

const federal = ['trial_home_visit_from', 'dropped_after'];

/** A package writes a moment in one column, with its time where it has one. */
const columnsOfFile = (table: CanonicalTable): string[] =>
  columnsOf(table)
    .map(([column]) => column)
    .filter((column) => !federal.includes(column) && !column.endsWith('_on'));

const csv = (rows: readonly Cells[], columns: readonly string[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');

/** A package's files. */
export const packageFiles = (rows: CaseRows, asOf: string): Record<string, string> => {
  const cells = packageCells(rows);
  const held = canonicalTableNames.filter((table) => cells[table] !== undefined);
  return {
    ...Object.fromEntries(
      held.map((table) => [`${table}.csv`, csv(cells[table] ?? [], columnsOfFile(table))]),
    ),
    'package.json': JSON.stringify({ as_of: asOf }),
  };
};
