/** The codes of one table, each value with its count and what is said or proposed about it. */
import {
  type CodeChoice,
  type ColumnMapping,
  type ColumnProfile,
  choicesOf,
  columnNamed,
  type DraftWithFiles,
  proposedCode,
} from '../../../rooms/measures/public.ts';
import { countText } from '../../../ui/format/numbers.ts';
import { codeTitle, columnTitle } from '../../../words/package-columns.ts';
import { filesText, type StepPlace } from './extract-view.ts';

export interface CodeColumnView {
  readonly name: string;
  readonly title: string;
  readonly from: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly values: readonly {
    /** What the form calls it. */
    readonly field: string;
    readonly value: string;
    readonly count: string;
    /** What is said, or proposed; `not said` when neither is. */
    readonly becomes: string;
    /** Not said before: proposed, or open. */
    readonly isNew: boolean;
  }[];
}

/** Several yes-or-no columns that are read from one list, such as races: a value may stand for more than one. */
export interface ListView {
  readonly from: string;
  readonly values: readonly {
    readonly value: string;
    readonly count: string;
    readonly isNew: boolean;
    readonly boxes: readonly {
      readonly field: string;
      readonly label: string;
      readonly isTicked: boolean;
    }[];
    readonly blank: { readonly field: string; readonly isTicked: boolean };
  }[];
}

const notSaid = 'not said';

const codeField = (column: string, index: number): string => `code-${column}-${index}`;

const choicesFor = (table: string, column: string): CodeColumnView['choices'] => [
  { value: notSaid, label: 'Choose' },
  ...choicesOf(table, column).map((code) => ({ value: code, label: codeTitle(code) })),
  { value: '', label: 'Leave blank' },
];

const columnView = (
  { table, profile }: { table: string; profile: ColumnProfile },
  { column, from, codes = [] }: ColumnMapping,
): CodeColumnView => {
  const said = new Map(codes.map(({ value, becomes }) => [value, becomes]));
  return {
    ...{ name: column, title: columnTitle(column), from, choices: choicesFor(table, column) },
    values: (profile.distinct ?? []).map(({ value, count }, index) => ({
      ...{ field: codeField(column, index), value, count: countText(count), isNew: !said.has(value) },
      becomes: said.get(value) ?? proposedCode(table, column, value) ?? notSaid,
    })),
  };
};

const blankField = (from: CodeColumnView, index: number): string => `blank-${from.name}-${index}`;

const listView = (columns: readonly CodeColumnView[]): ListView[] => {
  const [first] = columns;
  if (!first) return [];
  const values = first.values.map(({ value, count }, index) => {
    const own = columns.map((column) => column.values[index]);
    return {
      ...{ value, count, isNew: own.some((one) => one?.isNew) },
      boxes: columns.map((column, at) => ({
        field: own[at]?.field ?? '',
        label: column.title,
        isTicked: own[at]?.becomes === '1',
      })),
      blank: { field: blankField(first, index), isTicked: own.every((one) => one?.becomes === '') },
    };
  });
  return [{ from: first.from, values }];
};

const listsOf = (columns: readonly CodeColumnView[]): CodeColumnView[][] =>
  [...new Set(columns.map(({ from }) => from))]
    .map((from) =>
      columns.filter((column) => column.from === from && column.choices.some(({ value }) => value === '1')),
    )
    .filter((list) => list.length > 1);

const viewsOf = (draft: DraftWithFiles, { sheet, table }: StepPlace): CodeColumnView[] => {
  const mapped = draft.row.draft.sheets[sheet]?.tables.find((one) => one.table === table)?.columns ?? [];
  return mapped.flatMap((mapping) => {
    const profile = draft.groups[sheet] && columnNamed(draft.groups[sheet].profile, mapping.from);
    if (choicesOf(table, mapping.column).length === 0 || !profile?.distinct) return [];
    return [columnView({ table, profile }, mapping)];
  });
};

export const codesView = (draft: DraftWithFiles, place: StepPlace) => {
  const group = draft.groups[place.sheet];
  if (!group) throw new Error('There is no such file.');
  const columns = viewsOf(draft, place);
  const lists = listsOf(columns);
  return {
    files: filesText(group),
    columns: columns.filter((column) => !lists.some((list) => list.includes(column))),
    lists: lists.flatMap(listView),
  };
};

/** What a value of a list becomes in one of its columns: nothing ticked says nothing. */
const fromBoxes = (form: FormData, list: readonly CodeColumnView[], index: number): CodeChoice[] => {
  const [first] = list;
  const isBlank = first !== undefined && form.get(blankField(first, index)) === 'on';
  const ticked = list.filter(({ values }) => form.get(values[index]?.field ?? '') === '1');
  return list.map((column) => ({
    ...{ column: column.name, value: column.values[index]?.value ?? '' },
    becomes: isBlank ? '' : ticked.length === 0 ? notSaid : ticked.includes(column) ? '1' : '0',
  }));
};

/** What the form says of every value. */
export const codesSaid = (draft: DraftWithFiles, place: StepPlace, form: FormData): CodeChoice[] => {
  const columns = viewsOf(draft, place);
  const lists = listsOf(columns);
  const alone = columns.filter((column) => !lists.some((list) => list.includes(column)));
  return [
    ...alone.flatMap(({ name, values }) =>
      values.map(({ field, value }) => ({
        ...{ column: name, value },
        becomes: String(form.get(field) ?? notSaid),
      })),
    ),
    ...lists.flatMap((list) => (list[0]?.values ?? []).flatMap((_, index) => fromBoxes(form, list, index))),
  ];
};
