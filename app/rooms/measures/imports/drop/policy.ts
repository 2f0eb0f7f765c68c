/** Who may decide that files are imported by themselves. What was found, everybody sees who sees versions. */
import { definePolicy } from '../../../../commons/permissions/permission.ts';

export const dropPolicy = definePolicy({
  'drop.change': { mayBeDoneBy: ['administrator'], inWords: 'change the drop folder', at: 'state' },
});
