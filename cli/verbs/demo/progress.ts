/** What the demo does, for the person who waits: each step with the time it took. */
import { elapsedMs } from '../../../app/platform/clock.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(6)} s`;

export interface DemoProgress {
  /** Runs the step, saying so before and after. `note` tells how far it is; it is shown every few seconds at most. */
  step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  line(text: string): void;
}

const betweenNotesMs = 3000;

/** Times count from now on. `write` gets whole lines. */
export const newDemoProgress = (write: (text: string) => void): DemoProgress => {
  const beganAt = elapsedMs();
  const line = (text: string): void => write(`[${seconds(elapsedMs() - beganAt)}] ${text}\n`);
  return {
    line,
    step: async (title, work) => {
      const stepAt = elapsedMs();
      let saidAt = stepAt;
      line(`${title} …`);
      const result = await work((text) => {
        if (elapsedMs() - saidAt < betweenNotesMs) return;
        saidAt = elapsedMs();
        line(`  ${text}`);
      });
      line(`${title}: done in ${seconds(elapsedMs() - stepAt).trim()}`);
      return result;
    },
  };
};
