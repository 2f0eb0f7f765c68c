/** A thing to mend in words: which record, how it stands, how much of a list is done. */
import { countyOf, kindOf, nameOf, type Place } from '../../../commons/permissions/place.ts';
import type { Fix } from '../../../rooms/measures/public.ts';
import { dayText } from '../../../ui/format/days.ts';
import { countText } from '../../../ui/format/numbers.ts';

const dayIs: Readonly<Record<string, string>> = {
  removals: 'removal of',
  placements: 'removal of',
  reports: 'report of',
  visits: 'visit of',
};

/** "Child 4711, removal of 5 Jan 2024": as somebody looks it up in their own system. */
export const recordText = ({ table, childId, reportId, recordOn, records }: Fix): string => {
  const parts = [
    reportId === '' ? '' : `Report ${reportId}`,
    childId === '' ? '' : `${reportId === '' ? 'Child' : 'child'} ${childId}`,
    recordOn === '' ? '' : `${dayIs[table] ?? 'of'} ${dayText(recordOn)}`,
  ].filter((part) => part !== '');
  const text = parts.length === 0 ? 'Not one record alone' : parts.join(', ');
  return records > 1 ? `${text} (${countText(records)} rows)` : text;
};

/** `birth_date` as people say it; the names of federal elements stay as they are. */
export const fieldText = (field: string): string =>
  /^[a-z_, ]+$/.test(field) ? field.replaceAll('_', ' ') : field;

export const stateText = ({ state, saidFixedOn, goneIn, goneHow, seenIn }: Fix): string => {
  if (state === 'said-fixed') return `Said to be mended${saidFixedOn ? `, ${dayText(saidFixedOn)}` : ''}`;
  if (state === 'still-there') return `Still there in data version ${seenIn.at(-1) ?? ''}`;
  if (state === 'gone') {
    return goneHow === 'absent'
      ? `Gone: no longer in the data since version ${goneIn}`
      : `Gone since data version ${goneIn}`;
  }
  return 'To mend';
};

/** A county or unit as a short name; the state is where the county is not known. */
export const whereText = (place: Place): string => {
  if (place === 'state') return 'County not known';
  return kindOf(place) === 'unit' ? nameOf(place) : `${nameOf(place)}, unit not known`;
};

export const placeName = (place: Place): string =>
  kindOf(place) === 'unit' ? `${nameOf(place)} in ${countyOf(place)}` : nameOf(place);

const shares: readonly (readonly [below: number, words: string])[] = [
  [0.125, 'a little'],
  [0.29, 'about a quarter'],
  [0.42, 'about a third'],
  [0.58, 'about half'],
  [0.71, 'about two thirds'],
  [0.875, 'about three quarters'],
];

/** Never a rank and never a percent of a person: how far a list is, in words. */
export const shareInWords = (done: number, of: number): string => {
  if (of === 0) return 'nothing to mend';
  const share = done / of;
  if (done === 0) return 'none yet';
  if (share === 1) return 'all of it';
  return shares.find(([below]) => share < below)?.[1] ?? 'nearly all';
};
