/** Reads files in threads of their own, as many at once as the machine has processors: pages are served meanwhile. */
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { FileStop, type StopReason } from './file-stop.ts';

export type OnProgress = (bytes: number, rows: number) => void;

type Message<Result> =
  | { readonly kind: 'progress'; readonly bytes: number; readonly rows: number }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'stop'; readonly reason: StopReason };

/** Little room for garbage: threads would otherwise grow to their limits before they collect any. */
const heapMegabytes = 96;
const youngMegabytes = 8;
const tellEveryBytes = 4_000_000;

/** The thread's side: does the one task it was started for, and says how it went. */
export const serveThread = <Task, Result>(read: (task: Task, onProgress: OnProgress) => Result): void => {
  const tell = (message: Message<Result>): void => parentPort?.postMessage(message);
  let bytes = 0;
  let rows = 0;
  const tellProgress = (): void => {
    tell({ kind: 'progress', bytes, rows });
    bytes = 0;
    rows = 0;
  };
  try {
    const result = read(workerData as Task, (moreBytes, moreRows) => {
      bytes += moreBytes;
      rows += moreRows;
      if (bytes >= tellEveryBytes) tellProgress();
    });
    tellProgress();
    tell({ kind: 'done', result });
  } catch (error) {
    if (!(error instanceof FileStop)) throw error;
    tell({ kind: 'stop', reason: error.reason });
  }
};

const runThread = <Task, Result>(
  entry: URL,
  task: Task,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
    const onAbort = (): void => {
      void worker.terminate().then(() => reject(signal.reason));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: Message<Result>) => {
      if (message.kind === 'progress') onProgress(message.bytes, message.rows);
      else if (message.kind === 'done') resolve(message.result);
      else reject(new FileStop(message.reason));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      signal.removeEventListener('abort', onAbort);
      reject(signal.reason ?? new Error('The thread that reads a file ended without a word.'));
    });
  });

/** What went wrong with one of several tasks: the first failure ends the others. */
export class TaskFailure<Task> extends Error {
  override name = 'TaskFailure';
  readonly task: Task;
  constructor(task: Task, cause: unknown) {
    super('A file could not be read.', { cause });
    this.task = task;
  }
}

/** The stop that ended a task, and the task; anything else that broke is thrown as it was. */
export const stopOf = <Task>(error: unknown): { readonly task: Task; readonly stop: FileStop } => {
  if (!(error instanceof TaskFailure)) throw error;
  if (!(error.cause instanceof FileStop)) throw error.cause;
  return { task: error.task as Task, stop: error.cause };
};

/**
 * Runs `entry` (a module that calls `serveThread`) once for each task; results in the order of the tasks.
 * @throws TaskFailure whose cause is a FileStop, the signal's reason, or whatever broke.
 */
export const runInThreads = async <Task, Result>(
  entry: URL,
  tasks: readonly Task[],
  signal: AbortSignal,
  onProgress: (task: Task, bytes: number, rows: number) => void,
): Promise<Result[]> => {
  signal.throwIfAborted();
  const failed = new AbortController();
  const ended = AbortSignal.any([signal, failed.signal]);
  const results: Result[] = [];
  const waiting = [...tasks.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !ended.aborted; next = waiting.shift()) {
      const [index, task] = next;
      results[index] = await runThread<Task, Result>(entry, task, ended, (bytes, rows) =>
        onProgress(task, bytes, rows),
      ).catch((error: unknown) => {
        const failure = new TaskFailure(task, error);
        failed.abort(failure);
        throw failure;
      });
    }
  };
  const workers = Array.from({ length: Math.min(tasks.length, availableParallelism()) }, work);
  await Promise.allSettled(workers);
  signal.throwIfAborted();
  failed.signal.throwIfAborted();
  return results;
};
