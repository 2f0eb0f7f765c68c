/** The two routes of the same children into Midcourse: the agency's package, and the federal files with what they lack. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../app/rooms/measures/imports/manifest.ts';
import { stageVersion } from '../../app/rooms/measures/imports/stage-version.ts';

export interface Route {
  /** A version's folder. */
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface Routes {
  readonly package: Route;
  readonly federal: Route;
  /** The folder of the federal files as they were sent. */
  readonly federalFiles: string;
}

export const memory = '1GB';
export const threads = 2;

const stage = async (path: string, folder: string, today: string): Promise<Route> => {
  mkdirSync(folder, { mode: 0o700 });
  const staged = await stageVersion({ paths: [path], folder, today, memory, threads });
  if (!staged.ok) throw new Error(staged.problems.map(({ sentence }) => sentence).join('\n'));
  return { folder, manifest: staged.manifest };
};

/** `files` has the folders `package` and `federal`; the versions are made in `work`, by the real importers. */
export const stageRoutes = async (
  files: { readonly package: string; readonly federal: string },
  work: string,
  today: string,
): Promise<Routes> => ({
  package: await stage(files.package, join(work, 'package'), today),
  federal: await stage(files.federal, join(work, 'federal'), today),
  federalFiles: files.federal,
});
