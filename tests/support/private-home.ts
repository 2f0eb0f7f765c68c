/** What a test's private database leaves outside its data folder when tests run as root. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../../app/platform/data-folder.ts';

export const removePrivateHome = (folder: DataFolder): void => {
  const pointer = join(folder.database, 'elsewhere.json');
  if (!existsSync(pointer)) return;
  const { home } = JSON.parse(readFileSync(pointer, 'utf8')) as { home: string };
  rmSync(home, { recursive: true, force: true });
  rmSync(`${home}.belongs-to`, { force: true });
};
