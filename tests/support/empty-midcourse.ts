/** A Midcourse of a test file's own on an empty data folder: nobody has an account, and it says where the first is made. */
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type MidcourseProcess, startMidcourse } from './midcourse-process.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Served } from './visits.ts';

export interface EmptyMidcourse {
  /** Starts it at the first call. */
  served(): Promise<Served & { readonly setUpAddress: string }>;
  /** All it has written to its log. */
  log(): string;
}

/** Call it at the top of a test file. `env`: what it is configured with besides, once it is needed. */
export const emptyMidcourse = (
  env: () => Promise<Readonly<Record<string, string>>> = async () => ({}),
): EmptyMidcourse => {
  const data = join(temporaryFolder(), 'data');
  let running: MidcourseProcess | undefined;
  const start = async () => {
    running = startMidcourse(['serve', '--json'], {
      env: { MIDCOURSE_DATA: data, PORT: '0', ...(await env()) },
    });
    const [line] = await running.said(/^\{"address".*\}$/m, 120_000);
    return { ...(JSON.parse(line) as { address: string; setUpAddress: string }), accounts: [] };
  };
  let first: ReturnType<typeof start> | undefined;
  afterAll(async () => {
    running?.child.kill('SIGTERM');
    await running?.ended();
  });
  return {
    log: () => running?.stderr() ?? '',
    served: () => {
      first ??= start();
      return first;
    },
  };
};
