/** The columns of a canonical table, in its order, from what one package file brings. */
import { columnsOf } from '../../canonical.ts';
import { dayOfMoment, sqlName } from './cell-rules.ts';
import type { FileColumn, PackageFile } from './package-files.ts';

/** Canonical names that the file's columns fill. */
export const filledNames = ({ table }: PackageFile, columns: readonly FileColumn[]): string[] => {
  const names = columns.flatMap(({ name, kind }) => (kind === 'moment' ? [dayOfMoment(name), name] : [name]));
  if (table === 'reports' && !names.includes('afcars_id')) names.push('afcars_id');
  return columnsOf(table)
    .map(([name]) => name)
    .filter((name) => names.includes(name));
};

/**
 * One expression per canonical column of the table: `read` for those the file brings, a typed null for the others.
 * Reports without afcars_id: the child has one id in all files (case-data, section 1).
 */
export const canonicalSelect = (
  { table }: PackageFile,
  columns: readonly FileColumn[],
  read: (column: FileColumn) => string,
): string => {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return columnsOf(table)
    .flatMap(([name, type]) => {
      const column = byName.get(name);
      if (column) return [read(column)];
      if (byName.get(name.replace(/_on$/, '_at'))?.kind === 'moment') return [];
      if (table === 'reports' && name === 'afcars_id') return ['child_id AS afcars_id'];
      return [`CAST(NULL AS ${type}) AS ${sqlName(name)}`];
    })
    .join(', ');
};
