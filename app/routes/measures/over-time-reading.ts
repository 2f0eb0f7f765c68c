/** The series of every group of a cut: quarters, or federal years where quarters of groups are not shown to this reader. */
import {
  type Breakdown,
  type Figure,
  type PolicyChange,
  type SeriesRequest,
  seriesOf,
} from '../../rooms/measures/public.ts';
import type { PageFiles } from '../version-in-use.ts';

export interface OverTimeReading {
  readonly rhythm: 'quarter' | 'federal_year';
  /** With their groups, oldest first. */
  readonly figures: readonly Figure[];
  readonly where: NonNullable<SeriesRequest['where']>;
  readonly policyChanges: readonly PolicyChange[];
}

const showsGroups = (figures: readonly Figure[], cut: Breakdown): boolean =>
  figures.some((figure) => Object.values(figure.by[cut] ?? {}).some(({ value }) => value !== null));

export const readOverTime = async (
  files: PageFiles,
  request: Omit<SeriesRequest, 'rhythm' | 'by'>,
  cut: Breakdown,
): Promise<OverTimeReading> => {
  const about = { where: request.where ?? {}, policyChanges: files.policyChanges };
  const quarters = await seriesOf(files, { ...request, rhythm: 'quarter', by: [cut] });
  if (showsGroups(quarters, cut)) return { ...about, rhythm: 'quarter', figures: quarters };
  const years = await seriesOf(files, { ...request, rhythm: 'federal_year', by: [cut] });
  return showsGroups(years, cut)
    ? { ...about, rhythm: 'federal_year', figures: years }
    : { ...about, rhythm: 'quarter', figures: quarters };
};
