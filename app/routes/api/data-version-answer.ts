/** A data version as the API gives it. */
import type { z } from 'zod';
import type { DataVersion } from '../../rooms/measures/public.ts';
import type { dataVersionShape } from './contract/data-versions.ts';

export const dataVersionAnswer = ({
  manifest,
  madeAt,
  inUse,
  ...version
}: DataVersion): z.input<typeof dataVersionShape> => ({
  number: version.number,
  label: version.label,
  asOf: version.asOf,
  contentId: version.contentId,
  madeAt: madeAt.toISOString(),
  isInUse: inUse,
  rows: Object.fromEntries(
    Object.entries(manifest.tables).flatMap(([name, table]) => (table ? [[name, table.rows]] : [])),
  ),
  setAside: manifest.problems.setAside,
});
