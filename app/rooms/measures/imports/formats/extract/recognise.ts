/** Whether a file may be one of a mapping's: a text file by its header; a workbook shows its sheets only when opened. */
import type { FileHead } from '../format.ts';
import { findHeader, rowsBeforeHeader } from './find-header.ts';
import type { Mapping } from './mapping.ts';
import { matchSheet } from './match-sheet.ts';
import { isZipped } from './open-sheets.ts';
import { delimiterOf } from './reading/delimiter.ts';
import { utf16Of } from './reading/encoding.ts';
import { newRecords } from './reading/records.ts';

/** Up to a NUL, which is a matter for the reading. */
const headText = ({ bytes, text }: FileHead): string => {
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  return (text ?? new TextDecoder('windows-1252').decode(bytes)).split('\0', 1)[0] ?? '';
};

export const headerOfHead = (head: FileHead): readonly string[] => {
  const text = headText(head);
  const { delimiter, skip } = delimiterOf(text);
  const records = newRecords(delimiter);
  const rows = records.take(`${text.slice(skip)}${text.length < 60_000 ? '\n' : ''}`);
  return findHeader(rows.slice(0, rowsBeforeHeader))?.header ?? [];
};

/** Never throws. */
export const isOfMapping = (head: FileHead, mapping: Mapping): boolean => {
  // One that is locked or old is refused when it is opened, with what to do.
  if (/\.xlsx?$/.test(head.name)) return true;
  if (isZipped(head)) return false;
  try {
    return matchSheet(headerOfHead(head), mapping) !== null;
  } catch {
    return false;
  }
};
