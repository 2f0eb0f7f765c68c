/** Reads and checks the header row of a package CSV. The header is ours to read; the engine is told the columns. */
import type { ProblemCollector } from '../../problem-collector.ts';
import { readHead } from '../../read-head.ts';
import type { SourceFile } from '../format.ts';
import { readRecord } from './csv-text.ts';
import type { FileColumn, PackageFile } from './package-files.ts';

export interface Header {
  /** One per column of the file, in its order. `column` is null when we do not read it. */
  readonly fields: readonly { readonly name: string; readonly column: FileColumn | null }[];
  readonly columns: readonly FileColumn[];
}

const otherDelimiters: readonly [sign: string, name: string][] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
];

const stopAt = (
  problems: ProblemCollector,
  file: SourceFile,
  rule: string,
  sentence: string,
  column?: string,
) => problems.stop({ file: file.name, line: 1, column: column ?? null, value: null, rule, sentence });

const checkEncoding = (
  bytes: Uint8Array,
  text: string | null,
  file: SourceFile,
  problems: ProblemCollector,
) => {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16 || (bytes.length > 1 && (first === 0 || second === 0)))
    stopAt(problems, file, 'encoding-wrong', 'The file is UTF-16. Save it again as CSV UTF-8.');
  if (text === null)
    stopAt(problems, file, 'encoding-wrong', 'The file is not UTF-8. Save it again as CSV UTF-8.');
};

const checkDelimiter = (
  line: string,
  names: readonly string[],
  file: SourceFile,
  problems: ProblemCollector,
) => {
  if (names.length > 1) return;
  for (const [sign, name] of otherDelimiters)
    if (line.includes(sign))
      stopAt(
        problems,
        file,
        'delimiter-wrong',
        `The columns are separated by ${name}. Separate them by commas.`,
      );
};

const checkNames = (names: readonly string[], file: SourceFile, problems: ProblemCollector): void => {
  const seen = new Set<string>();
  for (const name of names) {
    if (name !== '' && seen.has(name))
      stopAt(
        problems,
        file,
        'column-twice',
        'The header names this column twice. Keep one of the two.',
        name,
      );
    seen.add(name);
  }
};

/** Throws `ImportStopped` for a header that cannot be used. `required` are the columns that must be there. */
export const readHeader = async (
  file: SourceFile,
  shape: PackageFile,
  required: readonly string[],
  problems: ProblemCollector,
): Promise<Header> => {
  const { bytes, text } = await readHead(file.path, file.name);
  if (bytes.length === 0) stopAt(problems, file, 'file-empty', 'The file is empty: it has no header row.');
  checkEncoding(bytes, text, file, problems);
  const { fields, length } = readRecord(text ?? '');
  const names = fields.map((name) => name.trim().toLowerCase());
  checkDelimiter((text ?? '').slice(0, length), names, file, problems);
  checkNames(names, file, problems);
  return headerOf(names, file, shape, required, problems);
};

/** Checks the column names of a file, a CSV or a Parquet, against what the table needs. */
export const headerOf = (
  names: readonly string[],
  file: SourceFile,
  shape: PackageFile,
  required: readonly string[],
  problems: ProblemCollector,
): Header => {
  for (const name of required)
    if (!names.includes(name))
      stopAt(
        problems,
        file,
        'column-missing',
        `The column is missing. ${shape.table} cannot be read without it.`,
        name,
      );
  const fields = names.map((name) => ({
    name,
    column: shape.columns.find((known) => known.name === name) ?? null,
  }));
  for (const [index, field] of fields.entries())
    if (field.column === null) noteUnknown(problems, file, field.name || `column ${index + 1}`);
  return { fields, columns: fields.flatMap(({ column }) => (column ? [column] : [])) };
};

const noteUnknown = (problems: ProblemCollector, file: SourceFile, name: string): void =>
  problems.add({
    file: file.name,
    line: 1,
    column: name,
    value: null,
    rule: 'column-unknown',
    sentence: 'This column is not part of the case-data package. It is left out.',
    weight: 'note',
  });
