import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFormatRunOn } from '../../../../../../tests/support/read-format.ts';
import { countiesRelation, readCounties } from '../package/counties.ts';
import { ncandsFormat } from './format.ts';

const report =
  'SubYr,StaTerr,RptID,ChID,RptDt,ChCnty,Mal1Lev\n2024,MD,R1,C1,01152024,001,1\n2024,MD,R2,C1,01162024,003,1\n';

test.each([
  ['24001,Alder\n24003,Birch\n', ['Alder', 'Birch']],
  ['24001,Alder\n51001,Other\n24003,Birch\n', [null, 'Birch']],
  ['24001,Alder\n001,Alder town\n24003,Birch\n', ['Alder town', 'Birch']],
])('the county names of %j fit the three-digit codes of NCANDS', async (lines, expected) => {
  await withFormatRunOn(ncandsFormat, { 'a.csv': report }, async ({ analytics, context }) => {
    const path = join(context.scratch, 'counties.csv');
    const text = `code,name\n${lines}`;
    await writeFile(path, text);
    const file = { path, name: 'counties.csv', kind: 'package' as const, bytes: text.length };
    await readCounties(file, context);
    const named = await analytics.all(
      `SELECT n.name FROM ncands_reports AS r LEFT JOIN ${countiesRelation} AS n ON n.code = r.county ORDER BY r.report_id`,
    );
    expect(named.map(({ name }) => name)).toEqual(expected);
  });
});
