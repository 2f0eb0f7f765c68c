/** Which charts a mark stands on, and where a change of policy ends one baseline and begins the next. */
import { countyPlace, type Place } from '../../../commons/permissions/place.ts';
import type { Day } from '../../../platform/clock.ts';
import type { MeasureDefinition, MeasureId } from '../catalog/definition-shape.ts';
import type { Window } from '../results/figure.ts';
import { followUpEndsOn } from '../results/finality.ts';
import type { Mark } from './mark.ts';

export type Where = Readonly<Record<string, string | undefined>>;

/** On a county's chart stands what is the state's and the county's; on a unit's also its own; on the state's the state's. */
export const placesOnChart = ({ county, unit }: Where): Place[] => [
  'state',
  ...(county === undefined ? [] : [countyPlace(county)]),
  ...(county === undefined || unit === undefined ? [] : [`unit:${county}/${unit}` as const]),
];

export const marksOn = <T extends Mark>(marks: readonly T[], measure: MeasureId, where: Where): T[] => {
  const places = placesOnChart(where);
  return marks.filter(
    (mark) => !mark.isWithdrawn && mark.measures.includes(measure) && places.includes(mark.place),
  );
};

/** Days from which a measure counts differently, of changes on its chart. */
export const baselineDays = (changes: readonly Mark[], measure: MeasureId): Day[] => [
  ...new Set(changes.filter(({ moves }) => moves.includes(measure)).map(({ on }) => on)),
];

/**
 * True where a period begins before the day and some of its children are still followed on it: it counts partly by the
 * old rule and partly by the new one, and is held against neither.
 */
export const isAcross = (definition: MeasureDefinition, window: Window, day: Day): boolean =>
  window.from < day && day <= followUpEndsOn(definition, window);
