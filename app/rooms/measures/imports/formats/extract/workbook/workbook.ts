/**
 * Excel workbooks (.xlsx), read with the two parts the house has for it: the bounded unpacking of zips, and a strict
 * streaming XML parser. Shown values only: what formulas gave when the workbook was saved.
 */
import { basename } from 'node:path';
import type { ProblemCollector } from '../../../problem-collector.ts';
import { unzip } from '../../../unzip.ts';
import type { SourceFile } from '../../format.ts';
import { FileStop } from '../../reading/file-stop.ts';
import { findHeader, rowsBeforeHeader } from '../find-header.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import type { Book } from './cell-text.ts';
import { readDateStyles } from './date-styles.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet-rows.ts';
import { readXml } from './xml-events.ts';

interface Contents {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly countsFrom1904: boolean;
}

const noWorkbook = (): FileStop =>
  new FileStop({
    rule: 'workbook-unreadable',
    sentence: 'This is a zip and no Excel workbook. Save it as .xlsx in Excel, or as CSV UTF-8.',
  });

const readContents = async (path: string): Promise<Contents> => {
  const sheets: Contents['sheets'][number][] = [];
  let countsFrom1904 = false;
  await readXml(path, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (tag === 'sheet')
        sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? attributes.id ?? '' });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { sheets, countsFrom1904 };
};

/** Relation → the path of its part inside the zip. */
const readRelations = async (path: string | undefined): Promise<Map<string, string>> => {
  const targets = new Map<string, string>();
  if (path === undefined) return targets;
  await readXml(path, {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag !== 'Relationship') return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return targets;
};

const firstRows = async (rows: AsyncIterable<readonly SheetRow[]>): Promise<SheetRow[]> => {
  const first: SheetRow[] = [];
  for await (const some of rows) {
    first.push(...some.slice(0, rowsBeforeHeader - first.length));
    if (first.length >= rowsBeforeHeader) break;
  }
  return first;
};

const openSheet = async (file: SourceFile, name: string, path: string, book: Book): Promise<Sheet | null> => {
  const found = findHeader(await firstRows(sheetRows(path, book)));
  if (!found) return null;
  return {
    ...{ file, sheet: name, ...found },
    rows: async function* (onBytes) {
      for await (const rows of sheetRows(path, book, onBytes))
        yield rows.filter(({ line }) => line > found.headerLine);
    },
  };
};

/** The sheets that hold anything, in their order. Unpacks into `scratch`. Throws `FileStop`, `ImportStopped`. */
export const openWorkbook = async (
  file: SourceFile,
  scratch: string,
  problems: ProblemCollector,
): Promise<Sheet[]> => {
  const parts = new Map(
    (await unzip(file.path, file.name, scratch, problems)).map(({ entry, path }) => [entry, path]),
  );
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw noWorkbook();
  const { sheets, countsFrom1904 } = await readContents(workbook);
  const targets = await readRelations(parts.get('xl/_rels/workbook.xml.rels'));
  const book: Book = {
    strings: await readSharedStrings(parts.get('xl/sharedStrings.xml')),
    isDateStyle: await readDateStyles(parts.get('xl/styles.xml')),
    countsFrom1904,
  };
  const opened: Sheet[] = [];
  for (const { name, relation } of sheets) {
    const path = parts.get(targets.get(relation) ?? '');
    const sheet = path === undefined ? null : await openSheet(file, name || basename(file.name), path, book);
    if (sheet) opened.push(sheet);
  }
  if (opened.length === 0)
    throw new FileStop({ rule: 'file-empty', sentence: 'The workbook has no sheet with anything in it.' });
  return opened;
};
