import { expect, test } from 'vitest';
import { assignmentsIn, rowOf, rowsSent } from './role-rows.ts';

const row = (role: string, kind: string, name = '') => ({ role, kind, name });

test('rows of a form become roles at places; a row without a role is left out', () => {
  const sent = {
    'role-1': 'supervisor',
    'kind-1': 'unit',
    'name-1': ' Alder / Alder 2 ',
    'role-2': '',
    'kind-2': 'state',
    'name-2': '',
    'role-3': 'analyst',
    'kind-3': 'state',
    'name-3': 'ignored',
  };
  expect(assignmentsIn(rowsSent(sent))).toEqual({
    ok: true,
    assignments: [
      { role: 'supervisor', place: 'unit:Alder/Alder 2' },
      { role: 'analyst', place: 'state' },
    ],
  });
});

test.each([
  [row('supervisor', 'unit', 'Alder 2'), 'county before it'],
  [row('supervisor', 'county'), 'name of the place'],
  [row('supervisor', 'nation', 'Blue Sedge Nation'), 'the state, a county or a unit'],
  [row('nation', 'state'), 'A Tribal nation'],
  [row('partner', 'county', 'Alder'), 'A partner'],
  [row('administrator', 'county', 'Alder'), 'for the whole state'],
  [row('king', 'state'), 'Choose a role'],
])('%j needs another look', (wrong, problem) => {
  expect(assignmentsIn([wrong])).toMatchObject({
    ok: false,
    fields: { 'name-1': expect.stringContaining(problem) },
  });
});

test('no role at all is refused', () => {
  expect(assignmentsIn([row('', 'state')])).toMatchObject({
    ok: false,
    fields: { 'name-1': 'Choose a role.' },
  });
});

test.each(['state', 'county:Alder', 'unit:Alder/Alder 2'] as const)(
  'a role at %s comes back to the form as it went in',
  (place) => {
    const held = { role: 'analyst', place } as const;
    expect(assignmentsIn([rowOf(held)])).toEqual({ ok: true, assignments: [held] });
  },
);
