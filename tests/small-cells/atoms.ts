/** Children that no figure tells apart, with their counts: what an attacker does not know. */
import { openAnalytics, quoted } from '../../app/platform/analytics/duckdb.ts';
import {
  type Breakdown,
  isPrepared,
  type MeasureId,
  prepareFigures,
  type VersionFiles,
  type Window,
} from '../../app/rooms/measures/public.ts';
import { preparedFolder } from '../../app/rooms/measures/results/prepare.ts';

export interface Atom {
  readonly groups: Readonly<Partial<Record<Breakdown, string>>>;
  readonly events: number;
  readonly others: number;
}

interface Row extends Record<string, unknown> {
  readonly county: string;
  readonly unit: string;
  readonly age: string;
  readonly race_ethnicity: string;
  readonly aian_any: string | null;
  readonly sex: string;
  readonly n: number;
  readonly d: number;
}

export const isIn = ({ groups }: Atom, where: Readonly<Partial<Record<Breakdown, string>>>): boolean =>
  Object.entries(where).every(([breakdown, group]) => groups[breakdown as Breakdown] === group);

/** Read from the kept cube, past everything that guards it. */
export const atomsOf = async (
  files: VersionFiles,
  measure: MeasureId,
  { from, to }: Window,
): Promise<Atom[]> => {
  if (!(await isPrepared(files))) await prepareFigures(files);
  const folder = preparedFolder(files);
  const analytics = await openAnalytics({
    allowedPaths: [`${folder}/`],
    memory: '200MB',
    threads: 1,
    temporaryFolder: files.scratchFolder,
  });
  try {
    const rows = await analytics.all<Row>(
      `SELECT county, unit, age_band AS age, race_ethnicity, aian_any, sex,
         sum(numerator)::INT AS n, sum(denominator)::INT AS d
       FROM read_parquet(${quoted(`${folder}/${measure}.[0-9]*.parquet`)})
       WHERE window_from = $1::DATE AND window_to = $2::DATE GROUP BY ALL ORDER BY ALL`,
      [from, to],
    );
    return rows.map(({ n, d, aian_any, ...groups }) => ({
      groups: { ...groups, ...(aian_any === null ? {} : { aian_any }) },
      events: n,
      others: d - n,
    }));
  } finally {
    analytics.close();
  }
};

/** The same numbers in [0, 1) every time. */
export const chanceFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
};
