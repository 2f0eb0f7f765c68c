/** One thing the validation report says. Problems are data: an import collects them, it does not throw them. */
import type { CanonicalTable } from './canonical.ts';

/** Which record of the agency a problem is about, as its file says it: so that somebody there can find and mend it. */
export interface ProblemRecord {
  readonly table: CanonicalTable;
  readonly childId: string | null;
  readonly reportId: string | null;
  /** The day that tells the child's records apart: of the removal, the report, the visit. */
  readonly on: string | null;
  readonly county: string | null;
  readonly unit: string | null;
}

export interface Problem {
  /** The file's own name, without its folder. */
  readonly file: string;
  /** Line in the file, from 1; null when the problem is the file's. */
  readonly line: number | null;
  readonly column: string | null;
  /** The offending value, cut to 80 characters. Person-level: shown to analysts only. */
  readonly value: string | null;
  /** A stable identifier, kebab-case: `date-unreadable`, `removal-duplicated`. */
  readonly rule: string;
  /** What is wrong and what to do, in one plain sentence, without the value. */
  readonly sentence: string;
  /** `stop`: nothing is imported. `set-aside`: this row is left out and counted. `note`: imported, and said. */
  readonly weight: 'stop' | 'set-aside' | 'note';
  /** Where the row says whose it is. Person-level: it leaves the report only for the fix list. */
  readonly about?: ProblemRecord;
  /** This one stands for so many alike that are not listed. */
  readonly more?: number;
}
