/** Whose figures a decision is held against: the state's, a county's; for a unit its county's, for a unit is few people. */
import { countyOf, type Place } from '../../commons/permissions/place.ts';

export type WhereOfFigures = Readonly<{ county?: string }>;

export const whereOf = (place: Place): WhereOfFigures => {
  const county = countyOf(place);
  return county === null ? {} : { county };
};

/** "the whole state", "Birchmere" */
export const figuresOfText = (place: Place): string => countyOf(place) ?? 'the whole state';
