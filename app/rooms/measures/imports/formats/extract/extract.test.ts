/** An agency's own files through a mapping: the same rows as the clean package, and every flaw in the extract's own words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  extractAsOf,
  systemWords,
  writeAgencyExtract,
} from '../../../../../../tests/support/agency-extract.ts';
import { withStaged } from '../../../../../../tests/support/staged-package.ts';
import { vectorPath } from '../../../../../../tests/support/vector-rows.ts';
import { canonicalTableNames } from '../../canonical.ts';
import { asMapping, type Draft, groupSheets, newDraft, openQuestions } from '../../extracts/rules.ts';
import { newProblemCollector } from '../../problem-collector.ts';
import { guessColumns } from './guesses/guess-columns.ts';
import { guessTable } from './guesses/guess-table.ts';
import type { Mapping } from './mapping.ts';
import { openSheets } from './open-sheets.ts';
import { profileSheet, type SheetProfile } from './profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'midcourse-extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

const profilesOf = async (paths: readonly string[]): Promise<SheetProfile[]> => {
  const problems = newProblemCollector();
  const profiles: SheetProfile[] = [];
  for (const path of paths) {
    const file = { path, name: basename(path), kind: 'extract', bytes: 0 } as const;
    for (const sheet of await openSheets(file, mkdtempSync(join(folder, 'unzipped-')), problems))
      profiles.push(await profileSheet(sheet, problems));
  }
  return profiles;
};

/** Takes every guess; what has none is left out. */
const guessed = (profiles: readonly SheetProfile[]): Draft => ({
  sheets: groupSheets(profiles).map(({ profile }) => {
    const shape = guessTable(profile);
    const tables = shape ? [{ table: shape.table, columns: guessColumns(shape, profile) }] : [];
    return {
      file: profile.file,
      sheet: profile.sheet,
      header: profile.columns.map(({ name }) => name),
      tables,
    };
  }),
});

const rowsOf = (paths: readonly string[], mapping?: Mapping) =>
  withStaged(
    paths,
    async ({ manifest, rows, problems }) => {
      expect(problems.filter(({ weight }) => weight === 'stop')).toEqual([]);
      expect(manifest?.asOf).toBe(extractAsOf);
      const tables = await Promise.all(
        canonicalTableNames
          .filter((table) => manifest?.tables[table])
          .map(async (table) => [table, await rows(table)]),
      );
      return Object.fromEntries(tables);
    },
    mapping ? { mapping, asOf: extractAsOf } : {},
  );

test('what a system gives in its own way holds the same rows as the clean package', async () => {
  const paths = await writeAgencyExtract(folder);
  const profiles = await profilesOf(paths);
  const groups = groupSheets(profiles);
  const draft = guessed(profiles);
  const tables = draft.sheets.map((sheet) => sheet?.tables[0]?.table ?? null);
  expect(tables).toEqual([
    ...['children', 'removals', 'reports', 'population', null],
    ...['placements', 'visits', 'investigations'],
  ]);
  const open = openQuestions(groups, draft);
  expect(open.map(({ kind, column, values }) => [kind, column, values])).toEqual([
    ['codes', 'disposition', ['Elsewhere']],
    ['codes', 'setting', ['FH-REG', 'INST-7']],
  ]);
  const ours = new Map(Object.entries(systemWords).map(([code, word]) => [word, code]));
  const settled = {
    sheets: draft.sheets.map(
      (sheet, index) =>
        sheet && {
          ...sheet,
          tables: sheet.tables.map((table) => ({
            ...table,
            columns: table.columns.map((column) => ({
              ...column,
              ...(column.codes && {
                codes: [
                  ...column.codes,
                  ...open
                    .filter((question) => question.sheet === index && question.column === column.column)
                    .flatMap(({ values }) => values)
                    .map((value) => ({ value, becomes: ours.get(value) ?? '' })),
                ],
              }),
            })),
          })),
        },
    ),
  };
  expect(openQuestions(groups, settled)).toEqual([]);
  const mapping = asMapping(settled, 'Monthly');
  expect(openQuestions(groups, newDraft(groups, mapping))).toEqual([]);
  expect(await rowsOf(paths, mapping)).toEqual(await rowsOf([vectorPath('package-2000')]));
}, 60_000);
