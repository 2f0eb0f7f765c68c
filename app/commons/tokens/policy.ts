/** Who may give a program a key of their own, and who may take anybody's away. */
import { definePolicy } from '../permissions/permission.ts';
import { roles } from '../permissions/role.ts';

export const tokensPolicy = definePolicy({
  'tokens.own': {
    mayBeDoneBy: roles.filter((role) => role !== 'duty_reader'),
    inWords: 'make tokens for programs',
  },
  'tokens.manage': {
    mayBeDoneBy: ['administrator'],
    inWords: 'see and revoke the tokens of others',
    at: 'state',
  },
});
