/** Who may see figures, small cells and records. What nobody else may see is hidden in `results/`, once, for every rendering. */
import { definePolicy } from '../../../commons/permissions/permission.ts';
import { staff } from '../../../commons/permissions/role.ts';

export const resultsPolicy = definePolicy({
  'measures.read': { mayBeDoneBy: [...staff, 'nation'], inWords: 'see the measures', reach: 'below' },
  /** Cells too small for others, of the place where the role is held: who knows the children there anyway. */
  'cells.small': {
    mayBeDoneBy: ['supervisor', 'analyst'],
    inWords: 'see figures of very few children',
    reach: 'below',
  },
  /** The same of the county or unit where one works; a role for the whole state gives nothing here. */
  'cells.own': {
    mayBeDoneBy: ['frontline', 'leader'],
    inWords: 'see figures of very few children of your own place',
  },
  /** De-identified records behind a figure: person-level, every reading is on record. */
  'records.read': { mayBeDoneBy: ['analyst'], inWords: 'see the records behind a figure', reach: 'below' },
});
