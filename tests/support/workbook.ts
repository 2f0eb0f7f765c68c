/** Writes an Excel workbook as agencies have them: shared texts, dates as dressed numbers, formulas with their results. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A text, a number, a day (a number dressed as a date), a formula with or without its result, raw XML of a cell. */
export type CellContent =
  | string
  | number
  | { readonly day: string }
  | { readonly formula: string; readonly result?: string | number }
  | { readonly xml: string }
  | null;

export type SheetContent = readonly (readonly CellContent[])[];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`;

const serialOf = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

const newStrings = () => {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text: string): number => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    xml: () =>
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[...numbers.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  };
};

const cellXml = (content: CellContent, at: string, numberOf: (text: string) => number): string => {
  if (content === null || content === '') return '';
  if (typeof content === 'string') return `<c r="${at}" t="s"><v>${numberOf(content)}</v></c>`;
  if (typeof content === 'number') return `<c r="${at}"><v>${content}</v></c>`;
  if ('day' in content) return `<c r="${at}" s="1"><v>${serialOf(content.day)}</v></c>`;
  if ('xml' in content) return content.xml.replace('<c', `<c r="${at}"`);
  const { formula, result } = content;
  const value = result === undefined ? '' : `<v>${escaped(String(result))}</v>`;
  return `<c r="${at}"${typeof result === 'string' ? ' t="str"' : ''}><f>${escaped(formula)}</f>${value}</c>`;
};

const sheetXml = (rows: SheetContent, numberOf: (text: string) => number): string => {
  const body = rows.map((row, index) => {
    const cells = row.map((content, column) => cellXml(content, `${letters(column)}${index + 1}`, numberOf));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
};

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-409]mm/dd/yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>';

const relations = (count: number): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Array.from({ length: count }, (_, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`;

/** Writes the sheets by their names and gives the path. */
export const writeWorkbook = async (
  path: string,
  sheets: Readonly<Record<string, SheetContent>>,
): Promise<string> => {
  const zip = new ZipFile();
  const strings = newStrings();
  const add = (name: string, xml: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`), name);
  const names = Object.keys(sheets);
  for (const [index, rows] of Object.values(sheets).entries())
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows, strings.numberOf));
  add('xl/sharedStrings.xml', strings.xml());
  add('xl/styles.xml', styles);
  add('xl/_rels/workbook.xml.rels', relations(names.length));
  add(
    'xl/workbook.xml',
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  );
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
};
