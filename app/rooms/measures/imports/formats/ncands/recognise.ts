/** Whether a file is, or claims to be, an NCANDS Child File. */
import type { FileHead } from '../format.ts';
import { findHeader } from './delimited.ts';

const beginsLikeARecord = /^(19|20)\d\d[A-Z]{2}.{24}[ \d]{3}\d{8}/;

/** By its first line; or by a name with "ncands", so that a shifted file is told what is wrong with it. */
export const isNcands = ({ name, text }: FileHead): boolean => {
  const line = (text ?? '').split(/\r?\n/, 1)[0] ?? '';
  return beginsLikeARecord.test(line) || findHeader(line) !== null || /ncands/.test(name);
};
