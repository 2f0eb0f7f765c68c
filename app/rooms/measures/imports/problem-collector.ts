/** Collects what an import has to say, a stated number per rule and file in full, the rest counted. */
import type { Problem } from './problem.ts';

/** So many problems of one rule in one file are listed; the rest are counted. */
export const listedPerRule = 1000;
const valueLength = 80;

/** Thrown by `stop`. The problem is already collected: whoever catches it needs only to end. */
export class ImportStopped extends Error {
  override name = 'ImportStopped';
}

export interface ProblemCollector {
  /** Adds one problem; `times` > 1 when it stands for that many alike that are not listed. */
  add(problem: Problem, times?: number): void;
  /** Adds a problem of weight `stop` and throws `ImportStopped`. */
  stop(problem: Omit<Problem, 'weight'>): never;
  readonly hasStop: boolean;
  readonly total: number;
  readonly setAside: number;
  /** How many of each rule there are, listed or not. */
  readonly byRule: ReadonlyMap<string, number>;
  /** The listed problems, and for each rule with more of them one line that says how many more. */
  list(): readonly Problem[];
}

interface Tally {
  readonly first: Problem;
  listed: number;
  total: number;
}

const furtherOf = ({ first, listed, total }: Tally): Problem => ({
  file: first.file,
  line: null,
  column: null,
  value: null,
  rule: first.rule,
  sentence: `${(total - listed).toLocaleString('en-US')} more like this in the file are counted and not listed.`,
  weight: first.weight,
  more: total - listed,
});

const cut = (problem: Problem): Problem =>
  problem.value !== null && problem.value.length > valueLength
    ? { ...problem, value: problem.value.slice(0, valueLength) }
    : problem;

export const newProblemCollector = (): ProblemCollector => {
  const listed: Problem[] = [];
  const tallies = new Map<string, Tally>();
  const byRule = new Map<string, number>();
  const sums = { total: 0, setAside: 0, stops: 0 };

  const add = (problem: Problem, times = 1): void => {
    const key = `${problem.file}\n${problem.rule}`;
    const tally = tallies.get(key) ?? { first: problem, listed: 0, total: 0 };
    tallies.set(key, tally);
    tally.total += times;
    byRule.set(problem.rule, (byRule.get(problem.rule) ?? 0) + times);
    sums.total += times;
    if (problem.weight === 'set-aside') sums.setAside += times;
    if (problem.weight === 'stop') sums.stops += times;
    if (tally.listed >= listedPerRule) return;
    tally.listed += 1;
    listed.push(cut(problem));
  };

  return {
    add,
    stop: (problem) => {
      add({ ...problem, weight: 'stop' });
      throw new ImportStopped(problem.sentence);
    },
    get hasStop() {
      return sums.stops > 0;
    },
    get total() {
      return sums.total;
    },
    get setAside() {
      return sums.setAside;
    },
    byRule,
    list: () => [
      ...listed,
      ...[...tallies.values()].filter(({ listed: shown, total }) => total > shown).map(furtherOf),
    ],
  };
};
