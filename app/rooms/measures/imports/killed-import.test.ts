import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { smallPackage, withStaged, writeFiles } from '../../../../tests/support/staged-package.ts';

const root = await mkdtemp(join(tmpdir(), 'midcourse-killed-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const child = fileURLToPath(new URL('../../../../tests/support/stage-until-killed.ts', import.meta.url));
const steps = [
  'Looking at the files',
  'Reading',
  'Joining the sources',
  'Writing',
  'Checking the data',
  'Finishing',
];

test.each(steps)(
  'killed at "%s": no manifest, so no version; the same files import cleanly afterwards',
  async (step) => {
    const source = join(root, 'package');
    const folder = await mkdtemp(join(root, 'version-'));
    await mkdir(source, { recursive: true });
    await writeFiles(source, smallPackage);
    const [, signal] = await once(spawn(process.execPath, [child, source, folder, step]), 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await readdir(folder)).not.toContain('manifest.json');
    await withStaged([source], async ({ manifest }) => expect(manifest?.tables.children?.rows).toBe(2));
  },
);
