/**
 * Folders for what is half made: versions on their way, uploads, spilled memory. Each is named after the process that
 * uses it, so that a start can tell what a killed process left from what a living one needs.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../../../platform/data-folder.ts';
import { log } from '../../../platform/log.ts';
import { findProcess, isAlive } from '../../../platform/running-process.ts';

const nameShape = /^[a-z]+\.(?<pid>\d+)\.(?<started>[0-9a-f]+)\.[0-9a-f]+$/;

export interface StagingFolder {
  readonly path: string;
  /** Removes the folder and all in it; what was moved elsewhere stays. */
  remove(): Promise<void>;
}

/** A new empty folder of mode 0700. `purpose` is one lower-case word: `import`, `upload`. */
export const openStagingFolder = async (
  { staging }: Pick<DataFolder, 'staging'>,
  purpose: string,
): Promise<StagingFolder> => {
  const started = Buffer.from(findProcess(process.pid)?.started ?? '').toString('hex');
  const name = `${purpose}.${process.pid}.${started}.${randomBytes(6).toString('hex')}`;
  const path = join(staging, name);
  await mkdir(path, { mode: 0o700 });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

const isInUse = (name: string): boolean => {
  const { pid, started } = nameShape.exec(name)?.groups ?? {};
  if (pid === undefined || started === undefined) return false;
  return isAlive({ pid: Number(pid), started: Buffer.from(started, 'hex').toString() });
};

/** Removes what no living process uses. Gives the number removed. */
export const cleanStaging = async ({ staging }: Pick<DataFolder, 'staging'>): Promise<number> => {
  const left = (await readdir(staging)).filter((name) => !isInUse(name));
  for (const name of left) await rm(join(staging, name), { recursive: true, force: true });
  if (left.length > 0) log.info('staging.cleaned', { folders: left.length });
  return left.length;
};
