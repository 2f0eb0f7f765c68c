/** A process of its own that runs a job without end, for jobs.test.ts to kill. Prints the job's id when it runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectApplication } from '../../platform/database/connect.ts';
import { systemScope } from '../permissions/scope.ts';
import { runHere } from './run-job.ts';

const database = connectApplication(JSON.parse(process.argv[2] ?? '{}'), true, async () => undefined);

await runHere(
  database,
  systemScope('a test'),
  { kind: 'endless', title: 'Without end', input: {} },
  async ({ id }) => {
    process.stdout.write(`${id}\n`);
    await pause(600_000);
    return { ok: true, sentence: 'Never.' };
  },
  new AbortController().signal,
);
