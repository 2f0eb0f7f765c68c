/** Several sources make one version: which source each canonical table comes from, and what a supplement fills. */
import type { Analytics } from '../../../platform/analytics/duckdb.ts';
import { type CanonicalTable, canonicalTableNames, columnsOf } from './canonical.ts';
import type { Contribution, FormatReading } from './formats/format.ts';
import { packageFiles } from './formats/package/package-files.ts';
import type { SourceKind } from './manifest.ts';
import { ImportStopped, type ProblemCollector } from './problem-collector.ts';

export type Preference = Partial<Record<CanonicalTable, SourceKind>>;

export interface CombinedTable {
  readonly table: CanonicalTable;
  /** Query of exactly the canonical columns, in their order. */
  readonly query: string;
  /** The main source first. */
  readonly from: readonly SourceKind[];
  /** A Parquet file that holds just that already. */
  readonly readyParquet: string | null;
}

interface Part extends Contribution {
  readonly names: readonly string[];
}

const named = (name: string): string => `"${name}"`;

const keyOf = (table: CanonicalTable): readonly string[] =>
  packageFiles.find((shape) => shape.table === table)?.key ?? [];

const describe = async (contribution: Contribution, analytics: Analytics): Promise<Part> => {
  const rows = await analytics.all<{ column_name: string }>(`DESCRIBE ${named(contribution.relation)}`);
  return { ...contribution, names: rows.map(({ column_name }) => column_name) };
};

const isFrom = (part: Part, kind: SourceKind): boolean => part.from.includes(kind);

/** What a package or an extract adds when it holds only the key and columns that the other source lacks. */
const isSupplement = (part: Part, main: Part): boolean => {
  const key = keyOf(part.table);
  return (
    (isFrom(part, 'package') || isFrom(part, 'extract')) &&
    key.length > 0 &&
    part.names.every((name) => key.includes(name) || !main.names.includes(name))
  );
};

const tableTwice = (table: CanonicalTable, parts: readonly Part[], problems: ProblemCollector): void => {
  const [first, second] = parts;
  const shared = first?.names.filter((name) => second?.names.includes(name) && !keyOf(table).includes(name));
  const kinds = parts.map(({ from }) => from.join(' and ')).join(' and ');
  const column = shared?.join(', ') || null;
  const sentence =
    `Both ${kinds} bring ${table}, with the same columns. Take one of them out, reduce the package's file to the key ` +
    `and the columns that the other lacks, or say which is to be used: --prefer ${table}=${first?.from[0]}.`;
  problems.add({
    file: table,
    line: null,
    column,
    value: null,
    rule: 'table-twice',
    sentence,
    weight: 'stop',
  });
};

const selectFrom = (table: CanonicalTable, alias: (name: string) => string | null): string =>
  columnsOf(table)
    .map(([name, type]) => `${alias(name) ?? `CAST(NULL AS ${type})`} AS ${named(name)}`)
    .join(', ');

const alone = (part: Part): string =>
  `SELECT ${selectFrom(part.table, (name) => (part.names.includes(name) ? named(name) : null))} FROM ${named(part.relation)}`;

const supplemented = (main: Part, extra: Part): string => {
  const key = keyOf(main.table);
  const on = key.map((name) => `m.${named(name)} = e.${named(name)}`).join(' AND ');
  const alias = (name: string): string | null => {
    if (main.names.includes(name)) return `m.${named(name)}`;
    return extra.names.includes(name) ? `e.${named(name)}` : null;
  };
  const select = selectFrom(main.table, alias);
  return `SELECT ${select} FROM ${named(main.relation)} AS m LEFT JOIN ${named(extra.relation)} AS e ON ${on}`;
};

const noteUnmatched = async (main: Part, extra: Part, analytics: Analytics, problems: ProblemCollector) => {
  const key = keyOf(main.table).map(named).join(', ');
  const [row] = await analytics.all(
    `SELECT count(*) AS n FROM ${named(extra.relation)} ANTI JOIN ${named(main.relation)} USING (${key})`,
  );
  const count = Number(row?.n);
  if (count === 0) return;
  const sentence = `The row fits no row of ${main.table} from the other source. It adds nothing.`;
  const rule = 'supplement-unmatched';
  problems.add(
    { file: main.table, line: null, column: null, value: null, rule, sentence, weight: 'note' },
    count,
  );
};

