/** Who may read what was done. Writing an entry needs no permission of its own: it belongs to the change. */
import { definePolicy } from '../permissions/permission.ts';

export const auditPolicy = definePolicy({
  'audit.read': {
    mayBeDoneBy: ['security_officer', 'administrator'],
    inWords: 'read the audit',
    at: 'state',
  },
});
