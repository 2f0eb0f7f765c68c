/** An operator's raw view: paths staged into a private folder, looked at, and gone. No server, no database. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../../../platform/clock.ts';
import type { Problem } from '../imports/problem.ts';
import type { StageRequest } from '../imports/stage.ts';
import type { VersionFiles } from './version-files.ts';

export interface RawView {
  readonly paths: readonly string[];
  /** An existing empty folder of mode 0700 that the caller removes. */
  readonly folder: string;
  readonly today: Day;
  readonly memory: string;
  readonly threads: number;
  readonly prefer?: StageRequest['prefer'];
  readonly ncandsLayout?: string;
  readonly signal?: AbortSignal;
}

export type Viewed<T> =
  | { readonly ok: true; readonly result: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Stages the paths and hands the version to `work`; problems that stop the import come back as data. */
export const withRawView = async <T>(
  view: RawView,
  work: (files: VersionFiles) => Promise<T>,
): Promise<Viewed<T>> => {
  const { stageVersion } = await import('../imports/stage-version.ts');
  const { folder: root, paths, today, memory, threads } = view;
  const [folder, scratchFolder] = [join(root, 'version'), join(root, 'scratch')];
  for (const path of [folder, scratchFolder]) await mkdir(path, { mode: 0o700 });
  const chosen = {
    ...(view.prefer ? { prefer: view.prefer } : {}),
    ...(view.ncandsLayout === undefined ? {} : { ncandsLayout: view.ncandsLayout }),
    ...(view.signal ? { signal: view.signal } : {}),
  };
  const staged = await stageVersion({ paths, today, memory, threads, folder, ...chosen });
  if (!staged.ok) return staged;
  const files = { folder, manifest: staged.manifest, derivedFolder: null, scratchFolder, memory, threads };
  return { ok: true, result: await work(files), problems: staged.problems };
};
