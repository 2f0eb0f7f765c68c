/** The thread that decides what may be shown: it takes seconds, in which pages go on being served. */
import { parentPort } from 'node:worker_threads';
import { closePrepared } from '../prepared.ts';
import type { DecisionAnswer, DecisionTask } from './decide-in-thread.ts';
import { proposedStars } from './proposed-star.ts';

const answer = async ({ number, asked, windows }: DecisionTask): Promise<DecisionAnswer> => {
  try {
    return { number, stars: await proposedStars(asked, windows) };
  } catch (error) {
    return { number, error };
  }
};

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: DecisionTask | 'end') => {
  last = last.then(async () => {
    if (task !== 'end') return parentPort?.postMessage(await answer(task));
    await closePrepared();
    parentPort?.close();
  });
});
