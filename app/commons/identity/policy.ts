/** Who may make and change accounts. Signing in needs no permission; it gives them. */
import { definePolicy } from '../permissions/permission.ts';

export const identityPolicy = definePolicy({
  'accounts.manage': { mayBeDoneBy: ['administrator'], inWords: 'make or change accounts', at: 'state' },
});
