/** The case-data package: our own open format. CSV or Parquet files, a `package.json`, a `counties.csv`. */
import type { FileHead, FileReading, Format, FormatReading, ReadContext, SourceFile } from '../format.ts';
import { checkLoaded, readingsOf } from './check-loaded.ts';
import { countiesRelation, readCounties } from './counties.ts';
import { loadFiles } from './load-files.ts';
import { readPackageFacts } from './package-facts.ts';
import { packageFileNamed } from './package-files.ts';
import { scanShare } from './scan-csv.ts';

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
  const { tables, contributions } = await checkLoaded(loaded, asOf, 'package', context);
  const aboutFacts = facts.map((file) => ({ file, rows: 0, setAside: 0, periodEnd: null, fiscalYear: null }));
  return {
    files: [...aboutFacts, ...counties, ...(await readingsOf(tables, context))],
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
