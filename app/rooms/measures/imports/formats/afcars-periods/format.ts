/** AFCARS, in both its forms: one family of six-monthly submissions in which the later wins. */
import { join } from 'node:path';
import type { CanonicalTable } from '../../canonical.ts';
import { isAfcars2020 } from '../afcars-2020/recognise.ts';
import { isLegacyAfcars } from '../afcars-legacy/recognise.ts';
import type { Contribution, Format, FormatReading, ReadContext, SourceFile } from '../format.ts';
import { FileStop } from '../reading/file-stop.ts';
import { giveTally, setAsideIn } from '../reading/problem-tally.ts';
import { runInThreads, TaskFailure } from '../reading/threads.ts';
import { loadSpools } from './load-spools.ts';
import type { FileResult, FileTask, PeriodFile } from './period-file.ts';
import { resolveSubmissions } from './resolve.ts';

const tablesOf2020: readonly CanonicalTable[] = ['children', 'removals', 'placements', 'visits'];
const tablesOfLegacy: readonly CanonicalTable[] = ['children', 'removals'];

/** A file and the task of reading it. */
interface Work extends FileTask {
  readonly file: SourceFile;
}

const readAll = async (files: readonly SourceFile[], context: ReadContext): Promise<PeriodFile[]> => {
  const work: Work[] = files.map((file, index) => ({
    file,
    kind: file.kind === 'afcars-2020' ? 'afcars-2020' : 'afcars-legacy',
    path: file.path,
    name: file.name,
    spoolBase: join(context.scratch, `afcars-${index}`),
  }));
  const results = await runInThreads<Work, FileResult>(
    new URL('./file-thread.ts', import.meta.url),
    work,
    context.signal,
    ({ file }, bytes, rows) => context.advance(file, bytes, rows),
  ).catch((error: unknown) => stopOrThrow(error, context));
  const read = work.flatMap(({ file, spoolBase }, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ ...result, file, spoolBase }];
  });
  return read.sort(bySubmission).map((file, index) => ({ ...file, fileNo: index + 1 }));
};

const stopOrThrow = (error: unknown, { problems }: ReadContext): never => {
  if (!(error instanceof TaskFailure) || !(error.cause instanceof FileStop)) throw error;
  return problems.stop({ file: (error.task as Work).name, ...error.cause.reason });
};

type Read = Omit<PeriodFile, 'fileNo'>;

/** By period, whatever order the files came in; files of one period by their names, then by size. */
const bySubmission = (one: Read, other: Read): number => {
  const keys = [one, other].map(
    ({ periodEnd, file }) => `${periodEnd}\n${file.name}\n${String(file.bytes).padStart(16, '0')}`,
  );
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
};

const checkAgency = (files: readonly PeriodFile[], { problems }: ReadContext): void => {
  const [first, ...others] = files;
  for (const { agency, file } of others)
    if (agency !== first?.agency)
      problems.stop({
        file: file.name,
        line: null,
        column: file.kind === 'afcars-2020' ? 'E1_title_iv_agency' : '1',
        value: agency,
        rule: 'agency-differs',
        sentence: `This file is of another agency than ${first?.file.name}. One version holds one agency's files.`,
      });
};

const contributionsOf = (files: readonly PeriodFile[]): Contribution[] => {
  const kinds = [...new Set(files.map(({ file }) => file.kind))].sort();
  const both = (table: CanonicalTable): Contribution => ({ table, relation: `afcars_${table}`, from: kinds });
  const onlyXml = (table: CanonicalTable): Contribution => ({ ...both(table), from: ['afcars-2020'] });
  const fromBoth = [both('children'), both('removals')];
  return kinds.includes('afcars-2020') ? [...fromBoth, onlyXml('placements'), onlyXml('visits')] : fromBoth;
};

const read = async (files: readonly SourceFile[], context: ReadContext): Promise<FormatReading> => {
  const periods = await readAll(files, context);
  checkAgency(periods, context);
  for (const { problems } of periods) giveTally(problems, context.problems);
  await loadSpools(periods, context.analytics);
  await resolveSubmissions(context.analytics);
  return {
    files: periods.map(({ file, records, problems, periodEnd }) => ({
      file,
      rows: records,
      setAside: setAsideIn(problems),
      periodEnd,
      fiscalYear: null,
    })),
    contributions: contributionsOf(periods),
    asOf: periods.at(-1)?.periodEnd ?? null,
  };
};

export const afcarsFormat: Format = {
  kinds: ['afcars-2020', 'afcars-legacy'],
  brings: (files) => (files.some(({ kind }) => kind === 'afcars-2020') ? tablesOf2020 : tablesOfLegacy),
  recognise: (head) => (isAfcars2020(head) ? 'afcars-2020' : isLegacyAfcars(head) ? 'afcars-legacy' : null),
  read,
};
