/** Whether a file is, or claims to be, a legacy AFCARS foster-care file. */
import type { FileHead } from '../format.ts';
import { recordLength } from './layout.ts';

const beginsLikeARecord = /^\d{2}(19|20)\d{2}(03|09)/;

/** By its first line; or by a name with "afcars", so that a shifted file is told what is wrong with it. */
export const isLegacyAfcars = ({ name, text }: FileHead): boolean => {
  const line = (text ?? '').split(/\r?\n/, 1)[0] ?? '';
  if (/[,<|\t]/.test(line)) return false;
  return (beginsLikeARecord.test(line) && line.length > recordLength / 2) || /afcars/.test(name);
};
