/** Who may see decisions, write them down, decide, and show them to others. At which level: `level.ts`. */
import { definePolicy } from '../../../commons/permissions/permission.ts';
import { staff } from '../../../commons/permissions/role.ts';

export const decisionsPolicy = definePolicy({
  /** Staff: those of their place, and the state's that are no drafts. All others: what is shared with them. */
  'decisions.read': {
    mayBeDoneBy: [...staff, 'nation', 'partner', 'observer'],
    inWords: 'see decisions',
  },
  'decisions.draft': {
    mayBeDoneBy: ['frontline', 'supervisor', 'analyst', 'leader'],
    inWords: 'write down a decision',
  },
  /** Also to look at one again, on its day. */
  'decisions.decide': { mayBeDoneBy: ['frontline', 'supervisor', 'leader'], inWords: 'decide' },
  'decisions.share': { mayBeDoneBy: ['leader'], inWords: 'share a decision beyond its place' },
});
