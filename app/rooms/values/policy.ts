/** Who may see and who may change what the agency stands for. */
import { definePolicy } from '../../commons/permissions/permission.ts';

export const valuesPolicy = definePolicy({
  'values.read': { mayBeDoneBy: ['analyst', 'administrator'], inWords: 'see what the agency stands for' },
  'values.change': { mayBeDoneBy: ['administrator'], inWords: 'change what the agency stands for' },
});
