/** Why a version gives no figure for a measure: the file it rests on is not there. */
import type { MeasureDefinition } from '../catalog/definition-shape.ts';
import type { Manifest } from '../imports/manifest.ts';

/**
 * One sentence, or null when the measure can be computed. A header-only file is there: it says none happened.
 * Legacy AFCARS stands in for placements in P5 by its number of settings. NCANDS says when an investigation
 * ended, not by when it was due, so it cannot stand in for an investigations file.
 */
export const absenceOf = (definition: MeasureDefinition, manifest: Manifest): string | null => {
  const { tables } = manifest;
  const missing = definition.tables.filter((table) => {
    const held = tables[table];
    if (table === 'placements' && definition.id === 'P5') {
      return !held && !tables.removals?.from.includes('afcars-legacy');
    }
    if (table === 'investigations') return !held || held.from.every((kind) => kind === 'ncands');
    return !held;
  });
  return missing.length === 0 ? null : `The data hold no ${missing.join(' and no ')} file.`;
};
