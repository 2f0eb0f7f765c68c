/**
 * Fourteen summaries of the agency or of a county, made once a data version for all who may see the same: versions never
 * change. What changed by definition does, so a change of policy makes them anew.
 */
import { type MeasureId, measureIds, type SmallCells, viewKeyOf } from '../../rooms/measures/public.ts';
import type { PageFiles } from '../version-in-use.ts';
import { type MeasureSummary, summarise, type Where } from './measure-summary.ts';

export type Summaries = Readonly<Record<MeasureId, MeasureSummary>>;

interface Kept {
  readonly summaries: Summaries;
  /** What of few children is in them: told to everybody who reads them, for the audit. */
  readonly small: readonly SmallCells[];
}

const mostKept = 40;
const kept = new Map<string, Promise<Kept>>();

const make = async (files: PageFiles, where: Where): Promise<Kept> => {
  const small: SmallCells[] = [];
  const noting = { ...files, onSmallCells: (seen: SmallCells) => small.push(seen) };
  const made: [MeasureId, MeasureSummary][] = [];
  for (const measure of measureIds) made.push([measure, await summarise(noting, measure, where)]);
  return { summaries: Object.fromEntries(made) as Record<MeasureId, MeasureSummary>, small };
};

const keptOf = (files: PageFiles, where: Where): Promise<Kept> => {
  const changes = files.policyChanges.map(({ id, version }) => `${id}/${version}`).join(' ');
  const key = `${files.manifest.contentId} ${viewKeyOf(files, where)} ${changes} ${JSON.stringify(where)}`;
  const own = kept.get(key) ?? make(files, where);
  kept.delete(key);
  kept.set(key, own);
  own.catch(() => kept.delete(key));
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest);
  return own;
};

/** Of the whole state, or of one county. The first call for a version waits for its figures; later ones do not. */
export const summariesOf = async (files: PageFiles, where: Where = {}): Promise<Summaries> => {
  const { summaries, small } = await keptOf(files, where);
  small.forEach(files.onSmallCells);
  return summaries;
};
