/**
 * Fourteen summaries of the agency or of a county, made once a data version for all who may see the same: versions never
 * change. What changed by definition does, so a change of policy makes them anew.
 */
import { type MeasureId, measureIds, viewKeyOf } from '../../rooms/measures/public.ts';
import type { PageFiles } from '../version-in-use.ts';
import { type MeasureSummary, summarise, type Where } from './measure-summary.ts';

export type Summaries = Readonly<Record<MeasureId, MeasureSummary>>;

const mostKept = 40;
const kept = new Map<string, Promise<Summaries>>();

const make = async (files: PageFiles, where: Where): Promise<Summaries> => {
  const made: [MeasureId, MeasureSummary][] = [];
  for (const measure of measureIds) made.push([measure, await summarise(files, measure, where)]);
  return Object.fromEntries(made) as Record<MeasureId, MeasureSummary>;
};

/** Of the whole state, or of one county. The first call for a version waits for its figures; later ones do not. */
export const summariesOf = (files: PageFiles, where: Where = {}): Promise<Summaries> => {
  const changes = files.policyChanges.map(({ id, version }) => `${id}/${version}`).join(' ');
  const key = `${files.manifest.contentId} ${viewKeyOf(files)} ${changes} ${JSON.stringify(where)}`;
  const summaries = kept.get(key) ?? make(files, where);
  kept.delete(key);
  kept.set(key, summaries);
  summaries.catch(() => kept.delete(key));
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return summaries;
};
