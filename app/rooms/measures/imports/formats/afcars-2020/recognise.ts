/** Whether a file is, or claims to be, an AFCARS 2020 file. */
import type { FileHead } from '../format.ts';

/** XML is used by this format alone: whatever is named or begins like XML is read as such, and told exactly what is wrong with it. */
export const isAfcars2020 = ({ name, text }: FileHead): boolean =>
  name.endsWith('.xml') || (text !== null && /^\s*<(\?xml|[\w:]*data\b)/.test(text));
