/** Writes rows that JavaScript made into a table of the engine, a batch at a time; the engine spills what it cannot hold. */
import { DuckDBDataChunk, DuckDBDateValue, DuckDBTimestampValue, type DuckDBValue } from '@duckdb/node-api';
import type { Analytics } from '../../../platform/analytics/duckdb.ts';

/** DATE as days since 1970-01-01, TIMESTAMP as microseconds since then, both numbers. */
export type Cell = string | number | boolean | null;

export interface RowWriter {
  readonly table: string;
  /** One row, in the order of the table's columns. The array is not kept. */
  add(row: readonly Cell[]): void;
  /** Writes what is left. The table can be queried only afterwards. */
  finish(): void;
}

const batchRows = 2048;

const converterOf = (type: string): ((cell: Cell) => DuckDBValue) => {
  if (type === 'DATE') return (cell) => (cell === null ? null : new DuckDBDateValue(Number(cell)));
  if (type === 'TIMESTAMP')
    return (cell) => (cell === null ? null : new DuckDBTimestampValue(BigInt(Number(cell))));
  if (type === 'BIGINT') return (cell) => (cell === null ? null : BigInt(Number(cell)));
  return (cell) => cell;
};

/** Makes the table (replacing one of that name) and its writer. Column types are DuckDB's names. */
export const openRowWriter = async (
  { connection }: Analytics,
  table: string,
  columns: readonly (readonly [name: string, type: string])[],
): Promise<RowWriter> => {
  const shape = columns.map(([name, type]) => `"${name}" ${type}`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE "${table}" (${shape})`);
  const appender = await connection.createAppender(table);
  const converters = columns.map(([, type]) => converterOf(type));
  const types = columns.map((_, index) => appender.columnType(index));
  const batch: DuckDBValue[][] = columns.map(() => []);
  let rows = 0;

  const flush = (): void => {
    if (rows === 0) return;
    const chunk = DuckDBDataChunk.create(types, rows);
    for (const [index, values] of batch.entries()) {
      chunk.setColumnValues(index, values);
      values.length = 0;
    }
    appender.appendDataChunk(chunk);
    rows = 0;
  };

  return {
    table,
    add: (row) => {
      for (const [index, convert] of converters.entries()) batch[index]?.push(convert(row[index] ?? null));
      rows += 1;
      if (rows === batchRows) flush();
    },
    finish: () => {
      flush();
      appender.closeSync();
    },
  };
};
