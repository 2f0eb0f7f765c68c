/** Twenty people at once on the whole State of Juniper: each reads for a while, then opens the next page. */
import { setTimeout as pause } from 'node:timers/promises';
import { elapsedMs } from '../app/platform/clock.ts';
import type { Bench, BenchResult } from './bench.ts';
import {
  ask,
  type Demo,
  inWords,
  quantile,
  signIn,
  slowestStatement,
  type Timed,
  withDemo,
} from './demo-server.ts';

const people = 20;
const lastsMs = 60_000;
const limitMs = 100;
/** A page may take so many times as long as the page to sign in, which reads nothing. */
const mostTimesSignIn = 4;

const readers = ['leader', 'analyst', 'supervisor', 'caseworker', 'administrator', 'county-leader'];

const measurePages = [
  '/measures/permanency-in-12-months',
  '/measures/kin-first?cut=age',
  '/measures/placement-stability?where=county:Birchmere',
  '/measures/reentry-in-12-months?cut=race_ethnicity',
  '/measures/monthly-visits',
];

const pagesInTurn = (person: number): string[] => [
  '/',
  measurePages[person % measurePages.length] ?? '',
  '/sign-in',
  '/values/coverage',
  measurePages[(person + 2) % measurePages.length] ?? '',
];

/** One to three seconds, the same for the same person and step. */
const readingMs = (person: number, step: number): number => 1000 + ((person * 7919 + step * 104_729) % 2000);

const visit = async (demo: Demo, person: number, until: number): Promise<Timed[]> => {
  const email = `${readers[person % readers.length]}@juniper.example`;
  const cookie = await signIn(demo, email, `10.0.0.${person + 1}`);
  const pages = pagesInTurn(person);
  const timed: Timed[] = [];
  await pause(readingMs(person, 0) % 1500);
  for (let step = 0; elapsedMs() < until; step += 1) {
    const address = pages[step % pages.length] ?? '/';
    timed.push(await ask(demo, address === '/sign-in' ? '' : cookie, address));
    await pause(readingMs(person, step + 1));
  }
  return timed;
};

/** Each page once, as somebody who sees no small cells, before anybody else has come. */
const firstOpenings = async (demo: Demo): Promise<Timed[]> => {
  const cookie = await signIn(demo, 'leader@juniper.example');
  const timed: Timed[] = [];
  for (const address of ['/', ...measurePages, '/values/coverage'])
    timed.push(await ask(demo, cookie, address));
  return timed;
};

const slowestOf = (timed: readonly Timed[]): string => {
  const slowest = timed.toSorted((a, b) => b.ms - a.ms)[0];
  return `${slowest?.address} (${slowest?.ms.toFixed(0)} ms)`;
};

const crowd = async (demo: Demo): Promise<BenchResult> => {
  const first = await firstOpenings(demo);
  const logged = demo.log().length;
  const until = elapsedMs() + lastsMs;
  const visits = await Promise.all(Array.from({ length: people }, (_, person) => visit(demo, person, until)));
  const timed = visits.flat();
  const of = (begins: string): Timed[] =>
    timed.filter(({ address }) => (begins === '/' ? address === '/' : address.startsWith(begins)));
  const kinds = { board: of('/'), measure: of('/measures/'), coverage: of('/values/') };
  const signInP95 = quantile(of('/sign-in'), 0.95);
  const worst = Math.max(...Object.values(kinds).map((pages) => quantile(pages, 0.95)));
  return {
    ratio: Math.max(worst / limitMs, worst / (mostTimesSignIn * signInP95)),
    figures: {
      'sign-in, p50 / p95 / most, ms': inWords(of('/sign-in')),
      board: inWords(kinds.board),
      'measure pages': inWords(kinds.measure),
      coverage: inWords(kinds.coverage),
      'slowest of them over sign-in': `${(worst / signInP95).toFixed(2)} times`,
      'slowest page': slowestOf(timed),
      'slowest statement': slowestStatement(demo, logged),
      'slowest first opening': slowestOf(first),
      answers: timed.length,
    },
  };
};

const run = (): Promise<BenchResult> => withDemo(crowd);

export const bench: Bench = {
  name: 'crowd',
  title: `${people} people at once, each opening a page every one to three seconds: the 95th percentile of board, measure page and coverage against ${limitMs} ms and against ${mostTimesSignIn} times the sign-in page`,
  goal: 1,
  run,
};
