/** A data version of any size, made by the analytical engine itself: the same rows every time, from hashes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, quoted } from '../app/platform/analytics/duckdb.ts';
import type { CanonicalTable } from '../app/rooms/measures/imports/canonical.ts';
import type { Manifest } from '../app/rooms/measures/imports/manifest.ts';

/** Chance in [0, 1): the n-th draw of a row. */
const chance = (key: string, draw: number): string =>
  `((hash(${key} * 64 + ${draw}) >> 11) / 9007199254740992.0)`;

const firstOn = "DATE '2018-10-01'";
const asOf = '2026-09-30';
const daysIn = 2922;

export interface Size {
  readonly removals: number;
  readonly reports: number;
  readonly counties: number;
}

const queries = ({ removals, reports, counties }: Size): [CanonicalTable, string][] => {
  const first = Math.round(removals / 1.4);
  const id = (key: string): string => `'C' || lpad((${key})::VARCHAR, 8, '0')`;
  const county = (key: string): string =>
    `'County ' || lpad((${chance(key, 9)} * ${counties})::INT::VARCHAR, 3, '0')`;
  const stayDays = (key: string, draw: number): string => `(3 + 420 * -ln(1 - ${chance(key, draw)}))::INT`;
  const reason = `CASE WHEN r < 0.47 THEN 'reunification' WHEN r < 0.54 THEN 'living_with_relative'
    WHEN r < 0.79 THEN 'adoption' WHEN r < 0.9 THEN 'guardianship' WHEN r < 0.97 THEN 'emancipation' ELSE 'transfer' END`;
  const stays = `
    SELECT i, 0 AS n, ${firstOn} + (${chance('i', 1)} * ${daysIn})::INT AS removal_date, ${stayDays('i', 2)} AS days
    FROM range(${first}) AS t(i)
    UNION ALL
    SELECT i, 1, ${firstOn} + ((${chance('i', 1)} * ${daysIn})::INT + ${stayDays('i', 2)} + (900 * ${chance('i', 3)})::INT), ${stayDays('i', 4)}
    FROM range(${Math.round(first * 0.75)}) AS t(i)`;
  const known = `(SELECT * FROM stays WHERE removal_date <= DATE '${asOf}')`;
  return [
    [
      'children',
      `SELECT ${id('i')} AS child_id,
       ${firstOn} + (${chance('i', 1)} * ${daysIn})::INT - (6300 * pow(${chance('i', 5)}, 1.6))::INT AS birth_date,
       CASE WHEN ${chance('i', 6)} < 0.5 THEN 'female' ELSE 'male' END AS sex,
       ${chance('i', 7)} < 0.05 AS american_indian_alaska_native, ${chance('i', 8)} < 0.02 AS asian,
       ${chance('i', 10)} < 0.25 AS black, ${chance('i', 11)} < 0.01 AS native_hawaiian_pacific_islander,
       ${chance('i', 12)} < 0.7 AS white, ${chance('i', 13)} < 0.2 AS hispanic, NULL::VARCHAR AS tribal_nation
     FROM range(${Math.round(reports * 0.625)}) AS t(i)`,
    ],
    [
      'removals',
      `WITH stays AS (${stays})
     SELECT ${id('i')} AS child_id, removal_date,
       CASE WHEN removal_date + days <= DATE '${asOf}' THEN removal_date + days END AS discharge_date,
       CASE WHEN removal_date + days <= DATE '${asOf}' THEN ${reason} END AS discharge_reason,
       ${county('i')} AS county, 'Unit ' || (${chance('i', 14)} * ${counties * 5})::INT AS unit,
       NULL::VARCHAR AS sibling_group_id, removal_date + 3 AS removal_recorded_at,
       NULL::DATE AS discharge_recorded_at, NULL::SMALLINT AS placement_settings,
       NULL::DATE AS trial_home_visit_from, NULL::DATE AS dropped_after
     FROM (SELECT *, ${chance('(i * 2 + n)', 15)} AS r FROM ${known})`,
    ],
    [
      'placements',
      `WITH stays AS (${stays})
     SELECT ${id('i')} AS child_id, removal_date, removal_date + (days * k // 3) AS start_date,
       list_extract(['foster_home_nonrelative', 'foster_home_relative', 'foster_home_kin', 'group_home', 'shelter',
         'trial_home_visit', 'runaway', 'residential_treatment'], 1 + (8 * pow(${chance('(i * 8 + n * 4 + k)', 16)}, 2))::INT % 8) AS setting,
       CASE WHEN ${chance('(i * 8 + n * 4 + k)', 17)} < 0.9 THEN 'H' || (${chance('(i * 8 + n * 4 + k)', 18)} * 90000)::INT END AS provider_id
     FROM ${known}, (SELECT k::INT AS k FROM range(3) AS p(k))
     WHERE removal_date + (days * k // 3) <= DATE '${asOf}' AND (k = 0 OR days >= 3)`,
    ],
    [
      'reports',
      `SELECT 'R' || lpad(i::VARCHAR, 9, '0') AS report_id, ${id(`(${chance('i', 20)} * ${Math.round(reports * 0.625)})::BIGINT`)} AS child_id,
       ${firstOn} + (${chance('i', 21)} * ${daysIn - 1})::INT AS report_date,
       CASE WHEN ${chance('i', 22)} < 0.15 THEN 'substantiated' WHEN ${chance('i', 22)} < 0.2 THEN 'indicated'
         WHEN ${chance('i', 22)} < 0.3 THEN 'alternative_response_nonvictim' ELSE 'unsubstantiated' END AS disposition,
       NULL::DATE AS incident_date, NULL::DATE AS disposition_date,
       ${id(`(${chance('i', 20)} * ${Math.round(reports * 0.625)})::BIGINT`)} AS afcars_id,
       (${chance('i', 23)} * 17)::SMALLINT AS age_years, ${chance('i', 24)} < 0.0005 AS maltreatment_death,
       false AS unborn, ${county('i')} AS county
     FROM range(${reports}) AS t(i)`,
    ],
    [
      'visits',
      `WITH stays AS (${stays})
     SELECT ${id('i')} AS child_id, removal_date + k * 30 + (${chance('(i * 64 + n * 32 + k)', 25)} * 25)::INT AS visit_date,
       CASE WHEN ${chance('(i * 64 + n * 32 + k)', 26)} < 0.8 THEN 'residence' ELSE 'other' END AS location
     FROM ${known}, (SELECT k::INT AS k FROM range(6) AS v(k))
     WHERE k * 30 < days AND removal_date + k * 30 + 25 <= DATE '${asOf}'`,
    ],
    [
      'investigations',
      `SELECT 'R' || lpad(i::VARCHAR, 9, '0') AS report_id,
       ${firstOn} + (${chance('i', 21)} * ${daysIn - 1})::INT AS received_on, NULL::TIMESTAMP AS received_at,
       received_on + 3 AS due_on, NULL::TIMESTAMP AS due_at,
       received_on + (6 * pow(${chance('i', 27)}, 3))::INT AS first_contact_on, NULL::TIMESTAMP AS first_contact_at,
       received_on + 20 + (40 * ${chance('i', 28)})::INT AS completed_on, NULL::TIMESTAMP AS completed_at,
       received_on + 45 AS completion_due_on, NULL::TIMESTAMP AS completion_due_at
     FROM range(${reports}) AS t(i)`,
    ],
    [
      'population',
      `SELECT 'County ' || lpad(c::VARCHAR, 3, '0') AS county, y::SMALLINT AS year, a AS age_group, e AS race_ethnicity,
       100 + (900 * ${chance('(c * 10000 + y)', 29)})::INT AS children
     FROM range(${counties + 1}) AS c(c), range(2018, 2027) AS y(y),
       (SELECT unnest(['0-3 months', '4-11 months', '1-5', '6-10', '11-16', '17']) AS a),
       (SELECT unnest(['hispanic', 'white', 'black', 'two_or_more', 'american_indian_alaska_native', 'asian', 'native_hawaiian_pacific_islander']) AS e)`,
    ],
  ];
};

