/** Reads one legacy AFCARS file, start to end, into a spool. Synchronous: it runs in a thread of its own. */
import type { FileResult, FileTask } from '../afcars-periods/period-file.ts';
import { closeSpool, openSpool, type Spool } from '../afcars-periods/spool.ts';
import { periodEndOf } from '../reading/compact-day.ts';
import { FileStop } from '../reading/file-stop.ts';
import { eachLine } from '../reading/lines.ts';
import { aboutChild, addToTally, type ProblemTally } from '../reading/problem-tally.ts';
import type { OnProgress } from '../reading/threads.ts';
import { recordLength, slotOf } from './layout.ts';
import { rules } from './rules.ts';
import { addSnapshot, type Report, type SnapshotContext } from './snapshot-rows.ts';

interface Header {
  readonly agency: string;
  readonly reportDate: string;
  readonly periodEnd: string;
}

const lastPeriodEnd = '2022-09-30';
const stateSlot = slotOf('1');
const reportDateSlot = slotOf('2');

const readHeader = (line: string): Header => {
  const agency = line.slice(stateSlot.start, stateSlot.end);
  const reportDate = line.slice(reportDateSlot.start, reportDateSlot.end);
  const periodEnd = periodEndOf(reportDate);
  if (periodEnd === undefined || !/^\d\d$/.test(agency))
    throw new FileStop({
      rule: 'report-date',
      line: 1,
      column: periodEnd === undefined ? '2' : '1',
      value: line.slice(0, reportDateSlot.end),
      sentence:
        'The first record must begin with the state (2 digits) and the report date (YYYYMM, 03 or 09). It does not: the file is shifted, or is of another kind.',
    });
  if (periodEnd > lastPeriodEnd)
    throw new FileStop({
      rule: 'report-date',
      line: 1,
      column: '2',
      value: reportDate,
      sentence: 'The fixed-width form ended with the period 202209; later periods come as XML.',
    });
  return { agency, reportDate, periodEnd };
};

const readInto = (task: FileTask, spool: Spool, onProgress: OnProgress): FileResult => {
  const problems: ProblemTally = new Map();
  const report: Report = (rule, line, column, value, childId) =>
    addToTally(problems, {
      ...{ file: task.name, line, column, value, rule },
      ...rules[rule],
      ...aboutChild(childId),
    });
  let header: Header | undefined;
  let context: SnapshotContext | undefined;
  let records = 0;
  const readLine = (line: string, number: number): void => {
    if (line.trim() === '') return;
    records += 1;
    header ??= readHeader(line);
    context ??= { spool, report, periodEnd: header.periodEnd };
    if (line.length !== recordLength) report('line-length', number, null, String(line.length));
    else if (!line.startsWith(header.agency + header.reportDate))
      report('line-shifted', number, '2', line.slice(0, reportDateSlot.end));
    else addSnapshot(line, number, records, context);
  };
  eachLine(task.path, readLine, onProgress);
  if (header === undefined) throw new FileStop({ rule: 'records-missing', sentence: 'The file is empty.' });
  return {
    agency: header.agency,
    periodEnd: header.periodEnd,
    records,
    problems,
    lines: { beginning: 1, end: 1 },
  };
};

/** @throws FileStop when the file cannot be used at all. */
export const readLegacyFileIntoSpool = (task: FileTask, onProgress: OnProgress): FileResult => {
  const spool = openSpool(task.spoolBase);
  try {
    return readInto(task, spool, onProgress);
  } finally {
    closeSpool(spool);
  }
};
