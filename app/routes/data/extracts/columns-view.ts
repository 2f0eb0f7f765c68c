/** The columns of one table, each with what is said or proposed about it. */
import {
  type ColumnMapping,
  type ColumnProfile,
  columnNamed,
  type DraftWithFiles,
  dayFormats,
  dayFormatWords,
  daysAsRead,
  proposedColumns,
  tableShape,
} from '../../../rooms/measures/public.ts';
import { columnHint, columnTitle } from '../../../words/package-columns.ts';
import { filesText, type StepPlace } from './extract-view.ts';

export interface ColumnView {
  readonly name: string;
  readonly title: string;
  readonly hint: string | null;
  readonly isRequired: boolean;
  /** The chosen or proposed column of the file; empty = none. */
  readonly from: string;
  /** It is gone from the file. */
  readonly isLost: boolean;
  readonly examples: readonly string[];
  /** For dates: the ways in which days are written, the chosen one, and how examples are read in it. */
  readonly days: {
    readonly chosen: string;
    readonly choices: readonly { readonly value: string; readonly label: string }[];
  } | null;
}

const dayChoices = (profile: ColumnProfile | undefined) =>
  dayFormats
    .map((format) => ({ format, read: profile ? daysAsRead(profile.examples, format) : [] }))
    .filter(({ read }) => read.length > 0)
    .map(({ format, read }) => ({
      value: format,
      label: `${read[0]} (${dayFormatWords[format].replace(/:.*/, '')})`,
    }));

export const columnsView = (draft: DraftWithFiles, { sheet, table }: StepPlace) => {
  const group = draft.groups[sheet];
  const shape = tableShape(table);
  if (!group || !shape) throw new Error('There is no such file.');
  const { profile } = group;
  const said = draft.row.draft.sheets[sheet]?.tables.find((one) => one.table === table)?.columns ?? [];
  const shown: readonly ColumnMapping[] = said.length > 0 ? said : proposedColumns(table, profile);
  const columns = shape.columns.map((column): ColumnView => {
    const mapping = shown.find((one) => one.column === column.name);
    const source = mapping && columnNamed(profile, mapping.from);
    const isDay = column.kind === 'date' || column.kind === 'moment';
    return {
      ...{ name: column.name, title: columnTitle(column.name), hint: columnHint(column.name) },
      isRequired: shape.required.includes(column.name),
      from: source?.name ?? mapping?.from ?? '',
      isLost: mapping !== undefined && source === undefined,
      examples: source?.examples ?? [],
      days: isDay && source ? { chosen: mapping?.days ?? '', choices: dayChoices(source) } : null,
    };
  });
  const choices = profile.columns.map(({ name, examples }) => ({
    value: name,
    label: examples[0] === undefined ? name : `${name} (${examples[0].slice(0, 24)})`,
  }));
  return { table, files: filesText(group), columns, choices };
};
