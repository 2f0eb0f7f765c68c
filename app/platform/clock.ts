/** The only place that reads the time. Days are ISO strings (`YYYY-MM-DD`), instants are `Date`. */

export type Day = string;

export const nowAt = (): Date => new Date();

export const todayOn = (): Day => nowAt().toISOString().slice(0, 10);

/** Milliseconds since an arbitrary start; for durations only. */
export const elapsedMs = (): number => performance.now();
