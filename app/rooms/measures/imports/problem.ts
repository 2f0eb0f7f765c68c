/** One thing the validation report says. Problems are data: an import collects them, it does not throw them. */

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
}
