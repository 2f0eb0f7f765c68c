/** Recognises a sheet by the names of its columns: next month's file is called otherwise, and may have lost one. */
import type { Mapping, SheetMapping } from './mapping.ts';

export interface SheetMatch {
  readonly mapping: SheetMapping;
  /** Columns that the mapping reads and the sheet has not. */
  readonly lost: readonly string[];
}

const enoughOfUsed = 0.6;
const enoughOfAll = 0.8;

const lower = (names: readonly string[]): Set<string> => new Set(names.map((name) => name.toLowerCase()));

/** The columns of the extract that the mapping reads. */
export const usedColumns = ({ tables }: SheetMapping): string[] => [
  ...new Set(tables.flatMap(({ columns }) => columns.map(({ from }) => from))),
];

const likeness = (header: ReadonlySet<string>, known: ReadonlySet<string>): number => {
  const shared = [...known].filter((name) => header.has(name)).length;
  return shared / (header.size + known.size - shared);
};

/** Null when it is none of the mapping's sheets. */
export const matchSheet = (header: readonly string[], mapping: Mapping): SheetMatch | null => {
  const names = lower(header);
  const candidates = mapping.sheets.map((sheet) => {
    const used = usedColumns(sheet);
    const lost = used.filter((name) => !names.has(name.toLowerCase()));
    const alike = likeness(names, lower(sheet.header));
    const share = used.length === 0 ? 0 : (used.length - lost.length) / used.length;
    const isMatch = used.length === 0 ? alike >= enoughOfAll : share >= enoughOfUsed;
    return { match: { mapping: sheet, lost }, isMatch, alike, share };
  });
  const [best] = candidates
    .filter(({ isMatch }) => isMatch)
    .sort((a, b) => b.share + b.alike - (a.share + a.alike));
  return best?.match ?? null;
};
