/** What a person says about an extract, put into its draft. Whatever is said is kept, complete or not. */
import { type DayFormat, dayFormats } from '../formats/extract/day-format.ts';
import { settleColumn } from '../formats/extract/guesses/guess-columns.ts';
import {
  type ColumnMapping,
  choicesOf,
  type SheetMapping,
  type TableMapping,
} from '../formats/extract/mapping.ts';
import { packageFiles } from '../formats/package/package-files.ts';
import { columnNamed, type Draft, type SheetGroup } from './rules.ts';

const withSheet = (draft: Draft, index: number, sheet: SheetMapping | null): Draft => ({
  sheets: draft.sheets.map((one, at) => (at === index ? sheet : one)),
});

const withTable = (
  draft: Draft,
  index: number,
  name: string,
  change: (table: TableMapping) => TableMapping,
) => {
  const sheet = draft.sheets[index];
  if (!sheet) return draft;
  const tables = sheet.tables.map((table) => (table.table === name ? change(table) : table));
  return withSheet(draft, index, { ...sheet, tables });
};

/** Which tables each group fills; none = left out; null = not said. What was said about a table that stays, stays. */
export const settleTables = (
  draft: Draft,
  groups: readonly SheetGroup[],
  chosen: readonly (readonly string[] | null)[],
): Draft => ({
  sheets: groups.map(({ profile }, index) => {
    const names = chosen[index];
    if (!names) return null;
    const before = draft.sheets[index]?.tables ?? [];
    const known = packageFiles.filter(({ table }) => names.includes(table));
    return {
      ...{ file: profile.file, sheet: profile.sheet, header: profile.columns.map(({ name }) => name) },
      tables: known.map(({ table }) => before.find((one) => one.table === table) ?? { table, columns: [] }),
    };
  }),
});

export interface ColumnChoice {
  /** The column of the extract; empty = the file has none. */
  readonly from: string;
  /** How its days are written, when a person said so of this very column. */
  readonly days: string | null;
}

const isDayFormat = (text: string | null): text is DayFormat => dayFormats.some((format) => format === text);

const settled = (
  name: string,
  { from, days }: ColumnChoice,
  before: ColumnMapping | undefined,
  group: SheetGroup,
  table: string,
): ColumnMapping[] => {
  const column = packageFiles.find((file) => file.table === table)?.columns.find((one) => one.name === name);
  const profile = columnNamed(group.profile, from);
  if (!column || from === '') return [];
  if (!profile) return before?.from === from ? [before] : [];
  const { codes: _, ...proposed } = settleColumn(column, profile);
  const isSame = before?.from.toLowerCase() === from.toLowerCase();
  return [
    {
      ...proposed,
      ...(isSame && before?.codes && { codes: before.codes }),
      ...(isDayFormat(days) && proposed.from === from && { days }),
    },
  ];
};

/** Which column of the extract each column of the table is. */
export const settleColumns = (
  draft: Draft,
  groups: readonly SheetGroup[],
  place: { readonly sheet: number; readonly table: string },
  chosen: ReadonlyMap<string, ColumnChoice>,
): Draft => {
  const group = groups[place.sheet];
  if (!group) return draft;
  return withTable(draft, place.sheet, place.table, ({ table, columns }) => ({
    table,
    columns: [...chosen].flatMap(([name, choice]) =>
      settled(
        name,
        choice,
        columns.find(({ column }) => column === name),
        group,
        table,
      ),
    ),
  }));
};

export interface CodeChoice {
  readonly column: string;
  readonly value: string;
  /** Ours; empty = left blank; anything that is no choice of the column is not said yet. */
  readonly becomes: string;
}

const codesAfter = (
  table: string,
  { column, codes = [] }: ColumnMapping,
  chosen: readonly CodeChoice[],
): NonNullable<ColumnMapping['codes']> => {
  const own = chosen.filter((choice) => choice.column === column);
  const allowed = ['', ...choicesOf(table, column)];
  const said = own.filter(({ becomes }) => allowed.includes(becomes));
  const others = codes.filter(({ value }) => !own.some((choice) => choice.value === value));
  return [...others, ...said.map(({ value, becomes }) => ({ value, becomes }))];
};

/** What each value becomes. Values of other months stay as they are. */
export const settleCodes = (
  draft: Draft,
  place: { readonly sheet: number; readonly table: string },
  chosen: readonly CodeChoice[],
): Draft =>
  withTable(draft, place.sheet, place.table, ({ table, columns }) => ({
    table,
    columns: columns.map((column) =>
      chosen.some((choice) => choice.column === column.column)
        ? { ...column, codes: codesAfter(table, column, chosen) }
        : column,
    ),
  }));
