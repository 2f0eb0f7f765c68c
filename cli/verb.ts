/** What one verb of the command line is: one file in verbs/, a thin caller of the rooms. */

export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** The whole text of `midcourse <verb> --help`. */
  readonly help: string;
  /** Exit code: 0 done, 1 the data say no, 2 the call is wrong. Results on stdout, everything else on stderr. */
  run(args: readonly string[]): Promise<number>;
}
