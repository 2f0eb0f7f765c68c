import { expect, test } from 'vitest';
import { csvText } from './csv.ts';

test('what people wrote stays one cell, and is never run', () => {
  expect(
    csvText(
      ['a', 'b'],
      [
        ['He said "no", twice', '=SUM(A1)'],
        [null, -0.5],
      ],
    ),
  ).toBe('a,b\r\n"He said ""no"", twice",\'=SUM(A1)\r\n,-0.5\r\n');
});
