/** The counties that a data version knows. Names alone: what is shown of each is asked for elsewhere. */
import { catalog, figuresOf, type ViewedFiles } from '../../rooms/measures/public.ts';
import { finalCandidates } from './last-final.ts';

const known = new Map<string, readonly string[]>();

export const countiesOf = async (files: ViewedFiles): Promise<readonly string[]> => {
  const { contentId, asOf } = files.manifest;
  const kept = known.get(contentId);
  if (kept) return kept;
  const windows = finalCandidates(catalog.P1, asOf).slice(0, 1);
  const [figure] = await figuresOf(files, { measures: ['P1'], windows, by: ['county'], where: {}, asOf });
  const counties = Object.keys(figure?.by.county ?? {}).toSorted();
  known.set(contentId, counties);
  return counties;
};
