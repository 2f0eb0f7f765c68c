/**
 * Somebody who keeps everything shown and solves for what was not: an integer program for each hidden count, by HiGHS.
 * It shares no code and no idea with what it attacks.
 */
import loadHighs from 'highs';
import type { CountRange } from './small-cell-rule.ts';

const highs = await loadHighs();

/** The children an attacker cannot tell apart further, by number: of one county, age, race, month, … */
export type Atoms = readonly number[];

/** A sum over atoms that was shown. */
export interface Known {
  readonly atoms: Atoms;
  readonly count: number;
}

/** No state has more children; where nothing at all is shown, a program needs some end. */
const everybody = 1_000_000;

const named = (atoms: Atoms): string => atoms.map((atom) => `a${atom}`).join(' + ');

const solved = (
  goal: 'Minimize' | 'Maximize',
  target: Atoms,
  known: readonly Known[],
  atoms: Atoms,
): number => {
  const facts = known.filter((fact) => fact.atoms.length > 0);
  const program = [
    goal,
    ` wanted: ${named(target)}`,
    'Subject To',
    ...facts.map((fact, index) => ` k${index}: ${named(fact.atoms)} = ${fact.count}`),
    'Bounds',
    ...atoms.map((atom) => ` 0 <= a${atom} <= ${everybody}`),
    'Generals',
    ` ${atoms.map((atom) => `a${atom}`).join(' ')}`,
    'End',
  ].join('\n');
  const solution = highs.solve(program, { output_flag: false });
  if (solution.Status !== 'Optimal') throw new Error(`The attacker's program ended as ${solution.Status}.`);
  return Math.round(solution.ObjectiveValue);
};

/** The least and the most that a sum over atoms can be, of everything known. */
export const rangeByProgram = (target: Atoms, known: readonly Known[]): CountRange => {
  const atoms = [...new Set([...target, ...known.flatMap((fact) => fact.atoms)])];
  return {
    least: solved('Minimize', target, known, atoms),
    most: solved('Maximize', target, known, atoms),
  };
};
