/** The built pages, made anew when they are absent or not of these sources. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productionEnvironment } from '../platform/config.ts';
import { exclusively } from '../platform/exclusively.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'build');
const note = join(folder, 'sources.sha256');

// Not in the folder itself: each build empties it.
const guard = join(root, 'node_modules', '.cache', 'midcourse-build.guard');

export const serverBuild = join(folder, 'server', 'index.js');
export const clientFolder = join(folder, 'client');

const sources = [
  'app/**/*.*',
  'public/**/*.*',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
];

/** Rooms, commons and platform are loaded from source; of them only components are built into the pages. */
const isBuilt = (path: string): boolean =>
  !/\.test\.tsx?$/.test(path) &&
  (!/^app\/(rooms|commons|platform|server)\//.test(path) || path.includes('/components/'));

const sourcesHash = (): string => {
  const hash = createHash('sha256');
  for (const path of globSync(sources, { cwd: root }).filter(isBuilt).sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
};

const isFresh = (): boolean =>
  existsSync(serverBuild) && existsSync(note) && readFileSync(note, 'utf8') === sourcesHash();

const runBuild = async (): Promise<void> => {
  const tool = join(
    dirname(createRequire(import.meta.url).resolve('@react-router/dev/package.json')),
    'bin.cjs',
  );
  const built = spawn(process.execPath, [tool, 'build'], {
    cwd: root,
    env: productionEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [built.stdout, built.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve, reject) => {
    built.once('error', reject);
    built.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The pages could not be built.\n${output}`);
};

/** Builds the pages where needed, one process at a time; `onBuild` is told when that takes a moment. */
export const ensurePages = async (onBuild: () => void): Promise<void> => {
  if (isFresh()) return;
  await mkdir(dirname(guard), { recursive: true });
  await exclusively(guard, async () => {
    if (isFresh()) return;
    onBuild();
    const hash = sourcesHash();
    await runBuild();
    writeFileSync(note, hash);
  });
};
