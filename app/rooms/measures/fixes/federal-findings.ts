/** Federal data-quality checks that are past their limit, as things to mend for the whole state. */
import type { Manifest } from '../imports/manifest.ts';
import type { QualityCheckId } from '../imports/quality/checks.ts';
import { listQualityFindings, type QualityFinding } from '../imports/quality/read-quality.ts';
import type { Finding } from './findings.ts';
import type { FederalStandings } from './tables.ts';

/** Of each check the latest period in which it can be told. */
export const latestChecks = async (
  manifest: Pick<Manifest, 'qualityFile'>,
  folder: string,
): Promise<ReadonlyMap<QualityCheckId, QualityFinding>> => {
  const checks = new Map<QualityCheckId, QualityFinding>();
  for (const finding of await listQualityFindings(manifest, folder)) {
    if (finding.isPassed !== null && !checks.has(finding.checkId)) checks.set(finding.checkId, finding);
  }
  return checks;
};

export const standingsOf = (checks: ReadonlyMap<QualityCheckId, QualityFinding>): FederalStandings =>
  Object.fromEntries(
    [...checks].map(([id, { period, value, isPassed }]) => [
      id,
      { period, value: value ?? 0, isPassed: isPassed === true },
    ]),
  );

export const federalTable = 'federal-checks';

export const federalRule = (checkId: QualityCheckId): string => `federal-${checkId}`;

export const federalFindings = (checks: ReadonlyMap<QualityCheckId, QualityFinding>): Finding[] =>
  [...checks.values()]
    .filter(({ isPassed }) => isPassed === false)
    .map(({ source, checkId, period, sentence }) => ({
      ...{ source, tableName: federalTable, rule: federalRule(checkId), field: '' },
      ...{ childId: '', reportId: '', recordOn: '', records: 1, place: 'state' },
      sentence: `${period}: ${sentence}`,
    }));
