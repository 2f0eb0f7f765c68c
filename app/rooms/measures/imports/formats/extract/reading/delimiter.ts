/** By what the columns of a text file are separated: whatever divides its first lines most, and evenly. */
import { readRecord } from '../../package/csv-text.ts';

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

const linesLooked = 10;

const widths = (head: string, delimiter: Delimiter): number[] => {
  const found: number[] = [];
  let at = 0;
  while (found.length < linesLooked && at < head.length) {
    const { fields, length } = readRecord(head.slice(at), delimiter);
    at += length;
    if (fields.some((field) => field !== '')) found.push(fields.length);
  }
  return found.length > 1 && at >= head.length && !head.endsWith('\n') ? found.slice(0, -1) : found;
};

/** How many columns it makes on most lines. */
const columnsMade = (head: string, delimiter: Delimiter): number => {
  const counts = new Map<number, number>();
  for (const width of widths(head, delimiter)) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return usual?.[0] ?? 1;
};

/** Excel's own word on it, in a first line of its own. */
const declared = /^sep=(.)\r?\n/;

/** `skip` characters before the table begins. */
export const delimiterOf = (head: string): { delimiter: string; skip: number } => {
  const said = declared.exec(head);
  if (said) return { delimiter: said[1] ?? ',', skip: said[0].length };
  const made = delimiters.map((delimiter) => ({ delimiter, columns: columnsMade(head, delimiter) }));
  const best = made.reduce((most, one) => (one.columns > most.columns ? one : most));
  return { delimiter: best.delimiter, skip: 0 };
};
