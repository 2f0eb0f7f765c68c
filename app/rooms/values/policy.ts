/** Who may see and who may change what the agency stands for. Each place answers for its own values. */
import { definePolicy } from '../../commons/permissions/permission.ts';
import { staff } from '../../commons/permissions/role.ts';

export const valuesPolicy = definePolicy({
  'values.read': { mayBeDoneBy: [...staff, 'nation'], inWords: 'see what the agency stands for' },
  /** Guests see what was shared with them, and no draft. */
  'values.see-shared': { mayBeDoneBy: ['partner', 'observer'], inWords: 'see values that were shared' },
  'values.change': {
    mayBeDoneBy: ['leader', 'administrator', 'nation'],
    inWords: 'change what the agency stands for',
  },
});
