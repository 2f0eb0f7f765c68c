/** Rows as CSV (RFC 4180, line feeds): null and undefined are blank, texts are quoted where they must be. */

type CsvValue = string | number | boolean | null | undefined;

const cell = (value: CsvValue): string => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvText = (columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n');
