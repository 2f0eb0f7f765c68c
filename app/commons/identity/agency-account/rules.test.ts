import { expect, test } from 'vitest';
import { assignmentsBy } from './rules.ts';

const rules = [
  { claim: 'groups', is: 'cqi', role: 'analyst', place: 'state' },
  { claim: 'groups', is: 'leads', role: 'leader', place: 'county:{county}' },
  { claim: 'title', is: 'Supervisor', role: 'supervisor', place: 'unit:{county}/{unit}' },
] as const;

test.each([
  [{ groups: ['cqi', 'other'] }, [{ role: 'analyst', place: 'state' }]],
  [{ groups: 'cqi' }, [{ role: 'analyst', place: 'state' }]],
  [{ groups: ['cqi-friends'] }, []],
  [{}, []],
  [{ groups: ['leads'], county: ' Alder ' }, [{ role: 'leader', place: 'county:Alder' }]],
  [{ groups: ['leads'] }, []],
  [{ groups: ['leads'], county: ['Alder', 'Birch'] }, []],
  [{ groups: ['leads'], county: 'Alder\nstate' }, []],
  [
    { title: 'Supervisor', county: 'Alder', unit: 'Alder 2' },
    [{ role: 'supervisor', place: 'unit:Alder/Alder 2' }],
  ],
  [{ title: 'Supervisor', county: 'Alder/Alder 1', unit: 'x' }, []],
])('%j', (claims, expected) => {
  expect(assignmentsBy(rules, claims)).toEqual(expected);
});
