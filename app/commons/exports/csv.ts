/** Rows as CSV (RFC 4180), for whoever may see the page they stand on. */

export type CsvValue = string | number | boolean | null;

/** A leading = + - @ is made text, so that a spreadsheet does not run what somebody wrote. */
const cell = (value: CsvValue): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvText = (columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
