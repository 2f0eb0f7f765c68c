/** What an import of an extract would do, without doing it: counts and places, no values. */
import type { CheckRequest } from '../check-files.ts';
import { checkFiles } from '../check-files.ts';
import { hashOfMapping } from '../formats/extract/mapping.ts';
import type { Problem } from '../problem.ts';

export interface CheckedProblem {
  readonly file: string;
  readonly column: string | null;
  readonly rule: string;
  readonly sentence: string;
  readonly weight: Problem['weight'];
  readonly count: number;
  readonly firstLine: number | null;
}

export interface ExtractCheck {
  /** Of which mapping and day it speaks: another asks for another check. */
  readonly of: string;
  readonly isPossible: boolean;
  readonly asOf: string | null;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly rows: number;
  readonly setAside: number;
  readonly problems: readonly CheckedProblem[];
}

/** Further ones than these are of one kind with those shown. */
const mostShown = 200;
const weights: readonly Problem['weight'][] = ['stop', 'set-aside', 'note'];

export const checkKey = ({ mapping, asOf }: Pick<CheckRequest, 'mapping' | 'asOf'>): string =>
  `${mapping ? hashOfMapping(mapping) : ''} ${asOf ?? ''}`;

const further = /^([\d,]+) more like this/;

/** A line of the list stands for one problem, or says how many more there are. */
const timesOf = ({ sentence }: Problem): number =>
  Number(further.exec(sentence)?.[1]?.replaceAll(',', '') ?? 1);

/** A new code is a problem of its own; all else is summed by rule and column. */
const keyOf = ({ file, column, rule, sentence, weight }: Problem): string =>
  [file, rule, weight === 'stop' ? sentence : column].join('\n');

export const summed = (problems: readonly Problem[]): CheckedProblem[] => {
  const sums = new Map<string, CheckedProblem>();
  for (const problem of problems) {
    const { file, column, rule, sentence, weight, line } = problem;
    // What is counted and not listed joins the last of its rule.
    const own = [...sums].findLast(([, one]) => one.file === file && one.rule === rule)?.[0];
    const key = further.test(sentence) ? (own ?? keyOf(problem)) : keyOf(problem);
    const known = sums.get(key) ?? { file, column, rule, sentence, weight, firstLine: line, count: 0 };
    sums.set(key, { ...known, count: known.count + timesOf(problem) });
  }
  return [...sums.values()]
    .sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight) || b.count - a.count)
    .slice(0, mostShown);
};

export const checkExtract = async (request: CheckRequest): Promise<ExtractCheck> => {
  const staged = await checkFiles(request);
  const manifest = staged.ok ? staged.manifest : null;
  return {
    of: checkKey(request),
    isPossible: staged.ok,
    asOf: manifest?.asOf ?? null,
    tables: Object.entries(manifest?.tables ?? {}).flatMap(([table, made]) =>
      made ? [{ table, rows: made.rows }] : [],
    ),
    rows: manifest?.sources.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
    setAside: manifest?.problems.setAside ?? 0,
    problems: summed(staged.problems),
  };
};
