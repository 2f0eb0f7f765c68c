/** What a job is to the room that does it, and to whoever watches it. */
import type { Amounts, Pace } from './pace.ts';
import type { jobStates } from './tables.ts';

export type JobState = (typeof jobStates)[number];

export interface JobRequest {
  /** Which handler does it: `import`. */
  readonly kind: string;
  /** For people: "Importing 3 files". */
  readonly title: string;
  /** What the handler needs to know, as JSON. */
  readonly input: object;
}

export interface Step extends Amounts {
  readonly step: string;
  readonly file: string | null;
}

export interface JobOutcome {
  readonly ok: boolean;
  /** How it ended, in one plain sentence. */
  readonly sentence: string;
  readonly result?: object;
}

export interface RunningJob {
  readonly id: string;
  readonly input: unknown;
  /** The account that started it, or `system`. */
  readonly startedBy: string;
  /** May be called as often as one likes; what people see follows within half a second. */
  report(step: Step): void;
  /** Aborts when the server stops. */
  readonly signal: AbortSignal;
}

/** Throwing ends the job as failed: errors for people with their own words, others with a general sentence. */
export type JobHandler = (job: RunningJob) => Promise<JobOutcome>;

export interface JobProgress extends Step, Pace {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: JobState;
  readonly sentence: string | null;
  readonly result: unknown;
  readonly startedBy: string;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}
