/** What a data version shows that is to be mended: found by DuckDB in its tables and its report, a piece at a time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countyPlace, isPlace, type Place } from '../../../commons/permissions/place.ts';
import { type Analytics, quoted } from '../../../platform/analytics/duckdb.ts';
import { packageFileNamed } from '../imports/formats/package/package-files.ts';
import type { Manifest, SourceKind } from '../imports/manifest.ts';
import { type VersionFiles, withRun } from '../results/version-files.ts';
import type { FixSource } from './fix.ts';
import { followedNotes, sentenceOf } from './rules.ts';
import type { FoundByRule } from './tables.ts';

/** So many records of one rule are listed; the rest are counted. A list that long is a fault of a system, not of records. */
export const listedPerRule = 10_000;
const perPiece = 1000;

export interface Finding {
  readonly source: FixSource;
  readonly tableName: string;
  readonly rule: string;
  readonly field: string;
  readonly childId: string;
  readonly reportId: string;
  readonly recordOn: string;
  readonly records: number;
  readonly place: Place;
  readonly sentence: string;
}

export interface Findings {
  /** Tables this version can judge, with the family of files they came from: `removals afcars`. */
  readonly judges: readonly string[];
  readonly found: FoundByRule;
  pieces(): AsyncIterable<readonly Finding[]>;
  /** Which of these children and reports the version knows at all. */
  presentAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

const sql = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .filter((statement) => statement.trim() !== '');

const families: Readonly<Record<SourceKind, FixSource>> = {
  package: 'own',
  extract: 'own',
  'afcars-2020': 'afcars',
  'afcars-legacy': 'afcars',
  ncands: 'ncands',
  aggregates: 'aggregates',
};

const tableOfKind = (kind: SourceKind, file: string): string | null => {
  if (kind.startsWith('afcars')) return 'removals';
  if (kind === 'ncands') return 'reports';
  return packageFileNamed(file)?.table ?? null;
};

const familyOf = ({ tables }: Manifest): Map<string, FixSource> =>
  new Map(
    Object.entries(tables).flatMap(([name, table]) => {
      const [main] = table?.from ?? [];
      return main === undefined ? [] : [[name, families[main]] as const];
    }),
  );

const latest = (days: readonly (string | number | null)[]): string =>
  days
    .map((day) => String(day ?? ''))
    .toSorted()
    .at(-1) ?? '';

/** Of each family the latest file: what was filed long ago is corrected by filing again. */
const sourceRows = ({ sources }: Manifest): [file: string, isLatest: boolean, table: string | null][] =>
  sources.map(({ name, kind, periodEnd, fiscalYear }) => {
    const family = sources.filter((other) => families[other.kind] === families[kind]);
    const newest = latest(family.map((other) => other.periodEnd ?? other.fiscalYear));
    return [name, String(periodEnd ?? fiscalYear ?? '') === newest, tableOfKind(kind, name)];
  });

const literal = (text: string | null): string => (text === null ? 'NULL' : quoted(text));

/** Reports of versions made before they said whose a row is lack those columns. */
const problemsView = (path: string | null): string => `
  CREATE TEMP VIEW problems AS
  SELECT * FROM (SELECT NULL::VARCHAR AS file, NULL::VARCHAR AS "column", NULL::VARCHAR AS rule,
    NULL::VARCHAR AS sentence, NULL::VARCHAR AS weight, NULL::VARCHAR AS about_table, NULL::VARCHAR AS child_id,
    NULL::VARCHAR AS report_id, NULL::VARCHAR AS record_on, NULL::VARCHAR AS county, NULL::VARCHAR AS unit,
    NULL::INTEGER AS more WHERE false)
  ${path === null ? '' : `UNION ALL BY NAME SELECT * FROM read_parquet(${quoted(path)})`}`;

const preparation = (manifest: Manifest, problemsPath: string | null): string[] => [
  problemsView(problemsPath),
  'CREATE TEMP TABLE sources (file VARCHAR, is_latest BOOLEAN, of_table VARCHAR)',
  ...sourceRows(manifest).map(
    ([file, isLatest, table]) =>
      `INSERT INTO sources VALUES (${quoted(file)}, ${isLatest}, ${literal(table)})`,
  ),
  `CREATE TEMP TABLE followed_notes AS SELECT unnest([${followedNotes.map(quoted).join(', ')}]) AS rule`,
  'CREATE TEMP TABLE families (about_table VARCHAR, source VARCHAR)',
  ...[...familyOf(manifest)].map(
    ([table, family]) => `INSERT INTO families VALUES (${quoted(table)}, ${quoted(family)})`,
  ),
  ...sql('./found-in-tables.sql'),
  ...sql('./found-in-report.sql'),
];

/** A county in a row counts where the tables know it; else the child's last removal decides, else the child's last report. */
const placing = [
  `CREATE TEMP TABLE known_counties AS
   SELECT county FROM case_removals WHERE county IS NOT NULL UNION SELECT county FROM case_reports WHERE county IS NOT NULL`,
  `CREATE TEMP TABLE found AS
   SELECT *, NULL::VARCHAR AS sentence FROM found_in_tables UNION ALL BY NAME SELECT * FROM found_in_report`,
  `CREATE TEMP TABLE report_counties AS
   SELECT child_id, arg_max(county, report_date) AS county FROM case_reports
   WHERE county IS NOT NULL AND child_id IN (SELECT child_id FROM found WHERE county IS NULL) GROUP BY child_id`,
  `CREATE TEMP TABLE listed AS
   SELECT source, found.about_table, rule, field, coalesce(found.child_id, '') AS child_id,
     coalesce(report_id, '') AS report_id, coalesce(CAST(record_on AS VARCHAR), '') AS record_on, records, sentence,
     CASE WHEN known.county IS NOT NULL THEN found.county ELSE coalesce(place.county, reported.county) END AS county,
     CASE WHEN known.county IS NOT NULL THEN found.unit ELSE place.unit END AS unit
   FROM found JOIN families USING (about_table)
     LEFT JOIN known_counties AS known ON known.county = found.county
     LEFT JOIN last_places ON last_places.child_id = found.child_id
     LEFT JOIN report_counties AS reported ON reported.child_id = found.child_id
   QUALIFY row_number() OVER (PARTITION BY rule ORDER BY found.child_id, report_id, record_on, field) <= ${listedPerRule}`,
];

const placeOf = (county: string | null, unit: string | null): Place => {
  const inUnit = `unit:${county}/${unit}`;
  if (county !== null && unit !== null && isPlace(inUnit)) return inUnit;
  const inCounty = county === null ? '' : countyPlace(county);
  return isPlace(inCounty) ? inCounty : 'state';
};

interface ListedRow extends Record<string, unknown> {
  readonly source: FixSource;
  readonly about_table: string;
  readonly rule: string;
  readonly field: string;
  readonly child_id: string;
  readonly report_id: string;
  readonly record_on: string;
  readonly records: number;
  readonly sentence: string | null;
  readonly county: string | null;
  readonly unit: string | null;
}

const findingOf = (row: ListedRow): Finding => ({
  source: row.source,
  tableName: row.about_table,
  rule: row.rule,
  field: row.field,
  childId: row.child_id,
  reportId: row.report_id,
  recordOn: row.record_on,
  records: row.records,
  place: placeOf(row.county, row.unit),
  sentence: sentenceOf(row.rule, row.sentence),
});

async function* piecesOf(analytics: Analytics): AsyncGenerator<Finding[]> {
  for (let first = 0; ; first += perPiece) {
    const rows = await analytics.all<ListedRow>(
      'SELECT * FROM listed WHERE rowid >= $1 AND rowid < $2 ORDER BY rowid',
      [first, first + perPiece],
    );
    if (rows.length === 0) return;
    yield rows.map(findingOf);
  }
}

const countByRule = async (analytics: Analytics): Promise<FoundByRule> => {
  const rows = await analytics.all<{ rule: string; found: number; listed: number }>(
    `SELECT rule, listed.n AS listed,
       greatest(found.n + coalesce(more.n, 0), listed.n)::BIGINT AS found
     FROM (SELECT rule, count(*) AS n FROM found GROUP BY rule) AS found
       JOIN (SELECT rule, count(*) AS n FROM listed GROUP BY rule) AS listed USING (rule)
       LEFT JOIN (SELECT rule, sum(more) AS n FROM reported WHERE more IS NOT NULL GROUP BY rule) AS more USING (rule)`,
  );
  return Object.fromEntries(rows.map(({ rule, found, listed }) => [rule, { found, listed }]));
};

const separator = '\u001f';

const presentAmong = async (analytics: Analytics, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await analytics.all<{ id: string }>(
    `WITH asked AS (SELECT unnest(string_split($1, chr(31))) AS id)
     SELECT id FROM asked SEMI JOIN case_children ON child_id = id
     UNION SELECT id FROM asked SEMI JOIN case_removals ON child_id = id
     UNION SELECT id FROM asked SEMI JOIN case_reports AS by_child ON by_child.child_id = id
     UNION SELECT id FROM asked SEMI JOIN case_reports AS by_report ON by_report.report_id = id`,
    [ids.join(separator)],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Opens the version, finds, and hands over; memory is the engine's limit and one piece. */
export const withFindings = async <T>(
  files: VersionFiles,
  work: (findings: Findings) => Promise<T>,
): Promise<T> => {
  const { manifest, folder } = files;
  const problemsPath = manifest.problems.file === null ? null : join(folder, manifest.problems.file);
  const run = {
    measures: [],
    windows: [],
    asOf: manifest.asOf,
    alsoReads: problemsPath ? [problemsPath] : [],
  };
  return withRun(files, run, async (analytics) => {
    for (const statement of [...preparation(manifest, problemsPath), ...placing])
      await analytics.run(statement);
    return work({
      judges: [...familyOf(manifest)].map(([table, family]) => `${table} ${family}`),
      found: await countByRule(analytics),
      pieces: () => piecesOf(analytics),
      presentAmong: (ids) => presentAmong(analytics, ids),
    });
  });
};
