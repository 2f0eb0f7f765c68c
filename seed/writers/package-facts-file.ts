/** package.json: as of which day the files are, and whose they are. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateName } from '../counties.ts';
import { isoOf } from '../days.ts';
import type { World } from '../records.ts';

export const writePackageFacts = (folder: string, { asOf }: World): void => {
  const facts = JSON.stringify({ as_of: isoOf(asOf), agency: stateName });
  writeFileSync(join(folder, 'package.json'), `${facts}\n`, { flag: 'wx', mode: 0o600 });
};
