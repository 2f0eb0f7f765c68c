/** `npm run bench [name…]`: runs the benches one after the other; text on stderr, one JSON value on stdout. */
import type { Bench, BenchResult } from './bench.ts';

/** Each bench is `bench/<name>.ts` and exports `bench`. */
const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  'import-package': () => import('./import-package.ts'),
  measures: () => import('./measures.ts'),
  'import-afcars': () => import('./import-afcars.ts'),
  pages: () => import('./pages.ts'),
  crowd: () => import('./crowd.ts'),
};

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const runOne = async (
  bench: Bench,
): Promise<BenchResult & { name: string; goal: number; isMet: boolean }> => {
  say(`${bench.name}: ${bench.title}`);
  const result = await bench.run();
  const isMet = result.ratio <= bench.goal;
  for (const [name, figure] of Object.entries(result.figures)) say(`  ${name.padEnd(24)} ${figure}`);
  say(`  ratio ${result.ratio.toFixed(2)}, goal at most ${bench.goal}: ${isMet ? 'met' : 'not met'}`);
  return { name: bench.name, goal: bench.goal, isMet, ...result };
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  const results = [];
  for (const [name, load] of Object.entries(benches))
    if (chosen.length === 0 || chosen.includes(name)) results.push(await runOne((await load()).bench));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (results.some(({ isMet }) => !isMet)) process.exitCode = 1;
}
