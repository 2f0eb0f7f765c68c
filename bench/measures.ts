/** All fourteen measures of a nation's records against one bare look at the same columns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Analytics, openAnalytics, quoted } from '../app/platform/analytics/duckdb.ts';
import { elapsedMs } from '../app/platform/clock.ts';
import {
  computeFigures,
  type FigureRequest,
  measureIds,
  type VersionFiles,
  windowFrom,
} from '../app/rooms/measures/public.ts';
import type { Bench, BenchResult } from './bench.ts';
import { syntheticVersion } from './synthetic-version.ts';

const nation = { removals: 4_000_000, reports: 8_000_000, counties: 3000 };
const limits = { memory: '2GB', threads: 2 };
const asOf = '2026-09-30';

/** Columns some measure reads. */
const columnsRead = {
  children:
    'child_id birth_date sex american_indian_alaska_native asian black native_hawaiian_pacific_islander white hispanic',
  removals:
    'child_id removal_date discharge_date discharge_reason county unit placement_settings dropped_after',
  placements: 'child_id removal_date start_date setting provider_id',
  reports:
    'report_id child_id report_date disposition incident_date afcars_id age_years maltreatment_death unborn county',
  visits: 'child_id visit_date location',
  investigations: 'report_id received_on due_on first_contact_on completed_on completion_due_on',
  population: 'county year age_group race_ethnicity children',
};

const bareScan = async (analytics: Analytics, folder: string): Promise<void> => {
  for (const [table, columns] of Object.entries(columnsRead)) {
    const aggregates = columns.split(' ').map((column) => `count(${column}), min(${column}), max(${column})`);
    await analytics.all(
      `SELECT ${aggregates.join(', ')} FROM read_parquet(${quoted(join(folder, `${table}.parquet`))})`,
    );
  }
};

/** Seconds of the faster of two runs. */
const fastest = async (work: () => Promise<unknown>): Promise<number> => {
  const seconds: number[] = [];
  for (let round = 0; round < 2; round++) {
    const began = elapsedMs();
    await work();
    seconds.push((elapsedMs() - began) / 1000);
  }
  return Math.min(...seconds);
};

const timeBareScan = async (folder: string, scratch: string): Promise<number> => {
  const analytics = await openAnalytics({
    ...limits,
    allowedPaths: [`${folder}/`],
    temporaryFolder: scratch,
  });
  try {
    return await fastest(() => bareScan(analytics, folder));
  } finally {
    analytics.close();
  }
};

const oneWindow: FigureRequest = {
  measures: measureIds,
  windows: [windowFrom('2024-10-01')],
  by: [],
  asOf,
};

const twentyWindows: FigureRequest = {
  ...oneWindow,
  windows: Array.from({ length: 20 }, (_, half) =>
    windowFrom(`${2018 + Math.floor((half + 1) / 3)}-${['04', '08', '12'][half % 3]}-01`),
  ),
  by: ['county'],
};

const run = async (): Promise<BenchResult> => {
  const version = await syntheticVersion(nation);
  const scratchFolder = mkdtempSync(join(tmpdir(), 'midcourse-bench-scratch-'));
  const files: VersionFiles = { ...version, ...limits, derivedFolder: null, scratchFolder };
  try {
    const bare = await timeBareScan(version.folder, scratchFolder);
    const one = await fastest(() => computeFigures(files, oneWindow));
    const began = elapsedMs();
    await computeFigures(files, twentyWindows);
    const twenty = (elapsedMs() - began) / 1000;
    return {
      ratio: one / bare,
      figures: {
        'bare scan, s': bare.toFixed(2),
        'one window, s': one.toFixed(2),
        '20 windows by county, s': twenty.toFixed(2),
        'per window of 20': `${(twenty / 20 / bare).toFixed(2)} times the bare scan`,
      },
    };
  } finally {
    rmSync(scratchFolder, { recursive: true, force: true });
  }
};

export const bench: Bench = {
  name: 'measures',
  title:
    'all 14 measures for one window on 4M removals, 12M placements, 8M reports, 20M visits, against one bare scan-and-aggregate of the same columns',
  goal: 6,
  run,
};
