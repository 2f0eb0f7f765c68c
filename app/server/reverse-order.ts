/** What has to be taken back at the end, last first, once, whatever fails on the way. */
import { log } from '../platform/log.ts';

export class ReverseOrder {
  readonly #steps: (() => Promise<void>)[] = [];
  #running: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Runs every step; one that fails is logged and does not keep the others from running. */
  run(): Promise<void> {
    this.#running ??= this.#all();
    return this.#running;
  }

  async #all(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        log.error('server.stop-step-failed', { error: error instanceof Error ? error.message : 'unknown' });
      }
    }
  }
}
