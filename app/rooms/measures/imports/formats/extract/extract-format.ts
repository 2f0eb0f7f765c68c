/** An agency's own extract as a format like the others: a mapping makes it the tables of a package, with their checks. */
import type { CanonicalTable } from '../../canonical.ts';
import { ImportStopped } from '../../problem-collector.ts';
import { sha256Of } from '../../write-tables.ts';
import type { FileReading, Format, FormatReading, ReadContext, SourceFile } from '../format.ts';
import { checkLoaded, readingsOf } from '../package/check-loaded.ts';
import type { LoadedFile } from '../package/loaded-file.ts';
import { packageFiles } from '../package/package-files.ts';
import { loadPart, type Part } from './load-part.ts';
import type { Mapping } from './mapping.ts';
import { matchSheet } from './match-sheet.ts';
import { openSheets } from './open-sheets.ts';
import { isOfMapping } from './recognise.ts';
import { type Sheet, sheetName } from './sheet.ts';

const remark = (sheet: Sheet, rule: string, sentence: string, { problems }: ReadContext): void =>
  problems.add({
    ...{ file: sheetName(sheet), line: sheet.headerLine, column: null, value: null, rule, sentence },
    weight: 'note',
  });

/** Tells all columns that are gone, and then stops: one is rarely lost alone. */
const tellLost = (sheet: Sheet, lost: readonly string[], { problems }: ReadContext): void => {
  for (const column of lost)
    problems.add({
      ...{ file: sheetName(sheet), line: sheet.headerLine, column, value: null, rule: 'column-lost' },
      sentence: `The mapping reads the column "${column}", and the file no longer has it. Export it again with the column, or say on the page Data, Files from your own system, what takes its place.`,
      weight: 'stop',
    });
};

const tellUnfilled = (part: Omit<Part, 'number'>, { problems, broughtByOthers }: ReadContext): void => {
  const { sheet, shape, mapping } = part;
  const isSupplement = broughtByOthers.has(shape.table) && shape.key.length > 0;
  const given = new Set(mapping.columns.map(({ column }) => column));
  for (const column of isSupplement ? shape.key : shape.required)
    if (!given.has(column))
      problems.add({
        ...{ file: sheetName(sheet), line: sheet.headerLine, column, value: null, rule: 'column-missing' },
        sentence: `${shape.table} cannot be read without ${column}. Say which column of the file it is.`,
        weight: 'stop',
      });
};

const partsOf = (sheet: Sheet, mapping: Mapping, context: ReadContext): Omit<Part, 'number'>[] => {
  for (const { rule, sentence } of sheet.remarks) remark(sheet, rule, sentence, context);
  const match = matchSheet(sheet.header, mapping);
  if (match === null) {
    context.problems.add({
      ...{
        file: sheetName(sheet),
        line: sheet.headerLine,
        column: null,
        value: null,
        rule: 'sheet-not-mapped',
      },
      sentence:
        'The mapping does not say what this is. Say it on the page Data, Files from your own system, or take it out.',
      weight: 'stop',
    });
    return [];
  }
  tellLost(sheet, match.lost, context);
  if (match.mapping.tables.length === 0)
    remark(sheet, 'sheet-left-out', 'The mapping leaves this out.', context);
  return match.mapping.tables.flatMap((table) => {
    const shape = packageFiles.find((one) => one.table === table.table);
    return shape ? [{ sheet, shape, mapping: table }] : [];
  });
};

const stopIfNeeded = ({ problems }: ReadContext): void => {
  if (problems.hasStop) throw new ImportStopped('The mapping does not fit the files.');
};

/** One reading a file: its sheets and the tables they fill together. */
const byFile = (files: readonly SourceFile[], parts: readonly FileReading[]): FileReading[] =>
  files.map((file) => {
    const own = parts.filter((part) => part.file.path === file.path);
    const rows = own.reduce((sum, part) => sum + part.rows, 0);
    const setAside = own.reduce((sum, part) => sum + part.setAside, 0);
    const sha256 = own[0]?.sha256;
    return {
      file,
      rows,
      setAside,
      periodEnd: null,
      fiscalYear: null,
      ...(sha256 !== undefined && { sha256 }),
    };
  });

const asOfSaid = ({ settings }: ReadContext): string | null =>
  typeof settings.as_of === 'string' ? settings.as_of : null;

const load = async (parts: readonly Part[], context: ReadContext): Promise<LoadedFile[]> => {
  const loaded: LoadedFile[] = [];
  const hashes = new Map<string, string>();
  for (const part of parts) {
    const { file } = part.sheet;
    const sha256 = hashes.get(file.path) ?? (await sha256Of(file.path, context.signal));
    if (!hashes.has(file.path)) context.advance(file, file.bytes, 0);
    hashes.set(file.path, sha256);
    loaded.push(await loadPart(part, sha256, context));
  }
  return loaded;
};

const read = async (
  files: readonly SourceFile[],
  mapping: Mapping,
  context: ReadContext,
): Promise<FormatReading> => {
  const parts: Part[] = [];
  for (const file of files)
    for (const sheet of await openSheets(file, context.scratch, context.problems))
      for (const part of partsOf(sheet, mapping, context)) {
        tellUnfilled(part, context);
        parts.push({ ...part, number: parts.length });
      }
  stopIfNeeded(context);
  const loaded = await load(parts, context);
  stopIfNeeded(context);
  const asOf = asOfSaid(context);
  const { tables, contributions } = await checkLoaded(loaded, asOf, 'extract', context);
  return {
    files: byFile(files, await readingsOf(tables, context)),
    ...{ contributions, asOf, settings: { mapping: mapping.name } },
  };
};

/** By their names a workbook's sheets are not known yet: all that the mapping can bring. */
const tablesOf = ({ sheets }: Mapping): CanonicalTable[] => [
  ...new Set(sheets.flatMap(({ tables }) => tables.map(({ table }) => table as CanonicalTable))),
];

export const extractFormat = (mapping: Mapping): Format => ({
  kinds: ['extract'],
  brings: () => tablesOf(mapping),
  recognise: (head) => (isOfMapping(head, mapping) ? 'extract' : null),
  read: (files, context) => read(files, mapping, context),
});
