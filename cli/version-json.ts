/** Versions and manifests as --json shows them. */
import type { DataVersion, Manifest } from '../app/rooms/measures/public.ts';

export const manifestAsJson = ({
  asOf,
  agency,
  contentId,
  sources,
  tables,
  problems,
  settings,
}: Manifest) => ({
  ...{ asOf, agency, contentId, settings },
  sources,
  tables: Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, table && { rows: table.rows, from: table.from }]),
  ),
  problems: { total: problems.total, setAside: problems.setAside },
});

export const versionAsJson = (version: DataVersion) => ({
  number: version.number,
  inUse: version.inUse,
  label: version.label,
  madeAt: version.madeAt.toISOString(),
  madeBy: version.madeBy,
  ...manifestAsJson(version.manifest),
});
