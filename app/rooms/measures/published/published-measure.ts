/** Which of our measures the published tables speak of, and how their figures turn into its unit. */
import { Invalid } from '../../../platform/errors.ts';
import { catalog } from '../catalog/catalog.ts';

/** The seven indicators, and the entry rate, which is published as context and has no national performance. */
export const publishedMeasureIds = ['S1', 'S2', 'P1', 'P2', 'P3', 'P4', 'P5', 'H1'] as const;

export type PublishedMeasureId = (typeof publishedMeasureIds)[number];

/** True where the published tables speak of this measure. */
export const isPublished = (measure: string): measure is PublishedMeasureId =>
  publishedMeasureIds.some((id) => id === measure);

/** `P1_perm12_entries` → `P1`, `entry_rate` → `H1`. Throws Invalid for anything else. */
export const measureOfIndicator = (indicator: string): PublishedMeasureId => {
  const id = indicator === 'entry_rate' ? 'H1' : indicator.slice(0, 2);
  if (!isPublished(id)) throw new Invalid(`The published tables name an unknown indicator: ${indicator}.`);
  return id;
};

/** A performance of the supplemental tables in the measure's unit: there, shares are proportions of 1. */
export const inUnit = (measure: PublishedMeasureId, performance: number): number =>
  catalog[measure].interval === 'wilson' ? performance * catalog[measure].unit.per : performance;