/**
 * NCANDS tells of children who were reported and never removed: they join those of the other source, whose word
 * counts where both know a child.
 */
const withReportedChildren = (main: Part, ncands: Part): string =>
  `${alone(main)} UNION ALL ${alone(ncands)} AS n
   WHERE NOT EXISTS (SELECT 1 FROM ${named(main.relation)} AS m WHERE m.child_id = n.child_id)`;

const joined = async (
  table: CanonicalTable,
  parts: readonly Part[],
  analytics: Analytics,
  problems: ProblemCollector,
): Promise<Omit<CombinedTable, 'table'> | null> => {
  const [only] = parts;
  if (only && parts.length === 1)
    return { query: alone(only), from: only.from, readyParquet: only.readyParquet ?? null };
  const ncands = table === 'children' ? parts.find((part) => isFrom(part, 'ncands')) : undefined;
  if (ncands && parts.length > 1) {
    const others = await joined(
      table,
      parts.filter((part) => part !== ncands),
      analytics,
      problems,
    );
    if (!others) return null;
    await analytics.run(`CREATE VIEW combined_${table} AS ${others.query}`);
    const main = await describe({ table, relation: `combined_${table}`, from: others.from }, analytics);
    const both = [...others.from, ...ncands.from];
    return { query: withReportedChildren(main, ncands), from: both, readyParquet: null };
  }
  const extra = parts.find((part) => parts.every((other) => other === part || isSupplement(part, other)));
  const main = parts.find((part) => part !== extra);
  if (!extra || !main || parts.length > 2) {
    tableTwice(table, parts, problems);
    return null;
  }
  await noteUnmatched(main, extra, analytics, problems);
  return { query: supplemented(main, extra), from: [...main.from, ...extra.from], readyParquet: null };
};

const countyNamed = (query: string, counties: string): string => {
  const rename = 'coalesce(n.name, t.county) AS county';
  return `SELECT t.* REPLACE (${rename}) FROM (${query}) AS t LEFT JOIN ${named(counties)} AS n ON t.county = n.code`;
};

const hasCounty = (table: CanonicalTable): boolean => columnsOf(table).some(([name]) => name === 'county');

/** Decides for every table. Stops when two kinds of source bring the same and no preference decides. */
export const combine = async (
  readings: readonly FormatReading[],
  prefer: Preference,
  analytics: Analytics,
  problems: ProblemCollector,
): Promise<CombinedTable[]> => {
  const counties = readings.find((reading) => reading.counties)?.counties ?? null;
  const tables: CombinedTable[] = [];
  for (const table of canonicalTableNames) {
    const given = readings.flatMap(({ contributions }) =>
      contributions.filter((part) => part.table === table),
    );
    const preferred = prefer[table];
    const chosen = preferred ? given.filter(({ from }) => from.includes(preferred)) : given;
    if (chosen.length === 0 && given.length > 0) preferenceWithoutSource(table, preferred ?? '', problems);
    const parts = await Promise.all(chosen.map((part) => describe(part, analytics)));
    if (parts.length === 0) continue;
    const made = await joined(table, parts, analytics, problems);
    if (!made) continue;
    if (counties && hasCounty(table))
      tables.push({ ...made, table, query: countyNamed(made.query, counties), readyParquet: null });
    else tables.push({ ...made, table });
  }
  if (problems.hasStop) throw new ImportStopped('Two sources bring the same table.');
  return tables;
};

const preferenceWithoutSource = (table: string, kind: string, problems: ProblemCollector): never =>
  problems.stop({
    ...{ file: table, line: null, column: null, value: null, rule: 'preference-without-source' },
    sentence: `No source of the kind ${kind} brings ${table}. Choose one of those that do.`,
  });
