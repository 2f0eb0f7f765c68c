import { expect, test } from 'vitest';
import { shownDigits } from './shown-digits.ts';

test('few children get whole percent, few events two digits', () => {
  expect(shownDigits({ kind: 'share', events: 17, of: 99 })).toEqual({ afterPoint: 0 });
  expect(shownDigits({ kind: 'share', events: 17, of: 100 })).toEqual({ afterPoint: 1 });
  expect(shownDigits({ kind: 'rate', events: 99 })).toEqual({ significant: 2 });
  expect(shownDigits({ kind: 'rate', events: 100 })).toEqual({ significant: 3 });
});
