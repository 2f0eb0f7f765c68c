import { expect, test } from 'vitest';
import { Invalid } from '../../../app/platform/errors.ts';
import { readCall } from './call.ts';

const data = 'extract';

test.each([
  ['--window 23A23B --as-of 2024-01-45', '--as-of 2024-01-45 is not a day'],
  ['--window 23A23B --as-of 2024-02-30', '--as-of 2024-02-30 is not a day'],
  ['--window 23A23B --as-of yesterday', 'not a day'],
  ['--window 9999-12-01', 'is not a window'],
  ['--series month --from 2022-10-99', '--from 2022-10-99 is not a day'],
  ['--series month --from 2022-13', 'not a day'],
  ['--series week --from 2022-10', '--series week is not known'],
  ['--series month', 'needs --from'],
  ['--window 23A23B --series month --from 2022-10', 'either --window or --series'],
  ['', 'either --window or --series'],
  ['--window 23A23B --by country', '--by country is not known'],
  ['--window 23A23B --measure P9', '--measure P9 is not known'],
  ['--window 23A23B --prefer removals', 'removals'],
  ['--window 23A23B --json --format csv', 'two wishes'],
])('%s is the caller’s mistake, said in a sentence', (options, words) => {
  const call = (): unknown => readCall([data, ...options.split(' ').filter((word) => word !== '')]);
  expect(call).toThrow(Invalid);
  expect(call).toThrow(words);
});

test('a month stands for its first day', () => {
  const { series } = readCall([data, '--series', 'quarter', '--from', '2022-10', '--to', '2023-09-30']);
  expect(series).toEqual({ rhythm: 'quarter', from: '2022-10-01', to: '2023-09-30' });
});
