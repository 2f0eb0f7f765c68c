/** The agency's fourteen summaries, made once a data version: versions never change, so neither do they. */
import { type MeasureId, measureIds, type VersionFiles } from '../../rooms/measures/public.ts';
import { type MeasureSummary, summarise } from './measure-summary.ts';

export type Summaries = Readonly<Record<MeasureId, MeasureSummary>>;

const mostVersions = 3;
const kept = new Map<string, Promise<Summaries>>();

const make = async (files: VersionFiles): Promise<Summaries> => {
  const made: [MeasureId, MeasureSummary][] = [];
  for (const measure of measureIds) made.push([measure, await summarise(files, measure)]);
  return Object.fromEntries(made) as Record<MeasureId, MeasureSummary>;
};

/** The first call for a version waits for its figures; later ones do not. */
export const summariesOf = (files: VersionFiles): Promise<Summaries> => {
  const { contentId } = files.manifest;
  const summaries = kept.get(contentId) ?? make(files);
  kept.delete(contentId);
  kept.set(contentId, summaries);
  summaries.catch(() => kept.delete(contentId));
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostVersions))) kept.delete(oldest);
  return summaries;
};
