import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { smallPackage, writeFiles } from '../../../../tests/support/staged-package.ts';
import { failureInWords } from './import-failure.ts';

const root = await mkdtemp(join(tmpdir(), 'midcourse-disk-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const child = fileURLToPath(new URL('../../../../tests/support/stage-with-little-disk.ts', import.meta.url));

/** Ids that do not compress, so that the Parquet file outgrows any limit of the test. */
const scattered = Array.from(
  { length: 200_000 },
  (_, index) => `${(index * 2654435761) % 2 ** 32},2012-01-01,male\n`,
);

/** A process whose files may not grow past `blocks` of 1 KiB stands for a disk that fills, whoever runs the test. */
const stageWithin = async (blocks: number) => {
  const source = join(root, 'package');
  const folder = join(root, `version-${blocks}`);
  await mkdir(folder, { mode: 0o700 });
  await writeFiles(source, {
    ...smallPackage,
    'children.csv': `child_id,birth_date,sex\n${scattered.join('')}`,
  });
  const script = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    script,
    process.execPath,
    child,
    source,
    folder,
  ]);
  return { said: JSON.parse(stdout) as { ok: boolean; rules: string[] }, left: await readdir(folder) };
};

test('a disk that fills while rows are written: said plainly, nothing left', async () => {
  const { said, left } = await stageWithin(300);
  expect(said).toEqual({ ok: false, rules: ['disk-full'] });
  expect(left).toEqual([]);
});

test('with room enough the same import goes through', async () => {
  expect((await stageWithin(100_000)).said.ok).toBe(true);
});

test.each([
  [Object.assign(new Error('write failed'), { code: 'ENOSPC' }), 'disk-full'],
  [new Error('IO Error: Could not write file "x": No space left on device'), 'disk-full'],
  [new Error('Out of Memory Error: could not allocate block of size 256.0 KiB'), 'memory-too-small'],
])('%s', (error, rule) => {
  expect(failureInWords(error, undefined)).toMatchObject({ rule, weight: 'stop' });
});

test("the program's own errors are not the user's", () => {
  expect(failureInWords(new TypeError('x is not a function'), undefined)).toBeNull();
});
