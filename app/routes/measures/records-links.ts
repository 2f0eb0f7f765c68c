import type { Actor } from '../../commons/permissions/actor.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { type Breakdown, resultsPolicy } from '../../rooms/measures/public.ts';
import { groupText } from '../../words/groups.ts';
import type { MeasureReading } from './measure-reading.ts';

export interface RecordsLinks {
  readonly whole: string;
  readonly groups: readonly { readonly name: string; readonly href: string }[];
}

const askedBy = (breakdown: Breakdown): 'where' | 'who' =>
  breakdown === 'county' || breakdown === 'unit' ? 'where' : 'who';

/** Ways to the records behind the page's figure and behind each group of its cut; null for those who may not. */
export const recordsLinks = (
  { assignments }: Actor,
  { definition, window, cut, figure }: MeasureReading,
  search: string,
): RecordsLinks | null => {
  if (!isAllowed(assignments, resultsPolicy['records.read']) || figure.from === 'aggregates') return null;
  const addressOf = (group: string | null): string => {
    const params = new URLSearchParams(search);
    params.set('window', window.from);
    params.delete('page');
    if (group !== null) params.set(askedBy(cut), `${cut}:${group}`);
    return `/measures/${definition.slug}/records?${params}`;
  };
  const groups = Object.keys(figure.by[cut] ?? {}).map((group) => ({
    name: groupText(cut, group),
    href: addressOf(group),
  }));
  const inOrder = cut === 'age' ? groups : groups.toSorted((a, b) => a.name.localeCompare(b.name));
  return { whole: addressOf(null), groups: inOrder };
};
