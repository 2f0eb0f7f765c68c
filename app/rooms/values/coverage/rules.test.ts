import { expect, test } from 'vitest';
import { type CoverageMeasure, type CoverageQuestion, coverageOf } from './rules.ts';

const measures: readonly CoverageMeasure[] = [
  { id: 'P1', kind: 'outcome', partner: 'P4' },
  { id: 'P4', kind: 'balancing', partner: 'P1' },
  { id: 'H3', kind: 'practice', partner: 'P5' },
  { id: 'C1', kind: 'compliance', partner: 'P1' },
  { id: 'C2', kind: 'compliance', partner: 'P4' },
  { id: 'P5', kind: 'outcome', partner: 'H3' },
];
const value = (id: string, ...tied: string[]) => ({ id, statement: `We want ${id}.`, measures: tied });
const ask = (question: Partial<CoverageQuestion>) =>
  coverageOf({ measures, values: [], reviewedMeasures: new Map(), reviewedValues: new Map(), ...question });

const inShort = (question: Partial<CoverageQuestion>): string[] =>
  ask(question).gaps.map((gap) =>
    gap.kind === 'unvalued' ? `unvalued ${gap.measure} beside ${gap.beside}` : `${gap.kind} ${gap.value.id}`,
  );

test('gaps come in the order in which they matter: unmeasured, only compliance, not reviewed, unvalued', () => {
  expect(inShort({ values: [value('home', 'P1'), value('there', 'C1'), value('heard')] })).toEqual([
    'unmeasured heard',
    'compliance-only there',
    'not-reviewed home',
    'not-reviewed there',
    'unvalued P4 beside P1',
  ]);
});

test('a value is reviewed by a look at one of its measures; a talk about it measures nothing', () => {
  const values = [value('home', 'P1', 'P4'), value('kin', 'H3', 'P5')];
  expect(inShort({ values, reviewedMeasures: new Map([['P4', 1]]) })).toEqual(['not-reviewed kin']);
  expect(inShort({ values, reviewedValues: new Map([['home', 2]]) })).toEqual([
    'not-reviewed home',
    'not-reviewed kin',
  ]);
  const reviewedMeasures = new Map([...['P1', 'H3'].map((id): [string, number] => [id, 1])]);
  expect(inShort({ values, reviewedMeasures })).toEqual([]);
});

test('one measure that is no compliance count is enough, and a value nobody measures is not said to be unreviewed', () => {
  const reviewedMeasures = new Map([['C1', 1]]);
  expect(inShort({ values: [value('there', 'C1', 'P4', 'P1')], reviewedMeasures })).toEqual([]);
  expect(inShort({ values: [value('heard')] })).toEqual(['unmeasured heard']);
});

test('the matrix: each measure in the column of its kind, with its reviews; the mix counts each once', () => {
  const { rows, mix } = ask({
    values: [value('home', 'P1', 'H3'), value('there', 'C1', 'P1')],
    reviewedMeasures: new Map([['P1', 3]]),
  });
  expect(rows.map(({ cells }) => cells)).toEqual([
    {
      outcome: [{ measure: 'P1', reviews: 3 }],
      practice: [{ measure: 'H3', reviews: 0 }],
      balancing: [],
      compliance: [],
    },
    {
      outcome: [{ measure: 'P1', reviews: 3 }],
      practice: [],
      balancing: [],
      compliance: [{ measure: 'C1', reviews: 0 }],
    },
  ]);
  expect(mix).toEqual({ outcome: 1, practice: 1, balancing: 0, compliance: 1 });
});
