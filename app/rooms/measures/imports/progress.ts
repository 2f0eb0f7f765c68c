/** Tells how far an import is, a few times a second at most. */
import { elapsedMs } from '../../../platform/clock.ts';
import type { ImportProgress } from './stage.ts';

export interface ProgressTeller {
  step(step: string, file: string | null): void;
  expect(totalBytes: number): void;
  /** Bytes and rows of this file since the last call. */
  advance(file: string, bytes: number, rows: number): void;
}

const betweenMs = 200;

export const newProgressTeller = (tell: ((progress: ImportProgress) => void) | undefined): ProgressTeller => {
  let now: ImportProgress = { step: '', file: null, rows: 0, bytes: 0, totalBytes: 0 };
  let toldAt = Number.NEGATIVE_INFINITY;
  const say = (next: ImportProgress, isDue: boolean): void => {
    now = next;
    if (!tell || (!isDue && elapsedMs() - toldAt < betweenMs)) return;
    toldAt = elapsedMs();
    tell(now);
  };
  return {
    step: (step, file) => say({ ...now, step, file }, true),
    expect: (totalBytes) => say({ ...now, totalBytes }, false),
    advance: (file, bytes, rows) =>
      say({ ...now, file, bytes: Math.min(now.bytes + bytes, now.totalBytes), rows: now.rows + rows }, false),
  };
};
