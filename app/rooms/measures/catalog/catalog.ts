/** The fourteen measures, in the order in which they are shown. Adding a measure adds a folder and its line here. */
import { readFileSync } from 'node:fs';
import type { MeasureDefinition, MeasureId } from './definition-shape.ts';
import { entryRate } from './entry-rate/definition.ts';
import { kinFirst } from './kin-first/definition.ts';
import { maltreatmentInCare } from './maltreatment-in-care/definition.ts';
import { monthlyVisits } from './monthly-visits/definition.ts';
import { notBroughtIntoCare } from './not-brought-into-care/definition.ts';
import { permanencyIn12Months } from './permanency-in-12-months/definition.ts';
import { permanencyInCare12To23Months } from './permanency-in-care-12-to-23-months/definition.ts';
import { permanencyInCare24MonthsOrMore } from './permanency-in-care-24-months-or-more/definition.ts';
import { placementStability } from './placement-stability/definition.ts';
import { recurrenceOfMaltreatment } from './recurrence-of-maltreatment/definition.ts';
import { reentryIn12Months } from './reentry-in-12-months/definition.ts';
import { removedWithin60Days } from './removed-within-60-days/definition.ts';
import { reportedAgain } from './reported-again/definition.ts';
import { timelyInvestigations } from './timely-investigations/definition.ts';

export const catalog: Readonly<Record<MeasureId, MeasureDefinition>> = {
  S1: maltreatmentInCare,
  S2: recurrenceOfMaltreatment,
  P1: permanencyIn12Months,
  P2: permanencyInCare12To23Months,
  P3: permanencyInCare24MonthsOrMore,
  P4: reentryIn12Months,
  P5: placementStability,
  H1: entryRate,
  H2: notBroughtIntoCare,
  H3: kinFirst,
  H4: removedWithin60Days,
  H5: reportedAgain,
  C1: monthlyVisits,
  C2: timelyInvestigations,
};

/** The measure's query: one select that gives its facts. */
export const queryOf = (measure: MeasureId): string =>
  readFileSync(new URL(`./${catalog[measure].slug}/query.sql`, import.meta.url), 'utf8');

/** The measure whose page is at this URL segment, if there is one. */
export const findBySlug = (slug: string): MeasureDefinition | undefined =>
  Object.values(catalog).find((definition) => definition.slug === slug);
