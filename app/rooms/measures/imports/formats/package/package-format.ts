/** The case-data package: our own open format. CSV or Parquet files, a `package.json`, a `counties.csv`. */
import type { CanonicalTable } from '../../canonical.ts';
import type {
  Contribution,
  FileHead,
  FileReading,
  Format,
  FormatReading,
  ReadContext,
  SourceFile,
} from '../format.ts';
import { sqlName } from './cell-rules.ts';
import { checkTable } from './check-table.ts';
import { countiesRelation, readCounties } from './counties.ts';
import { loadFiles } from './load-files.ts';
import { readPackageFacts } from './package-facts.ts';
import { packageFileNamed, packageFiles } from './package-files.ts';
import { checkReferences } from './reference-rules.ts';
import { scanShare } from './scan-csv.ts';
import { gatherRows, keptRows, type TableRows } from './table-rows.ts';

const isFacts = (name: string): boolean => name === 'package.json';
const isCounties = (name: string): boolean => name === 'counties.csv';
const isParquet = (head: FileHead): boolean =>
  Buffer.from(head.bytes.subarray(0, 4)).toString('latin1') === 'PAR1';

const recognise = (head: FileHead): 'package' | null => {
  const { name } = head;
  if (isFacts(name) || isCounties(name)) return 'package';
  if (!packageFileNamed(name)) return null;
  if (name.endsWith('.parquet')) return isParquet(head) ? 'package' : null;
  return name.endsWith('.csv') ? 'package' : null;
};

const contributionOf = async (table: TableRows, { analytics }: ReadContext): Promise<Contribution> => {
  const kept = await keptRows(table, analytics);
  const isWhole = kept === sqlName(table.relation) && table.files.length === 1;
  const relation = `package_${table.shape.table}_kept`;
  await analytics.run(
    `CREATE VIEW ${sqlName(relation)} AS SELECT ${table.names.map(sqlName).join(', ')} FROM ${kept}`,
  );
  const ready = isWhole ? (table.files[0]?.readyParquet ?? null) : null;
  return { table: table.shape.table, relation, from: ['package'], readyParquet: ready };
};

const readingsOf = async (tables: Iterable<TableRows>, context: ReadContext): Promise<FileReading[]> => {
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

const readOneCounties = async (
  files: readonly SourceFile[],
  context: ReadContext,
): Promise<FileReading[]> => {
  const [file, second] = files;
  if (!file) return [];
  if (second)
    context.problems.stop({
      ...{ file: second.name, line: null, column: null, value: null, rule: 'counties-unusable' },
      sentence: 'There is more than one counties.csv. Join them into one.',
    });
  const reading = await readCounties(file, context);
  context.advance(file, file.bytes - Math.floor(file.bytes / scanShare), reading.rows);
  return [reading];
};

const read = async (files: readonly SourceFile[], context: ReadContext): Promise<FormatReading> => {
  const named = (test: (name: string) => boolean) => files.filter(({ name }) => test(name.toLowerCase()));
  const facts = named(isFacts);
  const { asOf, agency } = await readPackageFacts(facts, context);
  for (const file of facts) context.advance(file, file.bytes, 0);
  const counties = await readOneCounties(named(isCounties), context);
  const loaded = await loadFiles(files, context);
  const tables = new Map<CanonicalTable, TableRows>();
  for (const shape of packageFiles) {
    const parts = loaded.filter((part) => part.shape.table === shape.table);
    if (parts.length > 0) tables.set(shape.table, await gatherRows(shape, parts, context.analytics));
  }
  for (const table of tables.values()) await checkTable(table, asOf, context);
  await checkReferences(tables, context);
  const contributions: Contribution[] = [];
  for (const table of tables.values()) contributions.push(await contributionOf(table, context));
  const aboutFacts = facts.map((file) => ({ file, rows: 0, setAside: 0, periodEnd: null, fiscalYear: null }));
  return {
    files: [...aboutFacts, ...counties, ...(await readingsOf(tables.values(), context))],
    ...{ contributions, asOf, agency },
    counties: counties.length > 0 ? countiesRelation : null,
  };
};

export const packageFormat: Format = {
  kinds: ['package'],
  brings: (files) => files.flatMap(({ name }) => packageFileNamed(name)?.table ?? []),
  recognise,
  read,
};
