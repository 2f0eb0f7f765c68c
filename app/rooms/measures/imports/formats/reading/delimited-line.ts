/** One line of a delimited file, cut into its cells. */

/** The line's cells; null when a quote is not closed in the line (no field of these files holds a line break). */
export const splitLine = (line: string, delimiter: string): string[] | null => {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '"') {
      if (isQuoted && line.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = !isQuoted;
    } else if (character === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  return isQuoted ? null : cells;
};
