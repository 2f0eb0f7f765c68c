/** Asks the thread that decides what may be shown. It is started when it is needed, and ends when nothing is asked. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import type { ProposedStar, StarAsked } from './proposed-star.ts';

export type StarsAsked = Omit<StarAsked, 'window'>;

export interface DecisionTask {
  readonly number: number;
  readonly asked: StarsAsked;
  readonly windows: readonly Window[];
}

export type DecisionAnswer =
  | { readonly number: number; readonly stars: readonly ProposedStar[] }
  | { readonly number: number; readonly error: unknown };

type Waiting = PromiseWithResolvers<readonly ProposedStar[]>;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  idle: NodeJS.Timeout | undefined;
}

const idleMs = 20_000;
let thread: Thread | undefined;
let tasks = 0;

const endOf = (own: Thread, error: unknown): void => {
  if (thread === own) thread = undefined;
  clearTimeout(own.idle);
  for (const { reject } of own.waiting.values()) reject(error);
};

const hear = (own: Thread, answer: DecisionAnswer): void => {
  const { number } = answer;
  const waiting = own.waiting.get(number);
  own.waiting.delete(number);
  if ('error' in answer) waiting?.reject(answer.error);
  else waiting?.resolve(answer.stars);
  if (own.waiting.size === 0) own.idle = setTimeout(endDeciding, idleMs).unref();
};

const start = (): Thread => {
  const worker = new Worker(new URL('./decide-thread.ts', import.meta.url), { execArgv: [] });
  const own: Thread = { worker, waiting: new Map(), idle: undefined };
  worker.on('message', (answer: DecisionAnswer) => hear(own, answer));
  worker.on('error', (error) => endOf(own, error));
  worker.on('exit', () => endOf(own, new Error('The thread that decides what may be shown has ended.')));
  return own;
};

/** What can be handed to a thread, with a folder of its own for spilling. */
const plainFiles = ({ folder, manifest, derivedFolder, scratchFolder, memory, threads }: VersionFiles) => ({
  ...{ folder, manifest, derivedFolder, memory, threads },
  scratchFolder: join(scratchFolder, 'deciding'),
});

/** In the order of the windows, which must be equally long. */
export const decideInThread = async (
  { files, family, rule, largeUnits }: StarsAsked,
  windows: readonly Window[],
): Promise<readonly ProposedStar[]> => {
  thread ??= start();
  const own = thread;
  clearTimeout(own.idle);
  own.worker.ref();
  tasks += 1;
  const asked = { files: plainFiles(files), family, rule, largeUnits };
  const waiting: Waiting = Promise.withResolvers();
  own.waiting.set(tasks, waiting);
  own.worker.postMessage({ number: tasks, asked, windows } satisfies DecisionTask);
  try {
    return await waiting.promise;
  } finally {
    // It must not keep a program going that has nothing else to do.
    if (own.waiting.size === 0) own.worker.unref();
  }
};

/** Lets the thread go when it has answered what it was asked. */
export const endDeciding = (): void => {
  thread?.worker.postMessage('end');
  thread = undefined;
};
