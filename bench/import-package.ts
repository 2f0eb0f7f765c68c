/** Import of a large package against the engine's bare copy of the same CSV files to Parquet. */
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, quoted } from '../app/platform/analytics/duckdb.ts';
import { elapsedMs, todayOn } from '../app/platform/clock.ts';
import { stageVersion } from '../app/rooms/measures/imports/stage-version.ts';
import type { Bench } from './bench.ts';
import { generatePackage } from './generate-package.ts';

const size = { children: 800_000, removals: 1_000_000, placements: 3 };
const memory = '800MB';
const threads = 2;
const runs = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Cost {
  readonly ms: number;
  /** Of all threads: says the same on a busy machine, where the elapsed time does not. */
  readonly cpuMs: number;
}

const costOf = async (work: () => Promise<void>): Promise<Cost> => {
  const from = elapsedMs();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: elapsedMs() - from, cpuMs: (user + system) / 1000 };
};

const copyBare = async (files: readonly string[], folder: string): Promise<void> => {
  const allowedPaths = [`${folder}/`, ...files];
  const analytics = await openAnalytics({ allowedPaths, memory, threads, temporaryFolder: folder });
  for (const [index, file] of files.entries())
    await analytics.run(
      `COPY (SELECT * FROM read_csv(${quoted(file)})) TO ${quoted(join(folder, `${index}.parquet`))} (FORMAT parquet)`,
    );
  analytics.close();
};

const importAll = async (files: readonly string[], folder: string): Promise<void> => {
  const staged = await stageVersion({ paths: files, folder, today: todayOn(), memory, threads });
  if (!staged.ok) throw new Error(staged.problems.map(({ sentence }) => sentence).join(' '));
};

/** In a folder of its own each time, removed outside the measured time. */
const inFolder = async (root: string, work: (folder: string) => Promise<void>): Promise<Cost> => {
  const folder = await mkdtemp(join(root, 'run-'));
  const took = await costOf(() => work(folder));
  await rm(folder, { recursive: true });
  return took;
};

const measure = async (root: string) => {
  const input = join(root, 'input');
  await mkdir(input);
  const files = await generatePackage(input, size);
  const bytes = (await Promise.all(files.map((file) => stat(file)))).reduce(
    (sum, file) => sum + file.size,
    0,
  );
  const bare: Cost[] = [];
  const imports: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    bare.push(await inFolder(root, (folder) => copyBare(files, folder)));
    imports.push(await inFolder(root, (folder) => importAll(files, folder)));
  }
  const ms = (costs: readonly Cost[]) => median(costs.map((cost) => cost.ms));
  const cpuMs = (costs: readonly Cost[]) => median(costs.map((cost) => cost.cpuMs));
  return {
    ratio: ms(imports) / ms(bare),
    figures: {
      removals: size.removals,
      placements: size.removals * size.placements,
      megabytes: Math.round(bytes / 1e6),
      bareCopyMs: Math.round(ms(bare)),
      importMs: Math.round(ms(imports)),
      bareCopyCpuMs: Math.round(cpuMs(bare)),
      importCpuMs: Math.round(cpuMs(imports)),
      cpuRatio: (cpuMs(imports) / cpuMs(bare)).toFixed(2),
      rowsPerSecond: Math.round(((size.children + size.removals * 4) / ms(imports)) * 1000),
    },
  };
};

export const bench: Bench = {
  name: 'import-package',
  title: 'import of a package, against the bare copy of the same CSV files to Parquet',
  goal: 2,
  run: async () => {
    const root = await mkdtemp(join(tmpdir(), 'midcourse-bench-'));
    return measure(root).finally(() => rm(root, { recursive: true, force: true }));
  },
};
