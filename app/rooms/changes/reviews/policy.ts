/** Who may see what was looked at together, and who puts it on record. */
import { definePolicy } from '../../../commons/permissions/permission.ts';
import { staff } from '../../../commons/permissions/role.ts';

export const reviewsPolicy = definePolicy({
  'reviews.read': { mayBeDoneBy: [...staff, 'nation'], inWords: 'see reviews' },
  'reviews.record': {
    mayBeDoneBy: ['supervisor', 'analyst', 'leader', 'administrator', 'nation'],
    inWords: 'put a review on record',
  },
});
