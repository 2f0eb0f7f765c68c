/** Which column of a sheet is which of a table: by its name, unless its values speak against it. */
import type { FileColumn, PackageFile } from '../../package/package-files.ts';
import type { ColumnMapping } from '../mapping.ts';
import type { ColumnProfile, SheetProfile } from '../profile.ts';
import { guessCodes } from './guess-codes.ts';
import { guessDays } from './guess-days.ts';
import { knownNames, raceNames } from './known-names.ts';
import { likenessToAny } from './likeness.ts';

/** Alike enough to be proposed. */
const enough = 0.6;
const raceFlags = new Set([
  'american_indian_alaska_native',
  'asian',
  'black',
  'native_hawaiian_pacific_islander',
  'white',
]);

/** Whether the values could be such a column's at all. An empty column could be any. */
const couldBe = (column: FileColumn, profile: ColumnProfile): boolean => {
  if (profile.filled === 0 || column.kind === 'text') return true;
  if (column.kind === 'date' || column.kind === 'moment') return guessDays(profile).kind !== 'none';
  if (column.kind === 'integer') return profile.examples.every((example) => /^\d+$/.test(example));
  return profile.distinct !== null && profile.distinct.length <= 60;
};

const alike = (column: FileColumn, profile: ColumnProfile): number =>
  Math.max(
    likenessToAny(profile.name, [column.name]),
    likenessToAny(profile.name, knownNames[column.name] ?? []) * 0.99,
  );

interface Pair {
  readonly column: FileColumn;
  readonly profile: ColumnProfile;
  readonly likeness: number;
}

/** One column of the sheet holds all races: it fills every flag that has no column of its own. */
const fromRaceList = (shape: PackageFile, sheet: SheetProfile, taken: readonly Pair[]): Pair[] => {
  const list = sheet.columns.find(
    (profile) => likenessToAny(profile.name, raceNames) === 1 && profile.distinct !== null,
  );
  const flags = shape.columns.filter(({ name }) => raceFlags.has(name));
  if (!list || flags.length === 0 || taken.some(({ column }) => raceFlags.has(column.name))) return [];
  return flags.map((column) => ({ column, profile: list, likeness: 1 }));
};

const pairsOf = (shape: PackageFile, sheet: SheetProfile): Pair[] => {
  const candidates = shape.columns
    .flatMap((column) =>
      sheet.columns.map((profile) => ({ column, profile, likeness: alike(column, profile) })),
    )
    .filter(({ column, profile, likeness }) => likeness >= enough && couldBe(column, profile))
    .sort((a, b) => b.likeness - a.likeness);
  const taken: Pair[] = [];
  for (const pair of candidates)
    if (!taken.some(({ column, profile }) => column === pair.column || profile === pair.profile))
      taken.push(pair);
  return [...taken, ...fromRaceList(shape, sheet, taken)];
};

/** What is known of a column beside where it comes from: its days and its codes. */
export const settleColumn = (column: FileColumn, profile: ColumnProfile): ColumnMapping => {
  const days = column.kind === 'date' || column.kind === 'moment' ? guessDays(profile) : null;
  const hasCodes = column.kind === 'code' || column.kind === 'flag';
  return {
    ...{ column: column.name, from: profile.name },
    ...(days?.kind === 'sure' && { days: days.format }),
    ...(hasCodes && { codes: guessCodes(column, profile) }),
  };
};

/** In the order of the table's columns. */
export const guessColumns = (shape: PackageFile, sheet: SheetProfile): ColumnMapping[] => {
  const pairs = pairsOf(shape, sheet);
  return shape.columns.flatMap((column) => {
    const pair = pairs.find((one) => one.column === column);
    return pair ? [settleColumn(column, pair.profile)] : [];
  });
};
