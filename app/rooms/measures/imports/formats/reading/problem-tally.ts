/** Counts problems of one file by rule and keeps the first of each, so that millions cost no memory; plain data, can cross threads. */
import type { Problem } from '../../problem.ts';
import { listedPerRule, type ProblemCollector } from '../../problem-collector.ts';

export interface RuleTally {
  readonly listed: Problem[];
  total: number;
}

export type ProblemTally = Map<string, RuleTally>;

/** AFCARS: a record is a child's. */
export const aboutChild = (childId: string | undefined): Pick<Problem, 'about'> =>
  childId === undefined
    ? {}
    : { about: { table: 'removals', childId, reportId: null, on: null, county: null, unit: null } };

export const addToTally = (tally: ProblemTally, problem: Problem): void => {
  let rule = tally.get(problem.rule);
  if (rule === undefined) {
    rule = { listed: [], total: 0 };
    tally.set(problem.rule, rule);
  }
  rule.total += 1;
  if (rule.listed.length < listedPerRule) rule.listed.push(problem);
};

/** Hands everything on; what is not listed goes as a count. */
export const giveTally = (tally: ProblemTally, problems: ProblemCollector): void => {
  for (const { listed, total } of tally.values()) {
    for (const problem of listed) problems.add(problem);
    const [first] = listed;
    if (first === undefined || total === listed.length) continue;
    const { about: _, ...alike } = first;
    problems.add({ ...alike, line: null, value: null }, total - listed.length);
  }
};

export const setAsideIn = (tally: ProblemTally): number => {
  let count = 0;
  for (const { listed, total } of tally.values()) if (listed[0]?.weight === 'set-aside') count += total;
  return count;
};

/** Adds what another part of the same file tells, its lines counted on by so many. */
export const joinTally = (tally: ProblemTally, part: ProblemTally, linesBefore: number): void => {
  for (const [name, { listed, total }] of part) {
    const rule = tally.get(name) ?? { listed: [], total: 0 };
    tally.set(name, rule);
    rule.total += total;
    for (const problem of listed)
      if (rule.listed.length < listedPerRule)
        rule.listed.push({ ...problem, line: problem.line === null ? null : problem.line + linesBefore });
  }
};
