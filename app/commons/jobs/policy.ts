/** Who may see how far long work is. Starting it needs the permission of the work itself. */
import { definePolicy } from '../permissions/permission.ts';
import { staff } from '../permissions/role.ts';

export const jobsPolicy = definePolicy({
  'jobs.read': { mayBeDoneBy: [...staff, 'nation', 'security_officer'], inWords: 'see how far long work is' },
});
