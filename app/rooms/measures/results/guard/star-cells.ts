/**
 * The star of a family and a window: everybody, counties and units of counties, each by every group, with the sums of each
 * measure. What decides what may be shown, whoever asks; it stays inside this folder.
 */
import type { CellFigure } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import { preparedStarSums } from '../prepared.ts';
import type { StarRow } from '../sums.ts';
import type { VersionFiles } from '../version-files.ts';
import { type CountedSums, jointFigureOf } from './cell-figure.ts';
import { carrying } from './family.ts';

export type People = Exclude<Breakdown, 'county' | 'unit'>;

export const people: readonly People[] = ['age', 'race_ethnicity', 'aian_any', 'sex'];

/** `county` and `unit` null for everybody; `breakdown` and `group` null for places themselves. */
export interface StarCell {
  readonly breakdown: People | null;
  readonly group: string | null;
  readonly county: string | null;
  readonly unit: string | null;
  readonly sums: ReadonlyMap<MeasureId, CountedSums>;
}

const keyOf = ({ breakdown, group_name, county, unit }: StarRow): string =>
  JSON.stringify([breakdown, group_name, county, unit]);

export const starCells = async (
  files: VersionFiles,
  family: readonly MeasureId[],
  windows: readonly Window[],
  by: readonly People[] = people,
): Promise<ReadonlyMap<string, readonly StarCell[]>> => {
  const found = new Map<string, Map<string, StarCell & { readonly sums: Map<MeasureId, CountedSums> }>>();
  for (const measure of family) {
    const own = by.filter((breakdown) => carrying([measure], breakdown).length > 0);
    for (const row of await preparedStarSums(files, measure, windows, own)) {
      const { group_name: group, county, unit, numerator, denominator, affected } = row;
      const cells = found.get(row.window_from) ?? new Map();
      found.set(row.window_from, cells);
      const breakdown = row.breakdown as People | null;
      const cell = cells.get(keyOf(row)) ?? { breakdown, group, county, unit, sums: new Map() };
      cell.sums.set(measure, { numerator, denominator, affected });
      cells.set(keyOf(row), cell);
    }
  }
  return new Map([...found].map(([from, cells]) => [from, [...cells.values()]]));
};

/** The figure of a cell, of all measures of the family that carry its breakdown. */
export const figureIn =
  (measures: readonly MeasureId[]) =>
  ({ sums }: StarCell): CellFigure =>
    jointFigureOf(measures, (measure) => sums.get(measure));

const notKnown = 'unknown';

/** A place that is not known has no people of its own. */
export const isPlace = (name: string | null): name is string => name !== null && name !== notKnown;
