/** The sums that decide what may be shown: of everybody, whoever asks. They stay inside this folder. */
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import { preparedPairSums, preparedSumsOf } from '../prepared.ts';
import type { SumRow } from '../sums.ts';
import type { VersionFiles } from '../version-files.ts';
import type { CountedSums } from './cell-figure.ts';

/** Rows of totals (`breakdown` null) and of these breakdowns. */
export const singleSums = (
  files: VersionFiles,
  measure: MeasureId,
  windows: readonly Window[],
  by: readonly Breakdown[],
): Promise<SumRow[]> => preparedSumsOf(files, measure, { windows, by, where: {} });

export interface PairRow {
  readonly county: string;
  readonly group: string;
  readonly sums: CountedSums;
}

/** One row for each county and group of the other breakdown. */
export const countySums = async (
  files: VersionFiles,
  measure: MeasureId,
  window: Window,
  breakdown: Exclude<Breakdown, 'county'>,
): Promise<PairRow[]> => {
  const rows = await preparedPairSums(files, measure, window, breakdown);
  return rows.map(({ county, group_name, ...sums }) => ({ county, group: group_name, sums }));
};
