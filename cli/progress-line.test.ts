import { expect, test } from 'vitest';
import { durationInWords, openProgressLine } from './progress-line.ts';

const step = { step: 'Reading', file: 'removals.csv', rows: 3_000_000, bytes: 25, totalBytes: 100 };

const written = (isTTY: boolean) => {
  let text = '';
  let clock = 0;
  const out = {
    isTTY,
    columns: 200,
    write: (more: string | Uint8Array) => {
      text += String(more);
      return true;
    },
  };
  const line = openProgressLine(out, () => clock);
  const at = (seconds: number): void => {
    clock = seconds * 1000;
  };
  return { line, at, text: () => text };
};

test('on a terminal one line is written over, and gone at the end', () => {
  const { line, at, text } = written(true);
  at(10);
  line.show(step);
  line.show(step);
  line.end();
  const said = 'Reading removals.csv · 25% · 3,000,000 rows · 300,000 rows/s · 30 s left';
  expect(text()).toBe(`\r\x1b[2K${said}\r\x1b[2K${said}\r\x1b[2K`);
});

test('elsewhere a line for each step and one every five seconds', () => {
  const { line, at, text } = written(false);
  for (const seconds of [1, 2, 3, 4, 5, 6, 7]) {
    at(seconds);
    line.show(step);
  }
  line.show({ ...step, step: 'Finishing', file: null, bytes: 100 });
  line.end();
  const lines = text().trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe('Finishing · 3,000,000 rows');
});

test.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [600, '10 min'],
  [7200, '2.0 h'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationInWords(seconds)).toBe(words);
});
