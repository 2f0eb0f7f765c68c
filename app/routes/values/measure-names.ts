/** Measures as the pages of values speak of them. */
import { catalog, type MeasureId, measureIds } from '../../rooms/measures/public.ts';

export const isMeasureId = (id: string): id is MeasureId => measureIds.some((known) => known === id);

/** The title of a measure; an id that no program knows stays an id. */
export const measureTitle = (id: string): string => (isMeasureId(id) ? catalog[id].title : id);
