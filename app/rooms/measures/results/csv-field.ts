/** One field of CSV, quoted where needed; a leading = + - @ is made text, so that a spreadsheet does not run it. */
export const csvField = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
