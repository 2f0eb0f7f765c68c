import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { dataFolderAt, prepareDataFolder } from '../../../platform/data-folder.ts';
import { cleanStaging, openStagingFolder } from './staging-folder.ts';

const folder = dataFolderAt(join(temporaryFolder(), 'data'));
afterEach(() => vi.restoreAllMocks());

test('a folder in use stays; one of a dead process, or of nobody, goes', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await prepareDataFolder(folder);
  const mine = await openStagingFolder(folder, 'import');
  expect((await stat(mine.path)).mode & 0o777).toBe(0o700);
  await writeFile(join(mine.path, 'half.parquet'), 'x');
  const dead = join(folder.staging, basename(mine.path).replace(/\.\d+\./, '.999999999.'));
  const sameNumberAnotherProcess = join(
    folder.staging,
    basename(mine.path).replace(/\.[0-9a-f]+\.([0-9a-f]+)$/, '.31.$1'),
  );
  const nobodys = join(folder.staging, 'left-over');
  for (const path of [dead, sameNumberAnotherProcess, nobodys]) await mkdir(path);
  expect(await cleanStaging(folder)).toBe(3);
  expect(await readdir(folder.staging)).toEqual([basename(mine.path)]);
  await mine.remove();
  expect(await readdir(folder.staging)).toEqual([]);
});
