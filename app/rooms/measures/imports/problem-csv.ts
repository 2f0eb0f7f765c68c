/** Problems as lines of CSV (RFC 4180). */
import type { Problem } from './problem.ts';

const columns = ['file', 'line', 'column', 'value', 'rule', 'sentence', 'weight'] as const;

/** A leading = + - @ is made text, so that a spreadsheet does not run what a file said. */
const field = (content: string | number | null): string => {
  const text =
    typeof content === 'string' && /^[=+\-@\t\r]/.test(content) ? `'${content}` : `${content ?? ''}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvHeader = `${columns.join(',')}\r\n`;

export const csvLine = (problem: Problem): string =>
  `${columns.map((column) => field(problem[column])).join(',')}\r\n`;
