/** One AFCARS file, read into its spools: what the rest needs to know of it. */
import type { Segment } from '../afcars-2020/segments.ts';
import type { SourceFile } from '../format.ts';
import type { ProblemTally } from '../reading/problem-tally.ts';

export interface FileTask {
  readonly kind: 'afcars-2020' | 'afcars-legacy';
  readonly path: string;
  readonly name: string;
  /** Path the spool files begin with. */
  readonly spoolBase: string;
  readonly segment: Segment;
}

/** What one thread found in a file, or in its part of it. */
export interface FileResult {
  readonly agency: string;
  readonly periodEnd: string;
  readonly records: number;
  readonly problems: ProblemTally;
  /** Lines are counted from the part's own beginning: where that is, and where its text ends. */
  readonly lines: { readonly beginning: number; readonly end: number };
}

/** A part's spool, and what must be added to the numbers in it to count from the start of the file. */
export interface Part {
  readonly spoolBase: string;
  readonly recordsBefore: number;
  readonly linesBefore: number;
}

export interface PeriodFile {
  readonly file: SourceFile;
  readonly agency: string;
  readonly periodEnd: string;
  readonly records: number;
  readonly problems: ProblemTally;
  readonly parts: readonly Part[];
  readonly sha256: string;
  /** 1, 2, …: a later submission has the higher number. Files of one period follow their names. */
  readonly fileNo: number;
}
