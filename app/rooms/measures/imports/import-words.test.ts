import { expect, test } from 'vitest';
import { importInWords } from './import-words.ts';
import { labelOf } from './version.ts';

const stop = { file: '', line: null, column: null, value: null, rule: 'x', weight: 'stop' } as const;
const refused = (more: object) =>
  importInWords({ kind: 'refused', problems: [{ ...stop, sentence: '', ...more }] });

test('a refusal says once that nothing was imported, and where', () => {
  expect(refused({ sentence: 'The disk is full. Nothing was imported.' })).toBe(
    'The disk is full. Nothing was imported.',
  );
  expect(refused({ file: 'removals.csv', line: 3, sentence: 'A quote is not closed.' })).toBe(
    'Nothing was imported. removals.csv, line 3: A quote is not closed.',
  );
  expect(refused({ file: 'children.csv', line: 1, column: 'birth_date', sentence: 'It is missing.' })).toBe(
    'Nothing was imported. children.csv, line 1, birth_date: It is missing.',
  );
});

const sourcesOf = (...kinds: ('package' | 'afcars-2020' | 'afcars-legacy' | 'ncands')[]) => ({
  sources: kinds.map((kind) => ({
    ...{ kind, name: 'a', bytes: 1, sha256: '', periodEnd: null },
    ...{ fiscalYear: null, rows: 0, setAside: 0 },
  })),
});

test.each([
  [sourcesOf('package', 'package'), 'Case-data package'],
  [sourcesOf('ncands', 'afcars-2020'), 'AFCARS and NCANDS'],
  [sourcesOf('package', 'ncands', 'afcars-legacy'), 'AFCARS before 2022, NCANDS and case-data package'],
])('a label names each kind of source once', (manifest, label) => {
  expect(labelOf(manifest)).toBe(label);
});
