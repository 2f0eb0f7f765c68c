/** How a record moves a federal check toward its limit, in a sentence and without a count. */
import { type FederalStandings, type QualityCheckId, qualityChecks } from '../../../rooms/measures/public.ts';

export const federalCheckText = (standings: FederalStandings, checkId: QualityCheckId): string => {
  const { title, limit, limitIs, of } = qualityChecks[checkId];
  const check = `Counts in the federal check “${title}” while it is in the file: at ${limitIs} ${limit}% of ${of}.`;
  const standing = standings[checkId];
  if (!standing) return check;
  const { period, value, isPassed } = standing;
  return `${check} In ${period} it was ${value.toFixed(1)}%, ${isPassed ? 'within' : 'past'} the limit.`;
};
