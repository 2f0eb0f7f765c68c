/** Files and terminals that behave badly, met by the real program: it ends at once, in a sentence, and leaves nothing. */
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stageVersion } from '../app/rooms/measures/imports/stage-version.ts';
import { startMidcourse } from './support/midcourse-process.ts';
import { writeFiles } from './support/staged-package.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = temporaryFolder();
const twoThousand = fileURLToPath(new URL('./vectors/indicators/package-2000', import.meta.url));
const nobody = 65_534;

/** A temporary folder for one process, to see what it leaves. */
const ownTemporary = (name: string): { TMPDIR: string } => {
  mkdirSync(join(root, name));
  return { TMPDIR: join(root, name) };
};

const leftIn = (name: string): string[] => readdirSync(join(root, name));

/** Permissions do not bind root: then the work is done as somebody else. */
const withoutPrivileges = async <T>(work: () => Promise<T>): Promise<T> => {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

test.each(['extract', 'extract/more'])(
  'a folder that may not be read, %s, is said by its name',
  async (closed) => {
    const base = join(root, `closed-${closed.length}`);
    const folder = join(base, 'version');
    mkdirSync(join(base, closed), { recursive: true });
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    await writeFiles(join(base, 'extract'), { 'children.csv': 'child_id,birth_date\n' });
    chmodSync(join(base, closed), 0);
    const request = { folder, today: '2026-11-01', memory: '300MB', threads: 1 };
    const staged = await withoutPrivileges(() =>
      stageVersion({ ...request, paths: [join(base, 'extract')] }),
    );
    chmodSync(join(base, closed), 0o700);
    expect(staged.ok).toBe(false);
    expect(staged.problems).toMatchObject([
      { file: closed.split('/').at(-1), rule: 'path-not-readable', weight: 'stop' },
    ]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('whoever stops reading the output ends the program quietly', async () => {
  const env = ownTemporary('no-reader');
  const run = startMidcourse(['measure', twoThousand, '--series', 'month', '--from', '1950-01', '--json'], {
    env,
  });
  run.child.stdout?.destroy();
  expect(await run.ended()).toBe(141);
  expect(run.stderr()).not.toMatch(/EPIPE|^ {4}at /m);
  expect(leftIn('no-reader')).toEqual([]);
});

test.each([
  ['an option that is none', ['--window', '23A23B', '--bogus'], 2],
  ['a day that is none', ['--window', '23A23B', '--as-of', '2024-01-45'], 2],
  ['a window that has not begun', ['--window', '2026-10-01'], 2],
])('%s: one sentence on stderr, nothing on stdout', async (_, options, code) => {
  const run = startMidcourse(['measure', twoThousand, ...options, '--json']);
  expect(await run.ended()).toBe(code);
  expect(run.stdout()).toBe('');
  expect(run.stderr()).toMatch(/^midcourse: \S.+/m);
  expect(run.stderr()).not.toMatch(/^ {4}at /m);
});

test('a temporary folder that is not there is said, with what to do', async () => {
  const run = startMidcourse(['check', twoThousand, '--json'], { env: { TMPDIR: join(root, 'nowhere') } });
  expect(await run.ended()).toBe(2);
  expect(run.stdout()).toBe('');
  expect(run.stderr()).toMatch(
    /No temporary folder can be made in .*nowhere \(ENOENT\)\.\nMake room there, or set TMPDIR/,
  );
});

test('Ctrl-C in the middle of reading leaves no temporary folder', async () => {
  const env = ownTemporary('interrupted');
  const rows = Array.from({ length: 300_000 }, (_, at) => `c${at},2023-02-3${at % 10},,`).join('\n');
  const files = join(root, 'long');
  mkdirSync(files);
  writeFileSync(join(files, 'children.csv'), 'child_id,birth_date\nA,2015-03-01\n');
  writeFileSync(
    join(files, 'removals.csv'),
    `child_id,removal_date,discharge_date,discharge_reason\n${rows}\n`,
  );
  const run = startMidcourse(['check', files], { env });
  await run.said(/Reading/);
  run.child.kill('SIGINT');
  expect(await run.ended()).toBe(130);
  expect(leftIn('interrupted')).toEqual([]);
});
