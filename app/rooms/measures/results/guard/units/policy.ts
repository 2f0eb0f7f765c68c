/** Who may see and say how many people work in each unit. */
import { definePolicy } from '../../../../../commons/permissions/permission.ts';

export const unitsPolicy = definePolicy({
  'units.read': {
    mayBeDoneBy: ['analyst', 'administrator'],
    inWords: 'see how many work in each unit',
    at: 'state',
  },
  'units.change': {
    mayBeDoneBy: ['analyst', 'administrator'],
    inWords: 'say how many work in each unit',
    at: 'state',
  },
});
