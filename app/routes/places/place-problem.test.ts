import { expect, test } from 'vitest';
import type { Place } from '../../commons/permissions/place.ts';
import { placeProblem } from './place-problem.ts';

const known = {
  ...{ hasData: true, counties: ['Alder', 'Birch', 'Oakmoss'], nations: [], partners: [] },
  units: [
    { county: 'Alder', unit: 'Alder 1' },
    { county: 'Birch', unit: 'Birch 7' },
  ],
};

test.each([
  ['county:Aldr', 'The data in use know no county “Aldr”. Did you mean Alder?'],
  ['county:alder', 'The data in use know no county “alder”. Did you mean Alder?'],
  ['county:Nowhere', 'The data in use know no county “Nowhere”. Choose one from the list.'],
  ['unit:Alder/Alder', 'The data in use know no unit of Alder “Alder”. Did you mean Alder / Alder 1?'],
  ['unit:Alder/Birch 7', 'The data in use know no unit of Alder “Birch 7”. Choose one from the list.'],
  ['unit:Brch/Birch 7', 'The data in use know no county “Brch”. Did you mean Birch?'],
  ['county:Alder', undefined],
  ['unit:Birch/Birch 7', undefined],
  ['state', undefined],
  ['nation:A new Nation', undefined],
  ['partner:A new partner', undefined],
] as [Place, string | undefined][])('%s', (place, problem) => {
  expect(placeProblem(place, known)).toBe(problem);
});

test('before the first import every name is taken', () => {
  expect(placeProblem('county:Aldr', { ...known, hasData: false })).toBeUndefined();
});