const manifestOf = (tables: readonly CanonicalTable[], key: string, removals: number): Manifest => ({
  format: 1,
  contentId: createHash('sha256').update(key).digest('hex'),
  asOf,
  agency: null,
  programVersion: 'bench',
  madeAt: '2026-10-01T00:00:00.000Z',
  sources: [],
  tables: Object.fromEntries(
    tables.map((table) => [
      table,
      {
        file: `${table}.parquet`,
        sha256: createHash('sha256')
          .update(key + table)
          .digest('hex'),
        rows: table === 'removals' ? removals : 0,
        from: ['package'],
      },
    ]),
  ),
  problems: { file: null, total: 0, setAside: 0 },
  qualityFile: null,
  settings: {},
});

/** Makes the version once in the system's temporary folder; later calls find it there. */
export const syntheticVersion = async (size: Size): Promise<{ folder: string; manifest: Manifest }> => {
  const made = queries(size);
  const key = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `midcourse-bench-${key}`);
  const manifestFile = join(folder, 'manifest.json');
  if (existsSync(manifestFile)) return { folder, manifest: JSON.parse(readFileSync(manifestFile, 'utf8')) };
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const analytics = await openAnalytics({
    allowedPaths: [`${making}/`],
    memory: '2GB',
    threads: 2,
    temporaryFolder: join(making, 'spill'),
  });
  for (const [table, sql] of made) {
    await analytics.run(`COPY (${sql}) TO ${quoted(join(making, `${table}.parquet`))} (FORMAT parquet)`);
  }
  analytics.close();
  const tables = made.map(([table]) => table);
  const manifest = manifestOf(tables, key, size.removals);
  writeFileSync(join(making, 'manifest.json'), JSON.stringify(manifest));
  renameSync(making, folder);
  return { folder, manifest };
};
