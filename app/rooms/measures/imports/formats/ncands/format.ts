/** NCANDS Child Files: the reports disposed in each federal fiscal year. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { quoted } from '../../../../../platform/analytics/duckdb.ts';
import { assessNcands } from '../../quality/assess.ts';
import type { Format, FormatReading, ReadContext, SourceFile } from '../format.ts';
import { FileStop } from '../reading/file-stop.ts';
import { hashWhile } from '../reading/hash-while.ts';
import { giveTally, setAsideIn } from '../reading/problem-tally.ts';
import { runInThreads, stopOf } from '../reading/threads.ts';
import type { NcandsResult, NcandsTask } from './file-reader.ts';
import { type Layout, parseLayout } from './layout.ts';
import { isNcands } from './recognise.ts';
import { reportColumns } from './report-rows.ts';

const resolveStatements = readFileSync(new URL('./resolve.sql', import.meta.url), 'utf8');

interface Work extends NcandsTask {
  readonly file: SourceFile;
}

interface ChildFile extends NcandsResult {
  readonly file: SourceFile;
  readonly spoolPath: string;
  readonly sha256: string;
  readonly fileNo: number;
}

const ownLayout = ({ ncandsLayout, problems }: ReadContext): Layout | null => {
  if (ncandsLayout === undefined) return null;
  const name = basename(ncandsLayout);
  try {
    return parseLayout(readFileSync(ncandsLayout, 'utf8'), name);
  } catch (error) {
    if (error instanceof FileStop) return problems.stop({ file: name, ...error.reason });
    return problems.stop({
      file: name,
      line: null,
      column: null,
      value: null,
      rule: 'layout-unreadable',
      sentence: 'There is no such layout table, or it may not be read.',
    });
  }
};

const readAll = async (files: readonly SourceFile[], context: ReadContext): Promise<ChildFile[]> => {
  const layout = ownLayout(context);
  const work: Work[] = files.map((file, index) => ({
    file,
    layout,
    path: file.path,
    name: file.name,
    spoolPath: join(context.scratch, `ncands-${index}.csv`),
  }));
  const [results, hashes] = await hashWhile(files, context.signal, (signal) =>
    runInThreads<Work, NcandsResult>(
      new URL('./file-thread.ts', import.meta.url),
      work,
      signal,
      ({ file }, bytes, rows) => context.advance(file, bytes, rows),
    ),
  ).catch((error: unknown) => {
    const { task, stop } = stopOf<Work>(error);
    return context.problems.stop({ file: task.name, ...stop.reason });
  });
  const read = work.flatMap(({ file, spoolPath }, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ ...result, file, spoolPath, sha256: hashes[index] ?? '' }];
  });
  return read.sort(bySubmission).map((file, index) => ({ ...file, fileNo: index + 1 }));
};

/** By fiscal year, whatever order the files came in; files of one year by their names, then by size. */
const bySubmission = (one: Omit<ChildFile, 'fileNo'>, other: Omit<ChildFile, 'fileNo'>): number => {
  if (one.fiscalYear !== other.fiscalYear) return one.fiscalYear - other.fiscalYear;
  if (one.file.name !== other.file.name) return one.file.name < other.file.name ? -1 : 1;
  return one.sha256 < other.sha256 ? -1 : 1;
};

const checkState = (files: readonly ChildFile[], { problems }: ReadContext): void => {
  const [first, ...others] = files.filter(({ state }) => state !== '');
  for (const { state, file } of others)
    if (state !== first?.state)
      problems.stop({
        file: file.name,
        line: null,
        column: 'StaTerr',
        value: state,
        rule: 'agency-differs',
        sentence: `This file is of another state than ${first?.file.name}. One version holds one agency's files.`,
      });
};

const load = async (files: readonly ChildFile[], { analytics }: ReadContext): Promise<void> => {
  const columns = Object.entries(reportColumns)
    .map(([name, type]) => `'${name}': '${type}'`)
    .join(', ');
  const scans = files.map(
    ({ fileNo, spoolPath }) => `SELECT ${fileNo}::INTEGER AS file_no, * FROM read_csv(${quoted(spoolPath)},
      columns = {${columns}}, header = false, auto_detect = false, delim = '|', quote = '"', escape = '"')`,
  );
  await analytics.run(`CREATE OR REPLACE TABLE ncands_rows AS ${scans.join('\nUNION ALL\n')}`);
  await analytics.run(resolveStatements);
};

const read = async (files: readonly SourceFile[], context: ReadContext): Promise<FormatReading> => {
  const childFiles = await readAll(files, context);
  checkState(childFiles, context);
  for (const { problems } of childFiles) giveTally(problems, context.problems);
  await load(childFiles, context);
  const lastYear = childFiles.at(-1)?.fiscalYear ?? 0;
  return {
    files: childFiles.map(({ file, rows, problems, fiscalYear, sha256 }) => ({
      file,
      rows,
      setAside: setAsideIn(problems),
      periodEnd: null,
      fiscalYear: fiscalYear === 0 ? null : fiscalYear,
      sha256,
    })),
    contributions: [
      { table: 'reports', relation: 'ncands_reports', from: ['ncands'] },
      { table: 'children', relation: 'ncands_children', from: ['ncands'] },
    ],
    asOf: lastYear === 0 ? null : `${lastYear}-09-30`,
    settings: {
      ncands_layout: context.ncandsLayout === undefined ? 'built-in' : basename(context.ncandsLayout),
    },
  };
};

export const ncandsFormat: Format = {
  kinds: ['ncands'],
  brings: () => ['children', 'reports'],
  recognise: (head) => (isNcands(head) ? 'ncands' : null),
  read,
  assess: (_, context) => assessNcands(context),
};
