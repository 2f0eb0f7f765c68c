/** Counts the federal checks from what the formats left in the engine, judges them, and leaves one relation. */
import { readFileSync } from 'node:fs';
import type { ReadContext } from '../formats/format.ts';
import { judge, type QualityCheckId, qualityChecks } from './checks.ts';

const statements = {
  afcars: readFileSync(new URL('./afcars-checks.sql', import.meta.url), 'utf8'),
  ncands: readFileSync(new URL('./ncands-checks.sql', import.meta.url), 'utf8'),
};

/** The columns of `quality.parquet`: one row per period and check. */
export const qualityColumns = [
  ['source', 'VARCHAR'],
  ['period', 'VARCHAR'],
  ['period_end', 'DATE'],
  ['check_id', 'VARCHAR'],
  ['title', 'VARCHAR'],
  ['numerator', 'INTEGER'],
  ['denominator', 'INTEGER'],
  ['value_percent', 'DOUBLE'],
  ['limit_percent', 'DOUBLE'],
  ['limit_is', 'VARCHAR'],
  ['is_passed', 'BOOLEAN'],
  ['indicators', 'VARCHAR'],
  ['sentence', 'VARCHAR'],
] as const;

interface CountedRow {
  readonly [column: string]: unknown;
  readonly period: string;
  readonly day: number;
  readonly check_id: QualityCheckId;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const writeVerdicts = async (source: 'afcars' | 'ncands', context: ReadContext): Promise<string> => {
  const counts = await context.analytics.all<CountedRow>(
    `SELECT period, date_diff('day', DATE '1970-01-01', period_end) AS day, check_id, numerator, denominator
     FROM quality_${source}_counts ORDER BY period_end`,
  );
  const name = `quality_${source}`;
  const writer = await context.newTable(name, qualityColumns);
  for (const { period, day, check_id: checkId, numerator, denominator } of counts) {
    const { title, limit, limitIs, indicators } = qualityChecks[checkId];
    const { value, isPassed, sentence } = judge({ checkId, numerator, denominator });
    writer.add([
      ...[source, period, day, checkId, title, numerator, denominator, value],
      ...[limit, limitIs, isPassed, indicators.join(','), sentence],
    ]);
  }
  writer.finish();
  return name;
};

/** The checks of AFCARS files, by period. Needs the tables that `resolve.sql` of the AFCARS periods leaves. */
export const assessAfcars = async (context: ReadContext): Promise<string> => {
  await context.analytics.run(statements.afcars);
  return writeVerdicts('afcars', context);
};

const hasTable = async ({ analytics }: ReadContext, name: string): Promise<boolean> => {
  const found = await analytics.all('SELECT 1 FROM information_schema.tables WHERE table_name = $1', [name]);
  return found.length > 0;
};

const noRemovals =
  'SELECT NULL::VARCHAR AS child_id, NULL::DATE AS removal_date, NULL::DATE AS discharge_date WHERE false';

/** The checks of NCANDS files, by federal fiscal year; against the version's AFCARS files where it has any. */
export const assessNcands = async (context: ReadContext): Promise<string> => {
  const { analytics } = context;
  const hasCare = (await hasTable(context, 'afcars_files')) && (await hasTable(context, 'case_removals'));
  const removals = hasCare ? 'SELECT child_id, removal_date, discharge_date FROM case_removals' : noRemovals;
  // A period that ends in March or September of a year lies in the federal fiscal year of that number.
  const years = hasCare
    ? 'SELECT DISTINCT year(period_end) AS y FROM afcars_files'
    : 'SELECT 0 AS y WHERE false';
  await analytics.run(`CREATE OR REPLACE VIEW quality_removals AS ${removals}`);
  await analytics.run(
    `CREATE OR REPLACE VIEW quality_years_in_care AS SELECT y AS fiscal_year FROM (${years})`,
  );
  await analytics.run(statements.ncands);
  return writeVerdicts('ncands', context);
};
