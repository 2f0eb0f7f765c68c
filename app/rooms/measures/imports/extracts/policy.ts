/** Who may say how the agency's own files are read. Whoever does sees their values. */
import { definePolicy } from '../../../../commons/permissions/permission.ts';

export const extractsPolicy = definePolicy({
  'mappings.change': {
    mayBeDoneBy: ['analyst', 'administrator'],
    inWords: 'say how your own files are read',
    at: 'state',
  },
});
