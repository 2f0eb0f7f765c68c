/** The quality checks of a data version, for pages and exports. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, quoted } from '../../../../platform/analytics/duckdb.ts';
import type { Day } from '../../../../platform/clock.ts';
import type { Manifest } from '../manifest.ts';
import { type QualityCheckId, qualityChecks } from './checks.ts';

export interface QualityFinding {
  readonly source: 'afcars' | 'ncands';
  /** `23A` or `FFY2024`. */
  readonly period: string;
  readonly periodEndsOn: Day;
  readonly checkId: QualityCheckId;
  readonly title: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In percent; null when it cannot be told. */
  readonly value: number | null;
  readonly limit: number;
  readonly limitIs: 'most' | 'least';
  /** Null when it cannot be told. */
  readonly isPassed: boolean | null;
  /** The federal indicators in doubt when it is not passed. */
  readonly indicators: readonly string[];
  readonly sentence: string;
}

interface FindingRow extends Omit<QualityFinding, 'indicators'> {
  readonly [column: string]: unknown;
  readonly indicators: string;
}

const query = (path: string): string => `
  SELECT source, period, CAST(period_end AS VARCHAR) AS "periodEndsOn", check_id AS "checkId", title, numerator,
         denominator, value_percent AS "value", limit_percent AS "limit", limit_is AS "limitIs",
         is_passed AS "isPassed", indicators, sentence
  FROM read_parquet(${quoted(path)})`;

const order = Object.keys(qualityChecks);

const latestFirst = (one: QualityFinding, other: QualityFinding): number => {
  if (one.periodEndsOn !== other.periodEndsOn) return one.periodEndsOn < other.periodEndsOn ? 1 : -1;
  return order.indexOf(one.checkId) - order.indexOf(other.checkId);
};

/** Latest period first, checks in the order of the federal table. Empty when the version has no federal files. */
export const listQualityFindings = async (
  version: Pick<Manifest, 'qualityFile'>,
  folder: string,
): Promise<QualityFinding[]> => {
  if (version.qualityFile === null) return [];
  const path = join(folder, version.qualityFile);
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'midcourse-quality-'));
  const analytics = await openAnalytics({
    allowedPaths: [path],
    memory: '64MB',
    threads: 1,
    temporaryFolder,
  });
  try {
    const rows = await analytics.all<FindingRow>(query(path));
    return rows
      .map(({ indicators, ...row }) => ({ ...row, indicators: indicators.split(',') }))
      .sort(latestFirst);
  } finally {
    analytics.close();
    await rm(temporaryFolder, { recursive: true, force: true });
  }
};
