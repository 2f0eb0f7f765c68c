/** A folder of a test file's own, removed after it with whatever its private databases left elsewhere. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { dataFolderAt } from '../../app/platform/data-folder.ts';
import { removePrivateHome } from './private-home.ts';

/** Call it at the top of a test file; data folders go directly inside. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'midcourse-test-'));
  chmodSync(folder, 0o755);
  afterAll(() => {
    for (const name of readdirSync(folder)) removePrivateHome(dataFolderAt(join(folder, name)));
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};
