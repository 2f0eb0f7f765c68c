/** Rows of text as one table for a terminal: columns padded, figures to the right, two spaces between. */

/** `rightAligned` names the columns of figures by their place. */
export const alignedTable = (
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): string => {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  const padded = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return rightAligned.includes(column) ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => `  ${row.map(padded).join('  ').trimEnd()}`).join('\n');
};
