/** The series of every group of a cut: quarters, or federal years where quarters of groups are not shown to this reader. */
import {
  type Breakdown,
  type Figure,
  type SeriesRequest,
  seriesOf,
  type ViewedFiles,
} from '../../rooms/measures/public.ts';

export interface OverTimeReading {
  readonly rhythm: 'quarter' | 'federal_year';
  /** With their groups, oldest first. */
  readonly figures: readonly Figure[];
}

const showsGroups = (figures: readonly Figure[], cut: Breakdown): boolean =>
  figures.some((figure) => Object.values(figure.by[cut] ?? {}).some(({ value }) => value !== null));

export const readOverTime = async (
  files: ViewedFiles,
  request: Omit<SeriesRequest, 'rhythm' | 'by'>,
  cut: Breakdown,
): Promise<OverTimeReading> => {
  const quarters = await seriesOf(files, { ...request, rhythm: 'quarter', by: [cut] });
  if (showsGroups(quarters, cut)) return { rhythm: 'quarter', figures: quarters };
  const years = await seriesOf(files, { ...request, rhythm: 'federal_year', by: [cut] });
  return showsGroups(years, cut)
    ? { rhythm: 'federal_year', figures: years }
    : { rhythm: 'quarter', figures: quarters };
};
