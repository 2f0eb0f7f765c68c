/** Who may see what is written on charts, and who may write there. */
import { definePolicy } from '../../../commons/permissions/permission.ts';
import { staff } from '../../../commons/permissions/role.ts';

export const marksPolicy = definePolicy({
  /** Notes of the state and of one's own place. Changes of policy of every place: a figure cannot be read without them. */
  'marks.read': { mayBeDoneBy: [...staff, 'nation'], inWords: 'see what is noted on charts' },
  'marks.change': {
    mayBeDoneBy: ['analyst', 'leader', 'administrator'],
    inWords: 'note something on a chart',
  },
});
