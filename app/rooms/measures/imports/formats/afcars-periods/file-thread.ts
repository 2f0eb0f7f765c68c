/** The entry of a thread that reads one AFCARS file, of either form, into its spool. */
import { readFileIntoSpool } from '../afcars-2020/file-reader.ts';
import { readLegacyFileIntoSpool } from '../afcars-legacy/file-reader.ts';
import { serveThread } from '../reading/threads.ts';
import type { FileResult, FileTask } from './period-file.ts';

serveThread<FileTask, FileResult>((task, onProgress) =>
  task.kind === 'afcars-2020'
    ? readFileIntoSpool(task, onProgress)
    : readLegacyFileIntoSpool(task, onProgress),
);
