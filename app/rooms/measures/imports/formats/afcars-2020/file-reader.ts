/** Reads one AFCARS 2020 file, start to end, into a spool. Synchronous: it runs in a thread of its own. */

import type { FileResult, FileTask } from '../afcars-periods/period-file.ts';
import { closeSpool, openSpool, type Spool } from '../afcars-periods/spool.ts';
import { periodEndOf } from '../reading/compact-day.ts';
import { FileStop } from '../reading/file-stop.ts';
import { aboutChild, addToTally, type ProblemTally } from '../reading/problem-tally.ts';
import { eachPieceOfText } from '../reading/utf8-text.ts';
import { dataFields } from './elements.ts';
import { type Group, RecordReader } from './record-reader.ts';
import { addRecord, type RowContext } from './record-rows.ts';
import { type RuleName, rules } from './rules.ts';
import type { Segment } from './segments.ts';

/** No text, tag or comment of a real file is near this long. */
const longestPiece = 1_000_000;
const firstPeriodEnd = '2023-03-31';

interface Header {
  readonly agency: string;
  readonly periodEnd: string;
}

const readHeader = (header: Group): Header => {
  const reportDate = header.values[dataFields.reportDate] ?? '';
  const place = {
    line: header.lines[dataFields.reportDate] || 1,
    column: 'E2_report_date',
    value: reportDate,
  };
  const periodEnd = periodEndOf(reportDate);
  if (periodEnd === undefined)
    throw new FileStop({
      ...place,
      rule: 'report-date',
      sentence: 'The report date (E2) must be YYYYMM, ending in 03 or 09, and stand before the records.',
    });
  if (periodEnd < firstPeriodEnd)
    throw new FileStop({
      ...place,
      rule: 'report-date',
      sentence:
        'AFCARS 2020 files begin with the period 202303; earlier periods come in the fixed-width form.',
    });
  const agency = header.values[dataFields.agency] ?? '';
  if (/^\d{2,3}$/.test(agency)) return { agency, periodEnd };
  throw new FileStop({
    rule: 'agency',
    line: header.lines[dataFields.agency] || 1,
    column: 'E1_title_iv_agency',
    value: agency,
    sentence: 'The agency (E1) must be a two-digit state code or a three-digit Tribal code.',
  });
};

const reportInto =
  (problems: ProblemTally, file: string) =>
  (
    rule: RuleName,
    line: number | null,
    column: string | null,
    value: string | null,
    childId?: string,
  ): void =>
    addToTally(problems, { file, line, column, value, rule, ...rules[rule], ...aboutChild(childId) });

/** What the XML parser itself objects to. */
const syntaxStop = (reader: RecordReader, error: unknown, isAtEnd: boolean): unknown => {
  if (error instanceof FileStop || !(error instanceof Error) || 'code' in error) return error;
  const { line, column } = reader.parser;
  if (reader.isRootClosed)
    return new FileStop({
      rule: 'xml-second-root',
      line,
      sentence: 'The file goes on after its root element was closed: two files seem to have been joined.',
    });
  return new FileStop({
    rule: isAtEnd ? 'xml-truncated' : 'xml-malformed',
    line,
    column: String(column),
    sentence: isAtEnd
      ? 'The file ends before its elements are closed: it is cut off, or not complete.'
      : 'The XML cannot be read from here on: the markup is broken.',
  });
};

const tooLong = (line: number): FileStop =>
  new FileStop({
    rule: 'field-too-long',
    line,
    sentence: 'One field, tag or comment is longer than a million characters; no field of this file may be.',
  });

/** Gives the lines at which the part's own text begins and ends, as the parser counts them. */
const parseSegment = (
  path: string,
  segment: Segment,
  reader: RecordReader,
  onBytes: (bytes: number) => void,
): FileResult['lines'] => {
  const { parser } = reader;
  let isAtEnd = false;
  let quiet = 0;
  let lastSeen = 0;
  try {
    if (segment.beginning !== null) parser.write(segment.beginning);
    const beginning = parser.line;
    const give = (text: string, bytes: number): void => {
      parser.write(text);
      quiet = reader.tagsSeen === lastSeen ? quiet + text.length : 0;
      lastSeen = reader.tagsSeen;
      if (quiet > longestPiece) throw tooLong(parser.line);
      onBytes(bytes);
    };
    eachPieceOfText(path, segment, give, () => parser.line);
    const end = parser.line;
    isAtEnd = true;
    if (segment.ending !== null) parser.write(segment.ending);
    parser.close();
    return { beginning, end };
  } catch (error) {
    throw syntaxStop(reader, error, isAtEnd);
  }
};

const readInto = (
  task: FileTask,
  spool: Spool,
  onProgress: (bytes: number, rows: number) => void,
): FileResult => {
  const problems: ProblemTally = new Map();
  const report = reportInto(problems, task.name);
  let header: Header | undefined;
  let context: RowContext | undefined;
  let records = 0;
  const reader = new RecordReader({
    header: (group) => {
      header = readHeader(group);
      context = { spool, report, periodEnd: header.periodEnd };
    },
    record: (record) => {
      records += 1;
      if (context !== undefined) addRecord(record, records, context);
    },
    strange: (name, line, rule) => report(rule, line, name.slice(0, 80), null),
  });
  let told = 0;
  const lines = parseSegment(task.path, task.segment, reader, (bytes) => {
    onProgress(bytes, records - told);
    told = records;
  });
  if (header === undefined || records === 0)
    throw new FileStop({
      rule: 'records-missing',
      sentence: 'The file holds no record of a child where the federal layout has them (records/record).',
    });
  return { ...header, records, problems, lines };
};

/** @throws FileStop when the file cannot be used at all. */
export const readFileIntoSpool = (
  task: FileTask,
  onProgress: (bytes: number, rows: number) => void,
): FileResult => {
  const spool = openSpool(task.spoolBase);
  try {
    return readInto(task, spool, onProgress);
  } finally {
    closeSpool(spool);
  }
};
