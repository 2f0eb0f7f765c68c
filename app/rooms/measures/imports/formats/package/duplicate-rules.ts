/** Rows that share a key. Equal rows say one thing: one is kept. Rows that contradict each other: none can be believed. */
import type { Analytics } from '../../../../../platform/analytics/duckdb.ts';
import { sqlName } from './cell-rules.ts';
import type { BrokenRule } from './name-rows.ts';
import type { TableRows } from './table-rows.ts';

const listed = (names: readonly string[]): string => names.map(sqlName).join(', ');

/** One number that orders rows by file, then by place in it. */
const placeOf = (fileNo: string, rowNo: string): string => `(CAST(${fileNo} AS BIGINT) << 40) + ${rowNo}`;

/** True when some key occurs twice. One hash per row: a chance collision costs only the closer look. */
const mayHaveDuplicates = async (
  rows: string,
  key: readonly string[],
  analytics: Analytics,
): Promise<boolean> => {
  const [counted] = await analytics.all(
    `SELECT count(*) AS n, count(DISTINCT hash(${listed(key)})) AS keys FROM ${rows}`,
  );
  return Number(counted?.n) !== Number(counted?.keys);
};

/** The broken rules among `rows`; empty when every key occurs once. */
export const duplicateRules = async (
  { shape, names, relation }: TableRows,
  rows: string,
  analytics: Analytics,
): Promise<BrokenRule[]> => {
  const key = shape.key.filter((name) => names.includes(name));
  if (key.length === 0 || !(await mayHaveDuplicates(rows, key, analytics))) return [];
  const groups = `${relation}_twice`;
  await analytics.run(
    `CREATE TABLE ${sqlName(groups)} AS
     SELECT ${listed(key)}, count(DISTINCT row(${listed(names)})) AS variants, min(${placeOf('file_no', 'row_no')}) AS first_place
     FROM ${rows} GROUP BY ${listed(key)} HAVING count(*) > 1`,
  );
  const same = key.map((name) => `r.${sqlName(name)} IS NOT DISTINCT FROM g.${sqlName(name)}`).join(' AND ');
  const joined = `SELECT r.file_no, r.row_no, r.${sqlName(key[0] ?? '')} AS value FROM ${rows} AS r JOIN ${sqlName(groups)} AS g ON ${same}`;
  const shared = { column: key.join(', ') };
  return [
    {
      ...shared,
      rule: 'row-repeated',
      weight: 'note',
      leavesOut: true,
      sentence: 'The same row is there already. It is kept once.',
      rows: `${joined} WHERE g.variants = 1 AND ${placeOf('r.file_no', 'r.row_no')} > g.first_place`,
    },
    {
      ...shared,
      rule: 'key-contradicted',
      weight: 'set-aside',
      sentence:
        'Several rows share this key and say different things. None can be believed; all of them are set aside.',
      rows: `${joined} WHERE g.variants > 1`,
    },
  ];
};
