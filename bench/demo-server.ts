/** The demo with the whole State of Juniper, for benches that ask it over HTTP as people do. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsedMs } from '../app/platform/clock.ts';
import { dataFolderAt } from '../app/platform/data-folder.ts';
import { startMidcourse } from '../tests/support/midcourse-process.ts';
import { removePrivateHome } from '../tests/support/private-home.ts';

const patienceMs = 600_000;
/** Statements of the databases that take as long are named in the demo's log. */
const slowMs = 10;

export interface Demo {
  readonly address: string;
  readonly accounts: readonly { readonly email: string; readonly password: string }[];
  /** What the demo has logged until now. */
  readonly log: () => string;
}

interface SlowStatement {
  readonly engine: string;
  readonly ms: number;
  readonly statement: string;
}

/** The statement that took longest, of what was logged from a place in the log on. */
export const slowestStatement = (demo: Demo, from: number): string => {
  const slow = demo
    .log()
    .slice(from)
    .split('\n')
    .filter((line) => line.includes('"statement.slow"'))
    .map((line): SlowStatement => JSON.parse(line))
    .toSorted((a, b) => b.ms - a.ms);
  const [slowest] = slow;
  if (!slowest) return `none of ${slowMs} ms or more`;
  return `${slowest.ms} ms, ${slowest.engine}, of ${slow.length} of ${slowMs} ms or more: ${slowest.statement.slice(0, 160)}`;
};

/** Starts it in a folder of its own, hands it over, takes everything away again. */
export const withDemo = async <T>(work: (demo: Demo) => Promise<T>): Promise<T> => {
  const root = mkdtempSync(join(tmpdir(), 'midcourse-bench-pages-'));
  const data = join(root, 'data');
  const demo = startMidcourse(['demo', '--json'], {
    env: { MIDCOURSE_DATA: data, PORT: '0', MIDCOURSE_SLOW_MS: `${slowMs}` },
  });
  try {
    const [line] = await demo.said(/^\{"address".*\}$/m, patienceMs);
    const log = (): string => readFileSync(join(data, 'server-events.log'), 'utf8');
    return await work({ ...JSON.parse(line), log });
  } finally {
    demo.child.kill('SIGTERM');
    await demo.ended();
    removePrivateHome(dataFolderAt(data));
    rmSync(root, { recursive: true, force: true });
  }
};

/** The cookie of somebody signed in. `from`: the client's address as a proxy on this machine would tell it. */
export const signIn = async (
  { address, accounts }: Demo,
  email = accounts[0]?.email ?? '',
  from = '127.0.0.1',
): Promise<string> => {
  const password = accounts.find((account) => account.email === email)?.password ?? '';
  const signedIn = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'x-forwarded-for': from },
    body: new URLSearchParams({ email, password }),
  });
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
};

export interface Timed {
  readonly address: string;
  readonly ms: number;
}

/** From the request to the last byte of the answer. Throws for an answer that is no page. */
export const ask = async (demo: Demo, cookie: string, address: string): Promise<Timed> => {
  const began = elapsedMs();
  const answer = await fetch(`${demo.address}${address}`, { headers: { cookie } });
  await answer.text();
  const ms = elapsedMs() - began;
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}.`);
  return { address, ms };
};

export const quantile = (timed: readonly Timed[], share: number): number => {
  const sorted = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
};

/** Median, 95th percentile, most. */
export const inWords = (timed: readonly Timed[]): string =>
  `${quantile(timed, 0.5).toFixed(0)} / ${quantile(timed, 0.95).toFixed(0)} / ${quantile(timed, 1).toFixed(0)}`;
