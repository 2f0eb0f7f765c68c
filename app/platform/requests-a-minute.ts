/** Counts what somebody asks within a minute, in this process's memory. */
import { elapsedMs } from './clock.ts';

export interface Budget {
  readonly isSpent: boolean;
  readonly left: number;
  /** Until it is whole again. */
  readonly seconds: number;
}

interface Window {
  count: number;
  readonly endsAtMs: number;
}

const mostKeys = 10_000;

/** Each call of what this gives takes one from the key's budget of `allowed` a minute. */
export const requestsAMinute = (allowed: number): ((key: string) => Budget) => {
  const windows = new Map<string, Window>();
  const windowOf = (key: string, now: number): Window => {
    const found = windows.get(key);
    if (found && found.endsAtMs > now) return found;
    for (const [other, { endsAtMs }] of windows) if (endsAtMs <= now) windows.delete(other);
    // Should very many come at once, the oldest are forgotten rather than memory filled.
    const [oldest] = windows.keys();
    if (windows.size >= mostKeys && oldest !== undefined) windows.delete(oldest);
    const opened = { count: 0, endsAtMs: now + 60_000 };
    windows.set(key, opened);
    return opened;
  };
  return (key) => {
    const now = elapsedMs();
    const window = windowOf(key, now);
    window.count += 1;
    return {
      isSpent: window.count > allowed,
      left: Math.max(0, allowed - window.count),
      seconds: Math.ceil((window.endsAtMs - now) / 1000),
    };
  };
};
