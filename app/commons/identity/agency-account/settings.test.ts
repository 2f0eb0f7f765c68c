import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { readAgencyAccounts } from './settings.ts';

const folder = join(temporaryFolder(), 'configuration');
mkdirSync(folder);
const path = join(folder, 'agency.json');
const whole = {
  issuer: 'https://login.agency.example',
  clientId: 'midcourse',
  secretFile: 'secret',
  emailDomain: 'agency.example',
  rules: [{ claim: 'groups', is: 'cqi', role: 'analyst', place: 'state' }],
};

const readOf = (file: unknown) => {
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return readAgencyAccounts(path);
};

test('the secret is read from its own file, beside this one', () => {
  writeFileSync(join(folder, 'secret'), 'kept apart\n');
  expect(readOf(whole)).toMatchObject({ issuer: whole.issuer, clientSecret: 'kept apart', scopes: [] });
});

test.each([
  [{ ...whole, issuer: 'http://login.agency.example' }, 'issuer: must begin with https'],
  [{ ...whole, rules: [{ ...whole.rules[0], role: 'king' }] }, 'rules.0.role: '],
  [{ ...whole, secret: 'here' }, 'the file: '],
  [{ ...whole, secretFile: 'nowhere' }, 'nowhere cannot be read'],
  ['not json', 'the file: '],
])('%j is refused, and said why', (file, why) => {
  expect(() => readOf(file)).toThrow(why);
});
