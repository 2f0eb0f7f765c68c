import { expect, test } from 'vitest';
import type { Problem } from '../app/rooms/measures/public.ts';
import { problemLines, problemsAsJson } from './problem-lines.ts';

const missing = (line: number): Problem => ({
  file: 'children.csv',
  line,
  column: 'birth_date',
  value: '2031-02-31',
  rule: 'date-unreadable',
  sentence: 'The date cannot be read.',
  weight: 'set-aside',
});
const stop: Problem = {
  file: 'a\u001b[31m.csv',
  line: null,
  column: null,
  value: null,
  rule: 'wrong-kind',
  sentence: 'Unknown.',
  weight: 'stop',
};

test('alike problems are one line without their values, what stops comes first', () => {
  const text = problemLines([1, 2, 3, 4, 5, 6, 1200].map(missing).concat(stop), false);
  expect(text.split('\n')).toEqual([
    '  a\\u001b[31m.csv: Unknown. (wrong-kind: stops the import)',
    '  children.csv, birth_date, lines 1, 2, 3, 4, 5 and 2 more: The date cannot be read. (date-unreadable: row set aside)',
  ]);
});

test('values are shown only when asked for, each by itself', () => {
  const problems = [missing(1), missing(2)];
  expect(JSON.stringify([problemLines(problems, false), problemsAsJson(problems, false)])).not.toContain(
    '2031',
  );
  expect(problemLines(problems, true).split('\n')).toHaveLength(2);
  expect(problemLines(problems, true)).toContain('Value: "2031-02-31"');
  expect(problemsAsJson(problems, true)[0]).toHaveProperty('value', '2031-02-31');
});

test('a remark on a file that is left out does not say that it was imported', () => {
  const leftOut: Problem = {
    ...stop,
    rule: 'file-left-out',
    weight: 'note',
    sentence: 'The file is left out.',
  };
  expect(problemLines([leftOut], false)).toMatch(/The file is left out\. \(file-left-out: noted\)$/);
});

test('a long report is cut and says so', () => {
  const many = Array.from({ length: 100 }, (_, line) => ({ ...missing(line), rule: `rule-${line}` }));
  expect(problemLines(many, false)).toMatch(/… and 60 more; --json lists all\.$/);
});
