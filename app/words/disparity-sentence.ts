/** Whether groups differ by more than chance, in one sentence; and what each of the two denominators asks. */
import { listText } from './list-text.ts';

export interface Differences {
  /** `White`; null where no group is large enough to hold others against. */
  readonly reference: string | null;
  /** Groups whose interval of the ratio lies wholly above, or below, 1. In their own order. */
  readonly more: readonly string[];
  readonly less: readonly string[];
}

/** `Compared with children who are White: more often Black and Two or more races; less often Asian`. */
export const differencesSentence = ({ reference, more, less }: Differences): string => {
  if (reference === null) return 'There are too few children to hold groups against each other';
  const parts = [
    ...(more.length > 0 ? [`more often ${listText(more)}`] : []),
    ...(less.length > 0 ? [`less often ${listText(less)}`] : []),
  ];
  if (parts.length === 0)
    return `No group differs from children who are ${reference} by more than chance explains`;
  return `Compared with children who are ${reference}: ${parts.join('; ')}`;
};

export const stepQuestion = 'How is it for those who got this far?';
export const populationQuestion = 'How often does it happen to a child who lives here?';

export const adjustmentCaveat =
  'Adjusted by age: what the figure would be if the group’s children were of the same ages as everybody’s. Adjustment may hide what was produced upstream: where a group’s children are younger because of how families were treated before, it takes that out of sight. So both stand here.';

export const twoDenominators =
  'The two answer different questions. The first looks at a decision: of those who reached it, how many. The second looks at exposure: of all children of a group, to how many it happens. A difference may begin at an earlier step; the measures before and after this one show where.';

/** For the figure over those who reached the step before, where it is not the measure’s own. */
export const entriesPerFindings =
  'Children entering care per 100 children with a first finding in the window. Some enter care without a finding, so this is a ratio of two counts and not a share.';

export const notAdjusted =
  'As it is: to adjust by age, figures of one age in one group would be needed, and they are of too few children to be shown here.';
