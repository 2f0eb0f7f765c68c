/** `/values?at=county%3AAlder`: the address of a page about a place. */
import type { Place } from '../commons/permissions/place.ts';

export const atPlace = (path: string, place: Place): string => `${path}?at=${encodeURIComponent(place)}`;
