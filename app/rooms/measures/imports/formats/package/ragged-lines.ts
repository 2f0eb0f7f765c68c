/**
 * A look at the lines of a flawed CSV before the engine reads it row by row: a header of another table, or a field too
 * many in every row, makes every row ragged, and the engine holds each row it refuses in memory.
 */
import { type Analytics, quoted } from '../../../../../platform/analytics/duckdb.ts';

/** Stands in no text: with it as delimiter and no quote a line is one field. */
const noDelimiter = '\u0001';

const commas = (line: string): string => `(strlen(${line}) - strlen(replace(${line}, ',', '')))`;
const quotes = (line: string): string => `(strlen(${line}) - strlen(replace(${line}, '"', '')))`;

/**
 * How many rows certainly do not have so many fields. Lines with a quote are not judged, nor those that end with a
 * comma (the engine takes no offence at empty fields too many); where a quoted field may go over several lines, no
 * line is judged and the answer is 0.
 */
export const countRaggedLines = async (
  path: string,
  fields: number,
  analytics: Analytics,
): Promise<number> => {
  const lines =
    `read_csv(${quoted(path)}, auto_detect = false, header = true, delim = '${noDelimiter}', quote = '', escape = '', ` +
    "columns = {'line': 'VARCHAR'})";
  try {
    const [row] = await analytics.all(
      `SELECT count_if(NOT contains(line, '"') AND (${commas('line')} < ${fields - 1}
           OR (${commas('line')} > ${fields - 1} AND NOT suffix(line, ',')))) AS ragged,
         count_if(${quotes('line')} % 2 = 1) AS torn
       FROM ${lines} WHERE line <> ''`,
    );
    return Number(row?.torn) > 0 ? 0 : Number(row?.ragged);
  } catch {
    return 0;
  }
};
