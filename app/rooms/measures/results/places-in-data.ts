/** The places that a data version names: what can be chosen where a place is asked for, and what a typo is held against. */
import { keptByVersion } from './guard/kept-by-version.ts';
import { type VersionFiles, withRun } from './version-files.ts';

export interface UnitInData {
  readonly county: string;
  readonly unit: string;
}

/** Each list in the order of its names. */
export interface PlacesInData {
  /** Of removals, reports and the population. */
  readonly counties: readonly string[];
  /** Of anybody in care in the last two years, by county, then unit. */
  readonly units: readonly UnitInData[];
  /** Of membership fields. */
  readonly nations: readonly string[];
}

const countiesSql = `
  SELECT county AS name FROM case_removals UNION SELECT county FROM case_reports UNION SELECT county FROM case_population
  ORDER BY name`;
const unitsSql = `
  SELECT DISTINCT county, unit FROM case_removals
  WHERE county IS NOT NULL AND unit IS NOT NULL
    AND coalesce(discharge_date, as_of()) >= as_of() - INTERVAL 2 YEAR
  ORDER BY county, unit`;
const nationsSql = 'SELECT DISTINCT tribal_nation AS name FROM case_children ORDER BY name';

type Named = Readonly<Record<'name', string | null>>;

const namesOf = (rows: readonly Named[]): string[] =>
  rows.flatMap(({ name }) => (name === null || name === '' || name === 'unknown' ? [] : [name]));

const kept = keptByVersion<PlacesInData>();

export const placesInData = (files: VersionFiles): Promise<PlacesInData> =>
  kept(files, 'places', () =>
    withRun(files, { measures: [], windows: [], asOf: files.manifest.asOf }, async (analytics) => ({
      counties: namesOf(await analytics.all<Named>(countiesSql)),
      units: await analytics.all<UnitInData & Record<string, unknown>>(unitsSql),
      nations: namesOf(await analytics.all<Named>(nationsSql)),
    })),
  );
