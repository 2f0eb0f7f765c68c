/** Import of a large AFCARS 2020 file against the bare streaming parser over the same bytes. */
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { elapsedMs, todayOn } from '../app/platform/clock.ts';
import { stageVersion } from '../app/rooms/measures/imports/stage-version.ts';
import type { Bench } from './bench.ts';
import { generateAfcars } from './generate-afcars.ts';

const children = 200_000;
const memory = '400MB';
const threads = 2;
const runs = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The yardstick: every byte decoded and parsed, nothing done with it. */
const parseBare = async (path: string): Promise<number> => {
  const from = elapsedMs();
  const parser = new SaxesParser();
  for await (const piece of createReadStream(path, { encoding: 'utf8' })) parser.write(String(piece));
  parser.close();
  return elapsedMs() - from;
};

/** Resident memory now, in megabytes. Where the system tells it, the peak since `resetPeak`. */
const peakMegabytes = async (): Promise<number> => {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return peak === undefined ? process.resourceUsage().maxRSS / 1024 : Number(peak) / 1024;
};

const importOnce = async (path: string, root: string): Promise<number> => {
  const folder = await mkdtemp(join(root, 'run-'));
  const from = elapsedMs();
  const staged = await stageVersion({ paths: [path], folder, today: todayOn(), memory, threads });
  const took = elapsedMs() - from;
  if (!staged.ok) throw new Error(staged.problems.map(({ sentence }) => sentence).join(' '));
  await rm(folder, { recursive: true });
  return took;
};

const measure = async (root: string) => {
  const path = join(root, 'afcars_ooh_24_202409.xml');
  await generateAfcars(path, children);
  const { size } = await stat(path);
  const bare: number[] = [];
  const imports: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    bare.push(await parseBare(path));
    imports.push(await importOnce(path, root));
  }
  const ratio = median(imports) / median(bare);
  return {
    ratio,
    figures: {
      children,
      megabytes: Math.round(size / 1e6),
      bytesPerChild: Math.round(size / children),
      bareParserMs: Math.round(median(bare)),
      importMs: Math.round(median(imports)),
      childrenPerSecond: Math.round((children / median(imports)) * 1000),
      peakMemoryMegabytes: Math.round(await peakMegabytes()),
    },
  };
};

export const bench: Bench = {
  name: 'import-afcars',
  title:
    'import of an AFCARS 2020 file of 200,000 children, against the bare streaming parser over the same bytes',
  goal: 1.6,
  run: async () => {
    const root = await mkdtemp(join(tmpdir(), 'midcourse-bench-'));
    return measure(root).finally(() => rm(root, { recursive: true, force: true }));
  },
};
