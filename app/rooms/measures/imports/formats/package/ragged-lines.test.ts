import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../../../tests/support/temporary-folder.ts';
import { openAnalytics } from '../../../../../platform/analytics/duckdb.ts';
import { countRaggedLines } from './ragged-lines.ts';

const folder = temporaryFolder();

const counted = async (text: string): Promise<number> => {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, text);
  const options = { allowedPaths: [path], memory: '200MB', threads: 1, temporaryFolder: folder };
  const analytics = await openAnalytics(options);
  return countRaggedLines(path, 3, analytics).finally(() => analytics.close());
};

test.each([
  ['rows that are whole', 'a,b,c\n1,2,3\n4,5,6\n', 0],
  ['a field too few, one too many', 'a,b,c\n1,2\n1,2,3,4\n4,5,6\n', 2],
  ['an empty field too many', 'a,b,c\n1,2,3,\n4,5,6,,\n', 0],
  ['blank lines', 'a,b,c\n\n1,2,3\n\n', 0],
  ['lines that end in two characters', 'a,b,c\r\n1,2\r\n1,2,3\r\n', 1],
  ['a comma inside quotes is not judged', 'a,b,c\n1,"2,2",3\n1,2\n', 1],
  ['a field over several lines: no line is judged', 'a,b,c\n1,"2\n2",3\n1,2\n', 0],
])('%s', async (_, text, expected) => {
  expect(await counted(text)).toBe(expected);
});
