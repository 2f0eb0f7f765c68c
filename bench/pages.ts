/** How long the server takes for a page, on the whole State of Juniper: the demo itself, asked over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elapsedMs } from '../app/platform/clock.ts';
import { dataFolderAt } from '../app/platform/data-folder.ts';
import { catalog, measureIds } from '../app/rooms/measures/public.ts';
import { startMidcourse } from '../tests/support/midcourse-process.ts';
import { removePrivateHome } from '../tests/support/private-home.ts';
import type { Bench, BenchResult } from './bench.ts';

const limitMs = 100;
const patienceMs = 600_000;

const filters = [
  '',
  '?cut=age',
  '?cut=race_ethnicity',
  '?where=county:Birchmere',
  '?where=county:Kingcup&cut=sex',
  '?who=age:1-5%20years&since=2020-10-01',
  '?who=sex:female&where=county:Mallowfield',
  '?window=2025-04-01',
  '?window=2023-10-01&cut=unit&since=2018-10-01',
];

const plainPages = ['/', '/measures', '/data', '/data/versions/1', '/data/versions/2', '/published?state=OR'];
const measurePages = measureIds.flatMap((id) =>
  filters.map((filter) => `/measures/${catalog[id].slug}${filter}`),
);
/** Every measure page comes once, as people come to them; between them the pages that are opened most. */
const addresses = measurePages.flatMap((address, place) => [
  address,
  ...plainPages.slice(place % 6, (place % 6) + 1),
]);

interface Demo {
  readonly address: string;
  readonly accounts: readonly { readonly email: string; readonly password: string }[];
}

const signIn = async ({ address, accounts }: Demo): Promise<string> => {
  const [account] = accounts;
  const signedIn = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email: account?.email ?? '', password: account?.password ?? '' }),
  });
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
};

interface Timed {
  readonly address: string;
  readonly ms: number;
}

/** From the request to the last byte of the answer. */
const ask = async (demo: Demo, cookie: string, address: string): Promise<Timed> => {
  const began = elapsedMs();
  const answer = await fetch(`${demo.address}${address}`, { headers: { cookie } });
  await answer.text();
  const ms = elapsedMs() - began;
  // A filter may name a group that a measure does not have; what is timed must be a page all the same.
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}.`);
  return { address, ms };
};

const quantile = (timed: readonly Timed[], share: number): number => {
  const sorted = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
};

const inWords = (timed: readonly Timed[]): string =>
  `${quantile(timed, 0.5).toFixed(0)} / ${quantile(timed, 0.95).toFixed(0)} / ${quantile(timed, 1).toFixed(0)}`;

const timeAll = async (demo: Demo): Promise<BenchResult> => {
  const cookie = await signIn(demo);
  const first = await ask(demo, cookie, '/');
  const timed: Timed[] = [];
  for (const address of addresses) timed.push(await ask(demo, cookie, address));
  const of = (isMeant: (address: string) => boolean): string =>
    inWords(timed.filter(({ address }) => isMeant(address)));
  const slowest = timed.toSorted((a, b) => b.ms - a.ms)[0];
  return {
    ratio: quantile(timed, 0.95) / limitMs,
    figures: {
      'first page of all, ms': first.ms.toFixed(0),
      'p50 / p95 / most, ms': inWords(timed),
      board: of((address) => address === '/'),
      'measures list': of((address) => address === '/measures'),
      'measure pages': of((address) => address.startsWith('/measures/')),
      'data pages': of((address) => address.startsWith('/data')),
      published: of((address) => address.startsWith('/published')),
      slowest: `${slowest?.address} (${slowest?.ms.toFixed(0)} ms)`,
      answers: timed.length,
    },
  };
};

const run = async (): Promise<BenchResult> => {
  const root = mkdtempSync(join(tmpdir(), 'midcourse-bench-pages-'));
  const data = join(root, 'data');
  const demo = startMidcourse(['demo', '--json'], { env: { MIDCOURSE_DATA: data, PORT: '0' } });
  try {
    const [line] = await demo.said(/^\{"address".*\}$/m, patienceMs);
    return await timeAll(JSON.parse(line) as Demo);
  } finally {
    demo.child.kill('SIGTERM');
    await demo.ended();
    removePrivateHome(dataFolderAt(data));
    rmSync(root, { recursive: true, force: true });
  }
};

export const bench: Bench = {
  name: 'pages',
  title: `the 95th percentile of the server's answers over ${addresses.length} pages of the whole State of Juniper, against ${limitMs} ms`,
  goal: 1,
  run,
};
