/** The units that a data version names: who could be asked how many people work there. */
import type { VersionFiles } from '../../version-files.ts';
import { withRun } from '../../version-files.ts';

export interface UnitInData {
  readonly county: string;
  readonly unit: string;
}

/** Units of anybody in care in the last two years, by county, then unit. */
export const unitsInData = (files: VersionFiles): Promise<UnitInData[]> =>
  withRun(files, { measures: [], windows: [], asOf: files.manifest.asOf }, (analytics) =>
    analytics.all<UnitInData & Record<string, unknown>>(
      `SELECT DISTINCT county, unit FROM case_removals
       WHERE county IS NOT NULL AND unit IS NOT NULL
         AND coalesce(discharge_date, as_of()) >= as_of() - INTERVAL 2 YEAR
       ORDER BY county, unit`,
    ),
  );
