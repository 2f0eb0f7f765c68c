/** Who may say how small is too small to show. */
import { definePolicy } from '../../../../../commons/permissions/permission.ts';

export const rulePolicy = definePolicy({
  'small-cells.change': {
    mayBeDoneBy: ['administrator'],
    inWords: 'say from which count on figures are shown',
    at: 'state',
  },
});
