/**
 * Measures of the same children. What one shows would give away what another hides, so they hide the same cells.
 *
 * - Children who enter care: P1 counts who of them reaches a permanent family, H3 who lives first with kin, H1 that they
 *   entered. P1 with 4 of 60 hidden and H1 with 60 shown leave 56 to whoever learns one of them.
 * - Children found to be victims: S2, H2 and H4 say what became of them.
 *
 * The second figure of C2 (investigations finished in time) is shown for the whole state alone (guarded-figure.ts), where
 * there is nothing beside it to subtract; so is that of C1. The others share no count: P2, P3 and P4 are of children in
 * care or leaving it, H5 of all reports, P5 and S1 of days.
 *
 * Not hidden is by how many children two measures of a family differ: H2 leaves out victims who were in care already, H3
 * entries without a placement.
 */
import { catalog } from '../../catalog/catalog.ts';
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Manifest } from '../../imports/manifest.ts';
import { absenceOf } from '../absence.ts';

const families: readonly (readonly MeasureId[])[] = [
  ['P1', 'H1', 'H3'],
  ['S2', 'H2', 'H4'],
];

/** The measures hidden together with this one, itself among them, of those that a version can tell. */
export const familyOf = (measure: MeasureId, manifest: Manifest): readonly MeasureId[] => {
  const family = families.find((one) => one.includes(measure)) ?? [measure];
  return family.filter((one) => absenceOf(catalog[one], manifest) === null);
};

export const carrying = (measures: readonly MeasureId[], breakdown: Breakdown): MeasureId[] =>
  measures.filter((measure) => catalog[measure].breakdowns.includes(breakdown));
