/** One AFCARS file, read into its spool: what the rest needs to know of it. */
import type { SourceFile } from '../format.ts';
import type { ProblemTally } from '../reading/problem-tally.ts';

export interface FileTask {
  readonly kind: 'afcars-2020' | 'afcars-legacy';
  readonly path: string;
  readonly name: string;
  /** Path the spool files begin with. */
  readonly spoolBase: string;
}

export interface FileResult {
  readonly agency: string;
  readonly periodEnd: string;
  readonly records: number;
  readonly problems: ProblemTally;
}

export interface PeriodFile extends FileResult {
  readonly file: SourceFile;
  readonly spoolBase: string;
  /** 1, 2, …: a later submission has the higher number. Files of one period follow their names. */
  readonly fileNo: number;
}
