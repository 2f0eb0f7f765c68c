/** Federal files: their rows say whose they are, only the latest is followed, and a check past its limit is the state's. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afcarsXml, legacyText } from '../../../../tests/support/afcars-text.ts';
import { withStaged } from '../../../../tests/support/staged-package.ts';
import { federalFindings, latestChecks } from './federal-findings.ts';
import { type Finding, withFindings } from './findings.ts';

const found = async (files: Readonly<Record<string, string>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'midcourse-federal-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await withStaged(
      [folder],
      async ({ manifest, folder: version, problems }) => {
        if (!manifest) throw new Error(problems.map(({ sentence }) => sentence).join(' '));
        const limits = {
          derivedFolder: null,
          scratchFolder: join(folder, 'spill'),
          memory: '300MB',
          threads: 1,
        };
        const findings: Finding[] = [];
        const judges = await withFindings({ ...limits, folder: version, manifest }, async (all) => {
          for await (const piece of all.pieces()) findings.push(...piece);
          return all.judges;
        });
        const federal = federalFindings(await latestChecks(manifest, version));
        return {
          judges,
          federal,
          findings: findings.map((one) => [one.source, one.rule, one.field, one.childId, one.place]),
        };
      },
      { settings: { bad_row_share: 1 } },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const stay = (on: string) => ({ on, county: '24001' });

test('AFCARS: whose the row is, in which county, and nothing of a file that was corrected since', async () => {
  const { judges, findings, federal } = await found({
    'afcars_202209.txt': legacyText('202209', [
      { id: 'OLD', removal: '20220231' },
      { id: 'GONE', removal: '20220301' },
    ]),
    'afcars_202303.xml': afcarsXml('202303', [
      { id: 'A', removals: [stay('20220101')] },
      { id: 'B', sex: '7', removals: [stay('20221101'), { on: '20221301' }] },
      { id: 'C', birth: '', removals: [stay('20221105')] },
    ]),
  });
  expect(judges).toContain('removals afcars');
  expect(findings.toSorted()).toEqual([
    ['afcars', 'birth-date-missing', 'birth_date', 'C', 'county:24001'],
    ['afcars', 'code-unknown', 'E6_sex', 'B', 'county:24001'],
    ['afcars', 'dropped-record', 'discharge_date', 'GONE', 'county:24001'],
    ['afcars', 'removal-date-unreadable', 'E69_removal_date', 'B', 'county:24001'],
  ]);
  expect(federal).toContainEqual(
    expect.objectContaining({ source: 'afcars', rule: 'federal-birth-date-missing', place: 'state' }),
  );
});

const childFile = (year: number, rows: readonly Readonly<Record<string, string>>[]): string => {
  const usual: Readonly<Record<string, string>> = {
    ...{ SubYr: String(year), StaTerr: 'MD', RptID: 'R', ChID: 'C', RptCnty: '001', RptDt: `0115${year}` },
    ...{
      RptDisp: '1',
      RptDisDt: `0210${year}`,
      ChAge: '6',
      ChBDate: '',
      ChSex: '2',
      ChCnty: '003',
      Mal1Lev: '1',
    },
    ...{ ChRacAI: '2', ChRacAs: '2', ChRacBl: '1', ChRacNH: '2', ChRacWh: '2', CEthn: '2', MalDeath: '2' },
    ...{ AFCARSID: '', IncidDt: `0114${year}` },
  };
  const names = Object.keys(usual);
  const lines = rows.map((row) => names.map((name) => ({ ...usual, ...row })[name]).join(','));
  return `${[names.join(','), ...lines].join('\n')}\n`;
};

const sound = Array.from({ length: 20 }, (_, index) => ({ RptID: `S${index}`, ChID: `S${index}` }));

test('NCANDS: report and child, and the county of the child’s last report', async () => {
  const { judges, findings } = await found({
    'child_file_2023.csv': childFile(2023, [{ RptID: 'R0', ChID: 'C0', ChSex: 'x' }, ...sound]),
    'child_file_2024.csv': childFile(2024, [
      { RptID: 'R1', ChID: 'C1', ChSex: 'x' },
      { RptID: 'R2', ChID: 'C2', ChAge: '99' },
      ...sound,
    ]),
  });
  expect(judges).toEqual(expect.arrayContaining(['reports ncands', 'children ncands']));
  expect(findings.toSorted()).toEqual([
    ['ncands', 'code-unknown', 'ChSex', 'C1', 'county:003'],
    ['ncands', 'victim-age-missing', 'age_years', 'C2', 'county:003'],
  ]);
});
