/**
 * Somebody who keeps everything shown and solves for what was not: integer programs for each hidden count, by HiGHS.
 * It shares no code and no idea with what it attacks.
 */
import loadHighs, { type Model, type VariableType } from 'highs';
import type { CountRange } from './small-cell-rule.ts';

const highs = await loadHighs();
const { objectiveSense, variableType } = highs.constants;

/** The children an attacker cannot tell apart further, by number: of one county, age, race, month, … */
export type Atoms = readonly number[];

/** A sum over atoms that was shown. */
export interface Known {
  readonly atoms: Atoms;
  readonly count: number;
}

/** No state has more children; where nothing at all is shown, a program needs some end. */
const everybody = 1_000_000;

const modelOf = (atoms: number, known: readonly Known[]): Model => {
  const model = highs.createModel();
  model.options.set({ output_flag: false });
  for (let atom = 0; atom < atoms; atom += 1) model.addVar(0, everybody);
  for (const fact of known) {
    model.addRow(fact.count, fact.count, { indices: [...fact.atoms], values: fact.atoms.map(() => 1) });
  }
  return model;
};

const solvedIn = (model: Model): { value: number; isWhole: boolean } => {
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
    throw new Error('The attacker’s program has no solution.');
  }
  const isWhole = [...model.getSolution().colValue].every(
    (count) => Math.abs(count - Math.round(count)) < 1e-6,
  );
  return { value: Math.round(model.getObjectiveValue()), isWhole };
};

/** A corner of whole numbers is the end of the integer program too; else that is solved. */
const endOf = (model: Model, atoms: number, sense: 'minimize' | 'maximize'): number => {
  model.changeObjectiveSense(objectiveSense[sense]);
  const relaxed = solvedIn(model);
  if (relaxed.isWhole) return relaxed.value;
  const all = (type: VariableType): void => {
    for (let atom = 0; atom < atoms; atom += 1) model.changeColIntegrality(atom, type);
  };
  all(variableType.integer);
  const { value } = solvedIn(model);
  all(variableType.continuous);
  return value;
};

/** The least and the most that each sum over atoms can be, of everything known. */
export const rangesByProgram = (targets: readonly Atoms[], known: readonly Known[]): CountRange[] => {
  const atoms = 1 + Math.max(0, ...targets.flat(), ...known.flatMap((fact) => fact.atoms));
  const model = modelOf(atoms, known);
  try {
    return targets.map((target) => {
      for (let atom = 0; atom < atoms; atom += 1) model.changeColCost(atom, target.includes(atom) ? 1 : 0);
      return { least: endOf(model, atoms, 'minimize'), most: endOf(model, atoms, 'maximize') };
    });
  } finally {
    model.dispose();
  }
};

export const rangeByProgram = (target: Atoms, known: readonly Known[]): CountRange =>
  rangesByProgram([target], known)[0] as CountRange;
