/** Who may read what was done. Writing an entry needs no permission of its own: it belongs to the change. */
import { definePolicy } from '../permissions/permission.ts';

export const auditPolicy = definePolicy({
  'audit.read': {
    mayBeDoneBy: ['security_officer', 'administrator'],
    inWords: 'read the audit',
    at: 'state',
  },
  /** What one person did, for a reason that is on record before anything is shown. */
  'audit.read-by-person': {
    mayBeDoneBy: ['security_officer'],
    inWords: 'search the audit by person',
    at: 'state',
  },
});
