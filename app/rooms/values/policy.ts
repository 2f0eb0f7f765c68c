/** Who may see and who may change what the agency stands for. */
import { definePolicy } from '../../commons/permissions/permission.ts';
import { staff } from '../../commons/permissions/role.ts';

export const valuesPolicy = definePolicy({
  'values.read': { mayBeDoneBy: [...staff, 'nation'], inWords: 'see what the agency stands for' },
  'values.change': { mayBeDoneBy: ['leader', 'administrator'], inWords: 'change what the agency stands for' },
});
