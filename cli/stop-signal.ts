/** Waits for the wish to stop. A second one does not wait. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves at the first of Ctrl-C, SIGTERM or a closed terminal; the next ends the process at once. */
export const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = 0;
    for (const signal of signals) {
      process.on(signal, () => {
        asked += 1;
        if (asked === 1) resolve();
        else process.exit(1);
      });
    }
  });
