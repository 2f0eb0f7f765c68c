/** Who may see which records are to be mended, and say so when they are. Person-level: every reading is on record. */
import { definePolicy } from '../../../commons/permissions/permission.ts';

export const fixesPolicy = definePolicy({
  'fixes.read': {
    mayBeDoneBy: ['frontline', 'supervisor', 'analyst'],
    inWords: 'see the records to mend',
    reach: 'below',
  },
  'fixes.work': {
    mayBeDoneBy: ['frontline', 'supervisor', 'analyst'],
    inWords: 'say that a record is mended',
    reach: 'below',
  },
  'fixes.assign': {
    mayBeDoneBy: ['supervisor', 'analyst'],
    inWords: 'say who mends a record',
    reach: 'below',
  },
});
