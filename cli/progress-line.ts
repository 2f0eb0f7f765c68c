/** How far long work is, on stderr: one line that is written over on a terminal, a line now and then elsewhere. */
import type { Step } from '../app/commons/jobs/job.ts';
import { type Pace, paceOf } from '../app/commons/jobs/pace.ts';
import { elapsedMs } from '../app/platform/clock.ts';
import { withoutControls } from './without-controls.ts';

export interface ProgressLine {
  show(step: Step): void;
  /** Takes the line away from a terminal. */
  end(): void;
}

const sparseMs = 5000;

const whole = (amount: number): string => Math.round(amount).toLocaleString('en-US');

export const durationInWords = (seconds: number): string => {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
};

/** "Reading removals.csv · 40% · 1,200,000 rows · 300,000 rows/s · 12 s left" */
export const progressInWords = (step: Step, { rowsPerSecond, secondsLeft }: Pace): string => {
  const { file, rows, bytes, totalBytes } = step;
  const isReading = totalBytes > 0 && bytes < totalBytes;
  return [
    withoutControls(file === null ? step.step : `${step.step} ${file}`),
    isReading ? `${Math.floor((100 * bytes) / totalBytes)}%` : '',
    rows > 0 ? `${whole(rows)} rows` : '',
    isReading && rowsPerSecond !== null ? `${whole(rowsPerSecond)} rows/s` : '',
    secondsLeft === null ? '' : `${durationInWords(secondsLeft)} left`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

type Terminal = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

export const openProgressLine = (
  out: Terminal = process.stderr,
  now: () => number = elapsedMs,
): ProgressLine => {
  const since = now();
  let said = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    show: (step) => {
      const text = progressInWords(step, paceOf(step, (now() - since) / 1000));
      if (out.isTTY) {
        out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
        return;
      }
      const isDue = step.step !== said || now() - saidAt >= sparseMs;
      if (!isDue) return;
      said = step.step;
      saidAt = now();
      out.write(`${text}\n`);
    },
    end: () => {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
};
