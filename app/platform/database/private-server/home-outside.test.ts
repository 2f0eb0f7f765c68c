import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../../data-folder.ts';
import { homeOutside } from './home-outside.ts';
import { placeFor } from './place.ts';
import { isRoot } from './system-user.ts';

const root = temporaryFolder();

const folderNamed = async (name: string): Promise<DataFolder> => {
  const folder = dataFolderAt(join(root, name));
  await prepareDataFolder(folder);
  return folder;
};

test.runIf(isRoot())('a moved data folder finds its database again; a copy of it is refused', async () => {
  const first = await folderNamed('first');
  const { home } = await placeFor(first);
  const moved = dataFolderAt(join(root, 'moved'));
  renameSync(first.root, moved.root);
  expect((await placeFor(moved)).home).toBe(home);
  const copy = dataFolderAt(join(root, 'copy'));
  cpSync(moved.root, copy.root, { recursive: true });
  await expect(placeFor(copy)).rejects.toThrow(`${copy.root} is a copy of ${moved.root}`);
  rmSync(copy.root, { recursive: true });
});

test.runIf(isRoot())(
  'a data folder made again in the place of a deleted one does not get that one’s database',
  async () => {
    const deleted = await folderNamed('again');
    const { home } = await placeFor(deleted);
    rmSync(deleted.root, { recursive: true });
    const again = await folderNamed('again');
    expect((await placeFor(again)).home).not.toBe(home);
    expect(existsSync(home)).toBe(true);
    for (const path of [home, `${home}.belongs-to`]) rmSync(path, { recursive: true });
  },
);

test.runIf(isRoot())('a database that is not where it should be is missed, not made anew', async () => {
  const folder = await folderNamed('lost');
  const { home } = await placeFor(folder);
  rmSync(home, { recursive: true });
  await expect(homeOutside(folder)).rejects.toThrow(`should be in ${home}, which is not there`);
});
