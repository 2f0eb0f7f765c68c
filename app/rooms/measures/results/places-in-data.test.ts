import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { versionOfFolder } from '../../../../tests/support/package-version.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { placesInData } from './places-in-data.ts';

test('counties of removals, reports and the population; units of late; Nations; blanks are no places', async () => {
  const folder = join(temporaryFolder(), 'package');
  mkdirSync(folder);
  const files = {
    children: 'child_id,birth_date,tribal_nation\na,2015-01-01,Blue Sedge Nation\nb,2015-01-01,\n',
    removals:
      'child_id,removal_date,discharge_date,county,unit\na,2024-01-01,,Birch,Birch 1\nb,2019-01-01,2019-06-01,Alder,Old unit\nb,2025-01-01,,,\n',
    reports: 'report_id,child_id,report_date,disposition,county\nr,b,2024-05-01,substantiated,Cedar\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text);
  const version = await versionOfFolder(folder, '2025-09-30');
  try {
    expect(await placesInData(version)).toEqual({
      counties: ['Alder', 'Birch', 'Cedar'],
      units: [{ county: 'Birch', unit: 'Birch 1' }],
      nations: ['Blue Sedge Nation'],
    });
  } finally {
    version.remove();
  }
});
