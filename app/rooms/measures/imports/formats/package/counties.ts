/** `counties.csv`: the names of counties that files give as codes (`24001`). */
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import type { FileReading, ReadContext, SourceFile } from '../format.ts';
import type { FileColumn, PackageFile } from './package-files.ts';
import { readHeader } from './read-header.ts';
import { scanCsv } from './scan-csv.ts';

const text = (name: string): FileColumn => ({
  name,
  kind: 'text',
  type: 'VARCHAR',
  codes: [],
  isNeeded: true,
});

const shape: Omit<PackageFile, 'table'> = {
  columns: [text('code'), text('name')],
  required: ['code', 'name'],
  filled: ['code', 'name'],
  key: ['code'],
};

export const countiesRelation = 'package_counties';

/** NCANDS writes the county without the state: 001 is 24001, where no county of another state ends so. */
const threeDigits = `
  INSERT INTO ${countiesRelation}
  SELECT right(code, 3), name FROM ${countiesRelation}
  WHERE regexp_full_match(code, '\\d{5}') AND right(code, 3) NOT IN (SELECT code FROM ${countiesRelation})
  QUALIFY count(*) OVER (PARTITION BY right(code, 3)) = 1`;

/** Makes the relation `code, name`. Stops when a code has two names or a row lacks one of the two. */
export const readCounties = async (
  file: SourceFile,
  context: ReadContext,
): Promise<FileReading & { readonly sha256: string }> => {
  const { analytics, problems } = context;
  const header = await readHeader(file, { ...shape, table: 'population' }, shape.required, problems);
  const { sha256 } = await scanCsv(file, context);
  const columns = header.fields.map(
    ({ name }, index) => `${quoted(name || `unread column ${index}`)}: 'VARCHAR'`,
  );
  await analytics
    .run(
      `CREATE TABLE ${countiesRelation} AS SELECT code, name FROM read_csv(${quoted(file.path)}, auto_detect = false,
       header = true, delim = ',', quote = '"', escape = '"', columns = {${columns.join(', ')}})`,
    )
    .catch(() => unusable(file, context, 'A row has more or fewer fields than the header.'));
  const [found] = await analytics.all(
    `SELECT count(*) AS n, count(DISTINCT code) AS codes, count(name) AS names FROM ${countiesRelation}`,
  );
  const rows = Number(found?.n ?? 0);
  if (Number(found?.codes) !== rows || Number(found?.names) !== rows)
    unusable(file, context, 'Each row needs a code and a name, and each code may be there once.');
  await analytics.run(threeDigits);
  return { file, rows, setAside: 0, periodEnd: null, fiscalYear: null, sha256 };
};

const unusable = (file: SourceFile, { problems }: ReadContext, sentence: string): never =>
  problems.stop({
    file: file.name,
    line: null,
    column: null,
    value: null,
    rule: 'counties-unusable',
    sentence,
  });
