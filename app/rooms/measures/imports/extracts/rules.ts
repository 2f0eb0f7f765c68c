/** A mapping in the making: what is settled, what is proposed, and what a person still has to say. */

import { guessDays, readableIn } from '../formats/extract/guesses/guess-days.ts';
import type { ColumnMapping, Mapping, SheetMapping, TableMapping } from '../formats/extract/mapping.ts';
import { matchSheet } from '../formats/extract/match-sheet.ts';
import { type ColumnProfile, joinProfiles, type SheetProfile } from '../formats/extract/profile.ts';
import type { FileColumn, PackageFile } from '../formats/package/package-files.ts';
import { packageFiles } from '../formats/package/package-files.ts';

/** Sheets with the same columns: parts of one table, seen as one. */
export interface SheetGroup {
  /** `placements-1.csv`, `log.xlsx, sheet Contacts`. */
  readonly names: readonly string[];
  readonly profile: SheetProfile;
}

/** One entry a group, in their order; null = nobody has said yet what it is. */
export interface Draft {
  readonly sheets: readonly (SheetMapping | null)[];
}

export type QuestionKind = 'sheet' | 'required' | 'lost' | 'days' | 'codes' | 'not-codes';

export interface Question {
  readonly sheet: number;
  readonly table: string | null;
  readonly kind: QuestionKind;
  /** The package's column; for `sheet` null. */
  readonly column: string | null;
  readonly from: string | null;
  /** New values, for `codes`. */
  readonly values: readonly string[];
}

const enoughDays = 0.8;

const nameOf = ({ file, sheet }: SheetProfile): string => (sheet === null ? file : `${file}, sheet ${sheet}`);

const headerOf = ({ columns }: SheetProfile): string[] => columns.map(({ name }) => name);

export const groupSheets = (profiles: readonly SheetProfile[]): SheetGroup[] => {
  const groups = new Map<string, SheetGroup>();
  for (const profile of profiles) {
    const key = headerOf(profile).join('\n').toLowerCase();
    const known = groups.get(key);
    groups.set(key, {
      names: [...(known?.names ?? []), nameOf(profile)],
      profile: known ? joinProfiles(known.profile, profile) : profile,
    });
  }
  return [...groups.values()];
};

/** What a saved mapping says about a group, under the names of today's file. */
const sheetFrom = ({ profile }: SheetGroup, saved: Mapping): SheetMapping | null => {
  const match = matchSheet(headerOf(profile), saved);
  if (!match) return null;
  return {
    file: profile.file,
    sheet: profile.sheet,
    header: headerOf(profile),
    tables: match.mapping.tables,
  };
};

/** Without a saved mapping nothing is settled: what is proposed becomes so when a person says it is right. */
export const newDraft = (groups: readonly SheetGroup[], saved: Mapping | null): Draft => ({
  sheets: groups.map((group) => (saved === null ? null : sheetFrom(group, saved))),
});

/** How many of the groups a mapping knows. */
export const knownGroups = (groups: readonly SheetGroup[], mapping: Mapping): number =>
  groups.filter(({ profile }) => matchSheet(headerOf(profile), mapping) !== null).length;

export const columnNamed = (profile: SheetProfile, name: string): ColumnProfile | undefined =>
  profile.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());

/** Values that the mapping does not know yet; null when there are too many to be codes. */
export const unsettledValues = (mapping: ColumnMapping, profile: ColumnProfile): string[] | null => {
  const known = new Set((mapping.codes ?? []).map(({ value }) => value));
  return profile.distinct?.map(({ value }) => value).filter((value) => !known.has(value)) ?? null;
};

const daysOpen = (mapping: ColumnMapping, profile: ColumnProfile): boolean =>
  mapping.days === undefined ||
  (guessDays(profile).kind !== 'none' && readableIn(profile, mapping.days) < enoughDays * profile.filled);

type Found = Pick<Question, 'kind' | 'column' | 'from' | 'values'>;

const columnQuestion = (column: FileColumn, mapping: ColumnMapping, sheet: SheetProfile): Found[] => {
  const shared = { column: column.name, from: mapping.from, values: [] };
  const profile = columnNamed(sheet, mapping.from);
  if (!profile) return [{ ...shared, kind: 'lost' }];
  if (column.kind === 'date' || column.kind === 'moment')
    return daysOpen(mapping, profile) ? [{ ...shared, kind: 'days' }] : [];
  if (column.kind !== 'code' && column.kind !== 'flag') return [];
  const values = unsettledValues(mapping, profile);
  if (values === null) return [{ ...shared, kind: 'not-codes' }];
  return values.length > 0 ? [{ ...shared, kind: 'codes', values }] : [];
};

const tableQuestions = (shape: PackageFile, mapping: TableMapping, sheet: SheetProfile): Found[] => [
  ...shape.required
    .filter((name) => !mapping.columns.some(({ column }) => column === name))
    .map((column): Found => ({ kind: 'required', column, from: null, values: [] })),
  ...mapping.columns.flatMap((one) => {
    const column = shape.columns.find(({ name }) => name === one.column);
    return column ? columnQuestion(column, one, sheet) : [];
  }),
];

/** In the order of the files. None: the mapping fits the files as they are. */
export const openQuestions = (groups: readonly SheetGroup[], draft: Draft): Question[] =>
  groups.flatMap(({ profile }, sheet): Question[] => {
    const mapping = draft.sheets[sheet];
    if (!mapping) return [{ sheet, table: null, kind: 'sheet', column: null, from: null, values: [] }];
    return mapping.tables.flatMap((table) => {
      const shape = packageFiles.find((file) => file.table === table.table);
      return shape
        ? tableQuestions(shape, table, profile).map((found) => ({ ...found, sheet, table: table.table }))
        : [];
    });
  });

/** The mapping that a draft without open questions is. */
export const asMapping = (draft: Draft, name: string): Mapping => ({
  midcourseMapping: 1,
  name,
  sheets: draft.sheets.filter((sheet) => sheet !== null),
});
