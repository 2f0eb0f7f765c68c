/** What one bench is: its own input, made deterministically in a temporary folder, and a ratio to a bare yardstick. */

export interface BenchResult {
  /** How many times the yardstick's time (or space) it takes. */
  readonly ratio: number;
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface Bench {
  readonly name: string;
  /** What is compared with what, in words. */
  readonly title: string;
  /** The greatest ratio that meets the goal. */
  readonly goal: number;
  run(): Promise<BenchResult>;
}
