/**
 * Who may do what, and where: one table for the whole house, each line tried for every role at its own place and at
 * another's. A new action without a line here is a failure.
 */
import { expect, test } from 'vitest';
import { auditPolicy } from '../app/commons/audit/policy.ts';
import { identityPolicy } from '../app/commons/identity/policy.ts';
import { jobsPolicy } from '../app/commons/jobs/policy.ts';
import { isAllowed, type Permission } from '../app/commons/permissions/permission.ts';
import type { Place } from '../app/commons/permissions/place.ts';
import { type Role, roles } from '../app/commons/permissions/role.ts';
import { scopeFor } from '../app/commons/permissions/scope.ts';
import { tokensPolicy } from '../app/commons/tokens/policy.ts';
import { reviewsPolicy } from '../app/rooms/changes/public.ts';
import {
  dropPolicy,
  extractsPolicy,
  fixesPolicy,
  importsPolicy,
  marksPolicy,
  resultsPolicy,
  rulePolicy,
  unitsPolicy,
} from '../app/rooms/measures/public.ts';
import { decisionsPolicy, valuesPolicy } from '../app/rooms/values/public.ts';
import { actorAs } from './support/actor.ts';

const policies: Readonly<Record<string, Permission>> = {
  ...importsPolicy,
  ...extractsPolicy,
  ...dropPolicy,
  ...fixesPolicy,
  ...resultsPolicy,
  ...unitsPolicy,
  ...marksPolicy,
  ...rulePolicy,
  ...valuesPolicy,
  ...decisionsPolicy,
  ...reviewsPolicy,
  ...auditPolicy,
  ...identityPolicy,
  ...jobsPolicy,
  ...tokensPolicy,
};

/** `own`: at the place of the role and its units; `below`: the state's role also in counties; `state`: only there; `–`: never. */
type May = 'own' | 'below' | 'state' | '–';

// biome-ignore format: a table is read in columns
const table: Readonly<Record<string, readonly May[]>> = {
  //                 frontline supervisor analyst leader  nation  partner observer duty    security administrator
  'versions.read':   ['own',   'own',   'own',   'own',   'own',   'own',   'own',   '–',     '–',     'own'],
  'versions.see':    ['–',     '–',     'own',   '–',     '–',     '–',     '–',     '–',     '–',     'own'],
  'versions.import': ['–',     '–',     'state', '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'versions.use':    ['–',     '–',     'state', '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'versions.delete': ['–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'problems.read':   ['–',     '–',     'state', '–',     '–',     '–',     '–',     '–',     '–',     '–'],
  'mappings.change': ['–',     '–',     'state', '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'drop.change':     ['–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'fixes.read':      ['below', 'below', 'below', '–',     '–',     '–',     '–',     '–',     '–',     '–'],
  'fixes.work':      ['below', 'below', 'below', '–',     '–',     '–',     '–',     '–',     '–',     '–'],
  'fixes.assign':    ['–',     'below', 'below', '–',     '–',     '–',     '–',     '–',     '–',     '–'],
  'measures.read':   ['below', 'below', 'below', 'below', 'below', '–',     '–',     '–',     '–',     'below'],
  'cells.small':     ['–',     'below', 'below', '–',     '–',     '–',     '–',     '–',     '–',     '–'],
  'cells.own':       ['own',   '–',     '–',     'own',   '–',     '–',     '–',     '–',     '–',     '–'],
  'units.read':      ['–',     '–',     'state', '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'units.change':    ['–',     '–',     'state', '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'marks.read':      ['own',   'own',   'own',   'own',   'own',   '–',     '–',     '–',     '–',     'own'],
  'marks.change':    ['–',     '–',     'own',   'own',   '–',     '–',     '–',     '–',     '–',     'own'],
  'small-cells.change': ['–',  '–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'records.read':    ['–',     '–',     'below', '–',     '–',     '–',     '–',     '–',     '–',     '–'],
  'values.read':     ['own',   'own',   'own',   'own',   'own',   '–',     '–',     '–',     '–',     'own'],
  'values.see-shared': ['–',   '–',     '–',     '–',     '–',     'own',   'own',   '–',     '–',     '–'],
  'values.change':   ['–',     '–',     '–',     'own',   'own',   '–',     '–',     '–',     '–',     'own'],
  'reviews.read':    ['own',   'own',   'own',   'own',   'own',   '–',     '–',     '–',     '–',     'own'],
  'reviews.record':  ['–',     'own',   'own',   'own',   'own',   '–',     '–',     '–',     '–',     'own'],
  'decisions.read':  ['own',   'own',   'own',   'own',   'own',   'own',   'own',   '–',     '–',     'own'],
  'decisions.draft': ['own',   'own',   'own',   'own',   '–',     '–',     '–',     '–',     '–',     '–'],
  'decisions.decide': ['own',  'own',   '–',     'own',   '–',     '–',     '–',     '–',     '–',     '–'],
  'decisions.share': ['–',     '–',     '–',     'own',   '–',     '–',     '–',     '–',     '–',     '–'],
  'jobs.read':       ['own',   'own',   'own',   'own',   'own',   '–',     '–',     '–',     'own',   'own'],
  'audit.read':      ['–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     'state', 'state'],
  'tokens.own':      ['own',   'own',   'own',   'own',   'own',   'own',   'own',   '–',     'own',   'own'],
  'tokens.manage':   ['–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     'state'],
  'audit.read-by-person': ['–', '–',    '–',     '–',     '–',     '–',     '–',     '–',     'state', '–'],
  'accounts.manage': ['–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     '–',     'state'],
};

test('every action has its line in the table', () => {
  expect(Object.keys(policies).toSorted()).toEqual(Object.keys(table).toSorted());
});

const places: readonly Place[] = [
  'state',
  'county:Alder',
  'county:Birch',
  'unit:Alder/Alder 2',
  'unit:Birch/Birch 1',
  'nation:Blue Sedge Nation',
  'partner:Family Council',
];

/** Written apart from the program: what a role held at a place reaches. */
const expectedAt = (may: May, held: Place, wanted: Place): boolean => {
  if (may === '–') return false;
  if (may === 'state' && held !== 'state') return false;
  if (held === wanted) return true;
  if (held === 'county:Alder') return wanted === 'unit:Alder/Alder 2';
  if (held === 'county:Birch') return wanted === 'unit:Birch/Birch 1';
  return may === 'below' && held === 'state' && /^(?:county|unit):/.test(wanted);
};

const cases = Object.entries(table).flatMap(([action, line]) =>
  roles.map((role, index): [Role, string, May] => [role, action, line[index] ?? '–']),
);

test.each(cases)('%s · %s: %s', (role, action, may) => {
  const permission = policies[action];
  if (!permission) throw new Error(`There is no ${action}.`);
  for (const held of places) {
    for (const wanted of places) {
      const actor = actorAs(role, held);
      const expected = expectedAt(may, held, wanted);
      expect(isAllowed(actor.assignments, permission, wanted), `${held} → ${wanted}`).toBe(expected);
      const attempt = () => scopeFor(actor, permission, wanted);
      if (expected) expect(attempt().places).toEqual([wanted]);
      else expect(attempt).toThrow(permission.inWords);
    }
  }
});

test.each(Object.values(policies))('nobody without a role may: $action', (permission) => {
  expect(isAllowed([], permission)).toBe(false);
});
