import { expect, test } from 'vitest';
import { auditPolicy } from '../../../commons/audit/policy.ts';
import { identityPolicy } from '../../../commons/identity/policy.ts';
import { jobsPolicy } from '../../../commons/jobs/policy.ts';
import { isAllowed } from '../../../commons/permissions/permission.ts';
import { roles } from '../../../commons/permissions/role.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { importsPolicy } from './policy.ts';

const policies = { ...importsPolicy, ...auditPolicy, ...identityPolicy, ...jobsPolicy };

// biome-ignore format: a table is read in columns
const expected = {
  //                  analyst administrator
  'versions.read':   [true,   true],
  'versions.import': [true,   true],
  'versions.use':    [true,   true],
  'versions.delete': [false,  true],
  'problems.read':   [true,   false],
  'jobs.read':       [true,   true],
  'audit.read':      [false,  true],
  'accounts.manage': [false,  true],
} as const;

test('every action has its line in the table', () => {
  expect(Object.keys(policies).sort()).toEqual(Object.keys(expected).sort());
});

const cases = Object.entries(expected).flatMap(([action, may]) =>
  roles.map((role, index) => [role, action as keyof typeof expected, may[index] ?? false] as const),
);

test.each(cases)('%s · %s: %s', (role, action, may) => {
  expect(isAllowed([role], policies[action])).toBe(may);
  const attempt = () => scopeFor({ id: 'someone', roles: [role], agency: 'Juniper' }, policies[action]);
  if (may) expect(attempt().because).toBe(action);
  else expect(attempt).toThrow(policies[action].inWords);
});

test.each(Object.values(policies))('nobody without a role may: $action', (permission) => {
  expect(isAllowed([], permission)).toBe(false);
});
