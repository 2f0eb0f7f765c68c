/** Tables of aggregates: an agency without case-level data still gets charts and signals. */

import { columnsOf } from '../../canonical.ts';
import type { RowWriter } from '../../row-writer.ts';
import type { Format, FormatReading, ReadContext, SourceFile } from '../format.ts';
import { splitLine } from '../reading/delimited-line.ts';
import { FileStop } from '../reading/file-stop.ts';
import { eachLine } from '../reading/lines.ts';
import { addToTally, giveTally, type ProblemTally, setAsideIn } from '../reading/problem-tally.ts';
import { findHeader, type Header } from './header.ts';
import { type AggregateRow, type RowProblem, readRow, sentences, weightOf } from './rows.ts';

/** Such a table has some thousand rows; it is read in one go. */
const largestFile = 50_000_000;

const isRow = (read: AggregateRow | RowProblem): read is AggregateRow => 'measure' in read;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const stopHeader = (): never => {
  throw new FileStop({
    rule: 'column-missing',
    line: 1,
    sentence:
      'The header of a table of aggregates must have the columns measure, period, numerator, denominator.',
  });
};

interface Table {
  readonly writer: RowWriter;
  /** Over all files: a figure given twice would be counted twice. */
  readonly seen: Set<string>;
}

const cellsOf = (line: string, number: number): string[] => {
  const cells = splitLine(line, ',');
  if (cells !== null) return cells;
  throw new FileStop({
    rule: 'quote-unclosed',
    line: number,
    sentence: 'A quotation mark opens in this line and is not closed in it.',
  });
};

const readFile = (file: SourceFile, { writer, seen }: Table, context: ReadContext) => {
  const problems: ProblemTally = new Map();
  const tell = ({ rule, column, value }: RowProblem, line: number): void =>
    addToTally(problems, {
      ...{ file: file.name, line, column, value, rule },
      sentence: sentences[rule],
      weight: weightOf(rule),
    });
  let header: Header | undefined;
  let rows = 0;
  const readLine = (line: string, number: number): void => {
    if (line.trim() === '') return;
    if (header === undefined) {
      header = findHeader(line) ?? stopHeader();
      return;
    }
    rows += 1;
    const read = readRow(cellsOf(line, number), header);
    if (!isRow(read)) {
      tell(read, number);
      return;
    }
    const key = JSON.stringify([read.measure, read.from, read.to, read.breakdown, read.group]);
    if (seen.has(key)) {
      tell({ rule: 'row-repeated', column: null, value: null }, number);
      return;
    }
    seen.add(key);
    if (read.numerator > read.denominator)
      tell({ rule: 'numerator-above-denominator', column: 'numerator', value: null }, number);
    const { measure, from, to, breakdown, group, numerator, denominator } = read;
    writer.add([measure, dayNumber(from), dayNumber(to), breakdown, group, numerator, denominator]);
  };
  eachLine(file.path, readLine, (bytes, lines) => context.advance(file, bytes, lines));
  for (const name of header?.others ?? [])
    context.problems.add({
      ...{ file: file.name, line: 1, column: name, value: null, rule: 'column-unknown' },
      sentence: 'This column means nothing in a table of aggregates; it is left out.',
      weight: 'note',
    });
  giveTally(problems, context.problems);
  return { file, rows, setAside: setAsideIn(problems), periodEnd: null, fiscalYear: null };
};

const readOrStop = (file: SourceFile, table: Table, context: ReadContext) => {
  try {
    if (file.bytes > largestFile)
      throw new FileStop({
        rule: 'file-too-large',
        sentence: 'The file is larger than any table of aggregates. Give case-level data as a package.',
      });
    return readFile(file, table, context);
  } catch (error) {
    if (!(error instanceof FileStop)) throw error;
    return context.problems.stop({ file: file.name, ...error.reason });
  }
};

const read = async (files: readonly SourceFile[], context: ReadContext): Promise<FormatReading> => {
  const writer = await context.newTable('aggregates_given', columnsOf('aggregates'));
  const table: Table = { writer, seen: new Set() };
  const ordered = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const readings = ordered.map((file) => readOrStop(file, table, context));
  writer.finish();
  return {
    files: readings,
    contributions: [{ table: 'aggregates', relation: 'aggregates_given', from: ['aggregates'] }],
    asOf: null,
  };
};

export const aggregatesFormat: Format = {
  kinds: ['aggregates'],
  brings: () => ['aggregates'],
  recognise: ({ name, text }) =>
    findHeader((text ?? '').split(/\r?\n/, 1)[0] ?? '') !== null || /^aggregates?\b.*\.csv$/.test(name)
      ? 'aggregates'
      : null,
  read,
};
