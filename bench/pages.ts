/** How long the server takes for a page, on the whole State of Juniper: the demo itself, asked over HTTP. */
import { catalog, measureIds } from '../app/rooms/measures/public.ts';
import type { Bench, BenchResult } from './bench.ts';
import { ask, type Demo, inWords, quantile, signIn, type Timed, withDemo } from './demo-server.ts';

const limitMs = 100;

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

const run = (): Promise<BenchResult> => withDemo(timeAll);

export const bench: Bench = {
  name: 'pages',
  title: `the 95th percentile of the server's answers over ${addresses.length} pages of the whole State of Juniper, against ${limitMs} ms`,
  goal: 1,
  run,
};
