/** All rows of one canonical table that a source's files bring, each with its file and its place in it. */
import type { Analytics } from '../../../../../platform/analytics/duckdb.ts';
import { sqlName } from './cell-rules.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { PackageFile } from './package-files.ts';

export interface TableRows {
  readonly shape: PackageFile;
  readonly files: readonly LoadedFile[];
  /** View: `file_no` (index in `files`), `row_no`, and every canonical column that one of the files brings. */
  readonly relation: string;
  readonly names: readonly string[];
  /** Table of `file_no, row_no, is_set_aside`: rows that are left out, set aside or as one of two equal rows. */
  readonly leftOut: string;
}

export const gatherRows = async (
  shape: PackageFile,
  files: readonly LoadedFile[],
  source: string,
  analytics: Analytics,
): Promise<TableRows> => {
  const relation = `${source}_${shape.table}`;
  const leftOut = `${source}_${shape.table}_left_out`;
  const parts = files.map(
    ({ relation: part }, index) => `SELECT CAST(${index} AS INTEGER) AS file_no, * FROM ${sqlName(part)}`,
  );
  await analytics.run(`CREATE VIEW ${sqlName(relation)} AS ${parts.join(' UNION ALL BY NAME ')}`);
  await analytics.run(
    `CREATE TABLE ${sqlName(leftOut)} (file_no INTEGER, row_no BIGINT, is_set_aside BOOLEAN)`,
  );
  const described = await analytics.all<{ column_name: string }>(`DESCRIBE ${sqlName(relation)}`);
  const names = described
    .map(({ column_name }) => column_name)
    .filter((name) => !/^(file|row)_no$/.test(name));
  return { shape, files, relation, names, leftOut };
};

/** The rows that are still in. */
export const keptRows = async ({ relation, leftOut }: TableRows, analytics: Analytics): Promise<string> => {
  const [left] = await analytics.all(`SELECT count(*) AS n FROM ${sqlName(leftOut)}`);
  if (Number(left?.n) === 0) return sqlName(relation);
  return `(SELECT * FROM ${sqlName(relation)} ANTI JOIN ${sqlName(leftOut)} USING (file_no, row_no))`;
};
