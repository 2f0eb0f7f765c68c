import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { actorAs } from '../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.ts';
import { Invalid } from '../../platform/errors.ts';
import { scopeFor, systemScope } from '../permissions/scope.ts';
import { tryHold } from './hold.ts';
import type { JobHandler, JobProgress } from './job.ts';
import { jobsPolicy } from './policy.ts';
import { type JobQueue, runJobs } from './queue.ts';
import { jobProgress, listJobs } from './reads.ts';
import { recoverJobs } from './recover.ts';
import { runHere } from './run-job.ts';

const analyst = actorAs('analyst', 'state', 'an-analyst');
const mayRead = scopeFor(analyst, jobsPolicy['jobs.read']);
const asSystem = systemScope('a test');
const request = { kind: 'count', title: 'Counting to three', input: { to: 3 } };

let database: FreshDatabase;
let queue: JobQueue | undefined;
beforeAll(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  await queue?.stop();
  queue = undefined;
  vi.restoreAllMocks();
});
afterAll(() => database.close());

const until = async (id: string, is: (job: JobProgress) => boolean): Promise<JobProgress> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const job = await jobProgress(database, mayRead, id);
    if (is(job)) return job;
    await pause(50);
  }
  throw new Error('The job did not get there in 10 seconds.');
};

const hasEnded = ({ endedAt }: JobProgress): boolean => endedAt !== null;

const step = { step: 'Reading', file: 'removals.csv', rows: 50, bytes: 25, totalBytes: 100 };

test('a job is queued, seen moving, and done', async () => {
  let finish = (): void => undefined;
  const mayFinish = new Promise<void>((resolve) => {
    finish = resolve;
  });
  queue = await runJobs(database, {
    count: async ({ input, startedBy, report }) => {
      report(step);
      await mayFinish;
      return { ok: true, sentence: `Counted for ${startedBy}.`, result: { of: input } };
    },
  });
  const id = await queue.startJob(mayRead, request);
  const moving = await until(id, ({ rows }) => rows === 50);
  expect(moving).toMatchObject({ ...step, state: 'running', title: 'Counting to three' });
  expect(moving.secondsLeft).toBeGreaterThan(0);
  finish();
  expect(await until(id, hasEnded)).toMatchObject({
    state: 'done',
    sentence: 'Counted for an-analyst.',
    result: { of: { to: 3 } },
  });
  expect((await listJobs(database, mayRead, { kind: 'count' }))[0]?.id).toBe(id);
});

test('what went wrong is said in words for people, and otherwise only logged', async () => {
  const spoken = new Invalid('The file is empty.', 'Choose another.');
  const failing =
    (error: Error): JobHandler =>
    () =>
      Promise.reject(error);
  queue = await runJobs(database, { said: failing(spoken), broke: failing(new Error('secret inside')) });
  const said = await queue.startJob(mayRead, { ...request, kind: 'said' });
  expect(await until(said, hasEnded)).toMatchObject({
    state: 'failed',
    sentence: 'The file is empty. Choose another.',
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const broke = await queue.startJob(mayRead, { ...request, kind: 'broke' });
  const ended = await until(broke, hasEnded);
  expect(ended.state).toBe('failed');
  expect(ended.sentence).not.toContain('secret');
  expect(JSON.stringify(stderr.mock.calls)).toContain('job.broke');
});

test('a server that stops tells the job and waits for it', async () => {
  queue = await runJobs(database, {
    count: async ({ signal, report }) => {
      report(step);
      await once(signal, 'abort');
      throw new Error('aborted');
    },
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const id = await queue.startJob(mayRead, request);
  await until(id, ({ state }) => state === 'running');
  await queue.stop();
  expect(await jobProgress(database, mayRead, id)).toMatchObject({
    state: 'stopped',
    sentence: expect.stringContaining('start it again'),
  });
});

test('a job on the command line is seen too', async () => {
  const id = await runHere(
    database,
    asSystem,
    request,
    async () => ({ ok: true, sentence: 'Counted here.' }),
    new AbortController().signal,
  );
  expect(await jobProgress(database, mayRead, id)).toMatchObject({ state: 'done', startedBy: 'system' });
});

test('a killed process’s job is marked at the next start; a living one’s is left alone', async () => {
  const { application } = inject('testDatabase');
  const { rows } = await database.owner.query('select current_database() as name');
  const child = spawn(
    process.execPath,
    [
      new URL('./endless-job.fixture.ts', import.meta.url).pathname,
      JSON.stringify({ ...application, database: rows[0].name }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(child.stdout, 'data');
  const id = String(line).trim();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await recoverJobs(database)).toBe(0);
  expect(await jobProgress(database, mayRead, id)).toMatchObject({ state: 'running' });

  child.kill('SIGKILL');
  await once(child, 'exit');
  for (let turn = 0; turn < 100 && (await recoverJobs(database)) === 0; turn += 1) await pause(50);
  expect(await jobProgress(database, mayRead, id)).toMatchObject({
    state: 'stopped',
    sentence: expect.stringContaining('Nothing was changed'),
  });
});

test('a hold is one process’s, and comes free', async () => {
  const first = await tryHold(database, 'a test');
  expect(first).toBeDefined();
  expect(await tryHold(database, 'a test')).toBeUndefined();
  await first?.release();
  const second = await tryHold(database, 'a test');
  expect(second).toBeDefined();
  await second?.release();
});

test('an unknown job is not found; without a scope there are none', async () => {
  await expect(jobProgress(database, mayRead, 'no-uuid')).rejects.toThrow('no such job');
  const { rows } = await database.applicationPool.query('select * from jobs');
  expect(rows).toEqual([]);
});

test('a schedule is kept and taken back by the application; its ticket calls the tick and leaves no job', async () => {
  let calls = 0;
  const called = new Promise<void>((resolve) => {
    const tick = async (): Promise<void> => {
      calls += 1;
      resolve();
    };
    void runJobs(database, {}, { look: tick }).then((opened) => {
      queue = opened;
    });
  });
  await vi.waitFor(() => expect(queue).toBeDefined());
  const kept = async () =>
    (await database.owner.query('select key, cron, data from pgboss.schedule')).rows as unknown[];
  await queue?.schedule('look', '0 * * * *');
  expect(await kept()).toEqual([{ key: 'look', cron: '0 * * * *', data: { kind: 'look' } }]);
  const before = (await listJobs(database, mayRead)).length;
  await database.owner.query(`insert into pgboss.job (name, data) values ('midcourse', '{"kind":"look"}')`);
  await called;
  expect(calls).toBe(1);
  expect(await listJobs(database, mayRead)).toHaveLength(before);
  await queue?.schedule('look', null);
  expect(await kept()).toEqual([]);
});
