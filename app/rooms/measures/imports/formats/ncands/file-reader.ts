/** Reads one NCANDS Child File, delimited or fixed-width, into a spool. Synchronous: it runs in a thread of its own. */
import type { ProblemRecord } from '../../problem.ts';
import { FileStop } from '../reading/file-stop.ts';
import { eachLine } from '../reading/lines.ts';
import { addToTally, type ProblemTally } from '../reading/problem-tally.ts';
import { SpoolFile } from '../reading/spool-file.ts';
import type { OnProgress } from '../reading/threads.ts';
import { checkHeader, findHeader } from './delimited.ts';
import type { NcandsRow } from './fields.ts';
import { type Layout, layoutOfYear } from './layout.ts';
import { newFitCheck } from './layout-fit.ts';
import { delimitedRows, fixedRows, type LineReader } from './line-readers.ts';
import { addReport, type Report } from './report-rows.ts';
import { rules } from './rules.ts';

export interface NcandsTask {
  readonly path: string;
  readonly name: string;
  readonly spoolPath: string;
  /** A user's own layout; null for the built-in one of the file's year. */
  readonly layout: Layout | null;
}

export interface NcandsResult {
  readonly state: string;
  /** The latest submission year of its rows. */
  readonly fiscalYear: number;
  readonly rows: number;
  readonly problems: ProblemTally;
}

const yearAndState = /^((?:19|20)\d\d)([A-Z]{2})$/;

const beginningStop = (line: string): FileStop =>
  new FileStop({
    rule: 'layout-shifted',
    line: 1,
    column: 'SubYr',
    value: line.slice(0, 6),
    sentence:
      'The file does not begin with a submission year and a state (as 2024MD), nor with a header of NCANDS names: it is shifted, or of another kind.',
  });

/** How the lines are to be read, from the first of them. */
const readerFor = (line: string, layout: Layout | null, report: Report): LineReader => {
  const header = findHeader(line);
  if (header !== null) {
    checkHeader(header);
    return delimitedRows(header, report);
  }
  const beginning = yearAndState.exec(line.slice(0, 6));
  if (beginning === null && layout === null) throw beginningStop(line);
  return fixedRows(layout ?? layoutOfYear(Number(beginning?.[1])), report);
};

const aboutReport = ({ RptID, ChID }: NcandsRow): ProblemRecord => ({
  ...{ table: 'reports', childId: ChID, reportId: RptID },
  ...{ on: null, county: null, unit: null },
});

const readInto = (task: NcandsTask, spool: SpoolFile, onProgress: OnProgress): NcandsResult => {
  const problems: ProblemTally = new Map();
  const report: Report = (rule, line, column, value, row) =>
    addToTally(problems, {
      ...{ file: task.name, line, column, value, rule },
      ...rules[rule],
      ...(row && { about: aboutReport(row) }),
    });
  let reader: LineReader | undefined;
  let state = '';
  let fiscalYear = 0;
  let rows = 0;
  const fit = newFitCheck();
  const readLine = (line: string, number: number): void => {
    if (line.trim() === '') return;
    if (reader === undefined) {
      reader = readerFor(line, task.layout, report);
      if (reader.isHeaderFirst) return;
    }
    rows += 1;
    const row = reader.read(line, number);
    if (row === null) return;
    fit.look(row, number);
    const beginning = yearAndState.exec(row.SubYr + row.StaTerr);
    if (state === '') state = beginning?.[2] ?? '';
    if (beginning === null || beginning[2] !== state) {
      report('line-shifted', number, beginning === null ? 'SubYr' : 'StaTerr', row.SubYr + row.StaTerr);
      return;
    }
    fiscalYear = Math.max(fiscalYear, Number(row.SubYr));
    addReport(row, number, spool, report);
  };
  eachLine(task.path, readLine, onProgress);
  fit.judge(reader?.layout ?? null);
  if (rows > 0 && state === '') throw beginningStop('');
  if (reader === undefined) throw new FileStop({ rule: 'records-missing', sentence: 'The file is empty.' });
  return { state, fiscalYear, rows, problems };
};

/** @throws FileStop when the file cannot be used at all. */
export const readNcandsFileIntoSpool = (task: NcandsTask, onProgress: OnProgress): NcandsResult => {
  const spool = new SpoolFile(task.spoolPath);
  try {
    return readInto(task, spool, onProgress);
  } finally {
    spool.close();
  }
};
