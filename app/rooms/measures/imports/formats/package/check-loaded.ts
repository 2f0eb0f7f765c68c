/** From files in the engine to what they contribute: rows of one table together, every check, what is left. */
import type { Day } from '../../../../../platform/clock.ts';
import type { CanonicalTable } from '../../canonical.ts';
import type { Contribution, FileReading, ReadContext } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import { checkTable } from './check-table.ts';
import type { LoadedFile } from './loaded-file.ts';
import { packageFiles } from './package-files.ts';
import { checkReferences } from './reference-rules.ts';
import { gatherRows, keptRows, type TableRows } from './table-rows.ts';

/** Whose files they are; it also tells their relations apart. */
type Source = 'package' | 'extract';

const contributionOf = async (
  table: TableRows,
  source: Source,
  { analytics }: ReadContext,
): Promise<Contribution> => {
  const kept = await keptRows(table, analytics);
  const isWhole = kept === sqlName(table.relation) && table.files.length === 1;
  const relation = `${source}_${table.shape.table}_kept`;
  await analytics.run(
    `CREATE VIEW ${sqlName(relation)} AS SELECT ${table.names.map(sqlName).join(', ')} FROM ${kept}`,
  );
  const ready = isWhole ? (table.files[0]?.readyParquet ?? null) : null;
  return { table: table.shape.table, relation, from: [source], readyParquet: ready };
};

/** What became of each loaded file. */
export const readingsOf = async (
  tables: Iterable<TableRows>,
  context: ReadContext,
): Promise<FileReading[]> => {
  const readings: FileReading[] = [];
  for (const { files, leftOut } of tables) {
    const counted = await context.analytics.all(
      `SELECT file_no, count(*) AS n FROM ${sqlName(leftOut)} WHERE is_set_aside GROUP BY file_no`,
    );
    const left = new Map(counted.map(({ file_no, n }) => [Number(file_no), Number(n)]));
    for (const [index, { file, rows, setAside, sha256 }] of files.entries())
      readings.push({
        ...{ file, rows, setAside: setAside + (left.get(index) ?? 0) },
        ...{ periodEnd: null, fiscalYear: null, sha256 },
      });
  }
  return readings;
};

export const checkLoaded = async (
  loaded: readonly LoadedFile[],
  asOf: Day | null,
  source: Source,
  context: ReadContext,
): Promise<{ tables: readonly TableRows[]; contributions: readonly Contribution[] }> => {
  const tables = new Map<CanonicalTable, TableRows>();
  for (const shape of packageFiles) {
    const parts = loaded.filter((part) => part.shape.table === shape.table);
    if (parts.length > 0) tables.set(shape.table, await gatherRows(shape, parts, source, context.analytics));
  }
  for (const table of tables.values()) await checkTable(table, asOf, context);
  await checkReferences(tables, context);
  const contributions: Contribution[] = [];
  for (const table of tables.values()) contributions.push(await contributionOf(table, source, context));
  return { tables: [...tables.values()], contributions };
};
