import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { socketFolderFor } from './socket-folder.ts';
import { isRoot } from './system-user.ts';

const root = temporaryFolder();
const deep = join(root, 'd'.repeat(100));

test('the socket lies beside the data where its path is short enough', () => {
  expect(socketFolderFor('/srv/midcourse/database')).toBe('/srv/midcourse/database/socket');
});

test('else in a short folder of this data folder alone', () => {
  const folder = socketFolderFor(deep);
  expect(Buffer.byteLength(join(folder, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  expect(socketFolderFor(`${deep}2`)).not.toBe(folder);
  expect(socketFolderFor(deep)).toBe(folder);
});

test.runIf(isRoot())('a folder that somebody else has put there is refused', () => {
  const folder = socketFolderFor(deep);
  mkdirSync(folder);
  try {
    chownSync(folder, 65534, 65534);
    expect(() => socketFolderFor(deep)).toThrow('belongs to another user');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
