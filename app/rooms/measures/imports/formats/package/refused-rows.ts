/** Rows that are not rows of their table: too few or too many fields, quotes in the wrong place. Each is set aside. */
import { listedPerRule } from '../../problem-collector.ts';
import type { ReadContext, SourceFile } from '../format.ts';
import { sqlName } from './cell-rules.ts';
import { readRecord } from './csv-text.ts';
import { linesAtBytes } from './line-at-byte.ts';
import type { Header } from './read-header.ts';

export interface Refusals {
  readonly count: number;
  /** Byte positions at which the refused rows begin. */
  readonly at: ReadonlySet<number>;
}

/** So many refused rows say that the file is not what its header says; reading on would help nobody. */
const mostRefused = 200_000;

interface Refused {
  readonly at: number;
  readonly text: string;
  readonly type: string;
}

/** The reader's position counts from 1 and may stand on line ends before the row; its text then shows them. */
const refusedOf = (row: Record<string, unknown>): Refused => {
  const text = String(row.csv_line ?? '');
  const leading = /^[\r\n]*/.exec(text)?.[0].length ?? 0;
  return { at: Number(row.position) - 1 + leading, text: text.slice(leading), type: String(row.error_type) };
};

const sentenceOf = ({ text, type }: Refused, expected: number): { rule: string; sentence: string } => {
  const found = readRecord(text).fields.length;
  if (type === 'UNQUOTED VALUE' || found === expected)
    return {
      rule: 'row-misquoted',
      sentence: 'The quotes of this row are not closed or not doubled inside a field. The row is set aside.',
    };
  return {
    rule: 'row-ragged',
    sentence: `The row has ${found} fields and the header has ${expected}. The row is set aside.`,
  };
};

/** Stops when so many rows are refused that the file is not what its header says. */
export const assertFewRefused = (count: number, file: SourceFile, { problems }: ReadContext): void => {
  if (count <= mostRefused) return;
  problems.stop({
    ...{ file: file.name, line: null, column: null, value: null, rule: 'too-many-bad-rows' },
    sentence:
      `More than ${mostRefused.toLocaleString('en-US')} rows do not have the header's number of fields. Nothing was imported. ` +
      'Compare the header with the rows: a column may be missing from one of them.',
  });
};

export const listRefused = async (
  rejects: string,
  path: string,
  file: SourceFile,
  header: Header,
  context: ReadContext,
): Promise<Refusals> => {
  const rows = await context.analytics.all(
    `SELECT any_value(line_byte_position) AS position, left(any_value(csv_line), 20000) AS csv_line, any_value(error_type) AS error_type
     FROM ${sqlName(rejects)} GROUP BY line_byte_position ORDER BY position LIMIT ${mostRefused + 1}`,
  );
  const refused = rows.map(refusedOf);
  assertFewRefused(refused.length, file, context);
  const lines = await linesAtBytes(
    path,
    refused.slice(0, listedPerRule).map(({ at }) => at),
  );
  for (const row of refused) {
    const words = sentenceOf(row, header.fields.length);
    const line = lines.get(row.at) ?? null;
    context.problems.add({ file: file.name, line, column: null, value: null, ...words, weight: 'set-aside' });
  }
  return { count: refused.length, at: new Set(refused.map(({ at }) => at)) };
};
