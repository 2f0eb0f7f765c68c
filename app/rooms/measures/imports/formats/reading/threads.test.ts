import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { afcarsFormat } from '../afcars-periods/format.ts';

test('what breaks while reading, and is not the file, comes through as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'midcourse-threads-'));
  await writeFile(join(folder, 'file'), 'not a folder');
  const scratch = join(folder, 'file', 'scratch');
  const reading = withFormatRunOn(afcarsFormat, { 'a.xml': '<x/>' }, async () => null, { scratch });
  await expect(reading).rejects.toMatchObject({ code: 'ENOTDIR' });
  await rm(folder, { recursive: true });
});
