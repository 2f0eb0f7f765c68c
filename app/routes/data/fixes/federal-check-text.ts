/** How a record moves a federal check, in a sentence: from the newest data that have federal files. */
import type { Scope } from '../../../commons/permissions/scope.ts';
import type { Services } from '../../../request-context.ts';
import {
  type DataVersion,
  latestChecks,
  listVersions,
  type QualityCheckId,
  type QualityFinding,
  qualityChecks,
} from '../../../rooms/measures/public.ts';

export type Checks = ReadonlyMap<QualityCheckId, QualityFinding>;

/** Of the version itself where it was made of federal files, else of the newest that was. */
export const federalChecks = async (
  services: Services,
  scope: Scope<'versions.read'>,
  version: DataVersion,
): Promise<Checks> => {
  const own = version.manifest.qualityFile === null ? await listVersions(services, scope) : [version];
  const federal = own.find(({ manifest }) => manifest.qualityFile !== null);
  return federal ? latestChecks(federal.manifest, federal.folder) : new Map();
};

export const federalCheckText = (checks: Checks, checkId: QualityCheckId): string => {
  const finding = checks.get(checkId);
  if (finding)
    return `Counts in a federal check while it is in the file. In ${finding.period}: ${finding.sentence}`;
  const { title, limit, limitIs, of } = qualityChecks[checkId];
  return `Counts in the federal check “${title}” while it is in the file: at ${limitIs} ${limit}% of ${of}.`;
};
