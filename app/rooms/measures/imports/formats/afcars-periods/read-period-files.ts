/** Reads all AFCARS files in threads: large ones in parts, each into a spool of its own. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { segmentsOf, smallestPart } from '../afcars-2020/segments.ts';
import type { ReadContext, SourceFile } from '../format.ts';
import { hashWhile } from '../reading/hash-while.ts';
import { joinTally, type ProblemTally } from '../reading/problem-tally.ts';
import { runInThreads, stopOf } from '../reading/threads.ts';
import { wholeFile } from '../reading/utf8-text.ts';
import type { FileResult, FileTask, Part, PeriodFile } from './period-file.ts';

interface Task extends FileTask {
  readonly file: SourceFile;
}

type Read = Omit<PeriodFile, 'fileNo' | 'sha256'>;

const entry = new URL('./file-thread.ts', import.meta.url);

/** The setting `afcars_part_bytes` cuts smaller or larger; it changes no row. */
const partBytesOf = ({ settings }: ReadContext): number =>
  typeof settings.afcars_part_bytes === 'number' ? settings.afcars_part_bytes : smallestPart;

const tasksOf = (file: SourceFile, spoolBase: string, partBytes: number): Task[] => {
  const common = { file, path: file.path, name: file.name };
  const whole = { ...wholeFile, beginning: null, ending: null };
  if (file.kind !== 'afcars-2020') return [{ ...common, kind: 'afcars-legacy', spoolBase, segment: whole }];
  return segmentsOf(file.path, file.bytes, availableParallelism(), partBytes).map((segment, index) => ({
    ...common,
    kind: 'afcars-2020',
    spoolBase: `${spoolBase}-${index}`,
    segment,
  }));
};

/** Puts a file's parts together again: numbers and lines count on from part to part. */
const joinParts = (file: SourceFile, found: readonly { task: Task; result: FileResult }[]): Read => {
  const problems: ProblemTally = new Map();
  const parts: Part[] = [];
  let records = 0;
  let line = 1;
  for (const { task, result } of found) {
    const linesBefore = line - result.lines.beginning;
    parts.push({ spoolBase: task.spoolBase, recordsBefore: records, linesBefore });
    joinTally(problems, result.problems, linesBefore);
    records += result.records;
    line = result.lines.end + linesBefore;
  }
  const [first] = found;
  return {
    file,
    agency: first?.result.agency ?? '',
    periodEnd: first?.result.periodEnd ?? '',
    records,
    problems,
    parts,
  };
};

const run = (tasks: readonly Task[], signal: AbortSignal, context: ReadContext): Promise<FileResult[]> =>
  runInThreads<Task, FileResult>(entry, tasks, signal, ({ file }, bytes, rows) =>
    context.advance(file, bytes, rows),
  );

const isPartOfFile = ({ segment }: Task): boolean => segment.beginning !== null || segment.ending !== null;

/** A part that cannot be read may only have been cut badly: then its file is read whole, in another spool. */
const runOrReadWhole = async (
  tasks: readonly Task[],
  signal: AbortSignal,
  context: ReadContext,
): Promise<{ task: Task; result: FileResult }[]> => {
  try {
    const results = await run(tasks, signal, context);
    return tasks.flatMap((task, index) => {
      const result = results[index];
      return result === undefined ? [] : [{ task, result }];
    });
  } catch (error) {
    const failed = stopOf<Task>(error);
    if (!isPartOfFile(failed.task))
      return context.problems.stop({ file: failed.task.name, ...failed.stop.reason });
    const whole = tasks.map((task) => ({ ...task, spoolBase: `${task.spoolBase}-again` }));
    const retried = whole.filter(({ file }) => file !== failed.task.file);
    const segment = { ...wholeFile, beginning: null, ending: null };
    return runOrReadWhole(
      [...retried, { ...failed.task, spoolBase: `${failed.task.spoolBase}-whole`, segment }],
      signal,
      context,
    );
  }
};

/** By period, whatever order the files came in; files of one period by their names, then by their bytes. */
const bySubmission = (one: Read & { sha256: string }, other: Read & { sha256: string }): number => {
  const keys = [one, other].map(({ periodEnd, file, sha256 }) => `${periodEnd}\n${file.name}\n${sha256}`);
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
};

/** In the order of their submission. Stops when one of them cannot be used at all. */
export const readPeriodFiles = async (
  files: readonly SourceFile[],
  context: ReadContext,
): Promise<PeriodFile[]> => {
  const tasks = files.flatMap((file, index) =>
    tasksOf(file, join(context.scratch, `afcars-${index}`), partBytesOf(context)),
  );
  const [found, hashes] = await hashWhile(files, context.signal, (signal) =>
    runOrReadWhole(tasks, signal, context),
  );
  return files
    .map((file, index) => ({
      ...joinParts(
        file,
        found.filter(({ task }) => task.file === file),
      ),
      sha256: hashes[index] ?? '',
    }))
    .sort(bySubmission)
    .map((file, index) => ({ ...file, fileNo: index + 1 }));
};
