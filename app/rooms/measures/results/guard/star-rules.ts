/**
 * Which cells of a star may be shown (statistics/small-numbers): places, people within places, and those counted as Native
 * alone or in combination. Kept from strangers, and from people of each county and unit, who see their own in full.
 */
import {
  type HiddenCells,
  hiddenCells,
  type RowInsider,
  type TwoWayTable,
} from '../../../../../statistics/small-numbers/hidden-cells.ts';
import { type HiddenGroups, hiddenGroups } from '../../../../../statistics/small-numbers/hidden-groups.ts';
import {
  hiddenOverlap,
  type Overlap,
  type OverlapInsider,
} from '../../../../../statistics/small-numbers/hidden-overlap.ts';
import { insidersOfEach } from '../../../../../statistics/small-numbers/insider.ts';
import type { CellFigure, SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import type { MeasureId } from '../../catalog/definition-shape.ts';
import { jointFigureOf } from './cell-figure.ts';
import { carrying } from './family.ts';
import { figureIn, isPlace, type People, type StarCell } from './star-cells.ts';

export interface Star {
  readonly family: readonly MeasureId[];
  readonly cells: readonly StarCell[];
  /** Of counties, decided with all their months (rhythms.ts). */
  readonly counties: HiddenGroups;
  readonly rule: SmallCellRule;
}

type Figures = Readonly<Record<string, CellFigure>>;

const byGroup = (cells: readonly StarCell[], figureOf: (cell: StarCell) => CellFigure): Figures =>
  Object.fromEntries(cells.map((cell) => [cell.group ?? '', figureOf(cell)]));

const inCounties = (cells: readonly StarCell[]): StarCell[] =>
  cells.filter(({ county, unit }) => county !== null && unit === null);

const byCounty = (cells: readonly StarCell[]): Map<string, StarCell[]> =>
  Map.groupBy(inCounties(cells), ({ county }) => county ?? '');

/** Cells of each unit whose people could look for others in their county. */
const byUnit = (cells: readonly StarCell[]): { county: string; cells: StarCell[] }[] => {
  const inUnits = cells.filter(({ county, unit }) => isPlace(county) && isPlace(unit));
  return [...Map.groupBy(inUnits, ({ county, unit }) => `${county}/${unit}`).values()].map((own) => ({
    county: own[0]?.county ?? '',
    cells: own,
  }));
};

/** Groups of one kind among people, each child in one: of everybody, and within counties. */
export const peopleHidden = (star: Star, breakdown: People): HiddenCells => {
  const cells = star.cells.filter((cell) => cell.breakdown === breakdown);
  const figureOf = figureIn(carrying(star.family, breakdown));
  const { counties: rows, rule } = star;
  if (rows.isTotalHidden) return { isHidden: () => true, columns: rows };
  const counties = [...byCounty(cells)].map(([county, own]) => [county, byGroup(own, figureOf)] as const);
  const table: TwoWayTable = Object.fromEntries(counties);
  const known = counties.filter(([county]) => isPlace(county));
  const whole = byGroup(
    cells.filter(({ county }) => county === null),
    figureOf,
  );
  const columns = hiddenGroups(whole, { rule, insiders: known.map(([, groups]) => groups) });
  const insiders: RowInsider[] = [
    ...known.map(([row]) => ({ row, part: null })),
    ...byUnit(cells).map(({ county, cells: own }) => ({ row: county, part: byGroup(own, figureOf) })),
  ];
  return hiddenCells(table, { rows, columns }, { rule, insiders });
};

const native = 'american_indian_alaska_native';
const mixedGroups = ['two_or_more', 'hispanic'];

/** "Native alone or in combination" overlaps the rollup by race: shown only where the difference gives nobody away. */
export const nativeHidden = (star: Star, race: HiddenCells): HiddenGroups => {
  const measures = carrying(star.family, 'aian_any');
  const figureOf = figureIn(measures);
  const zero = jointFigureOf(measures, () => undefined);
  const of = (breakdown: People): StarCell[] => star.cells.filter((cell) => cell.breakdown === breakdown);
  const [races, anys] = [of('race_ethnicity'), of('aian_any')];
  const overlapOf = (isHere: (cell: StarCell) => boolean, isShown: (group: string) => boolean): Overlap => {
    const groups = byGroup(races.filter(isHere), figureOf);
    const [any] = anys.filter(isHere);
    return {
      any: any ? figureOf(any) : zero,
      alone: groups[native] ?? zero,
      mixed: mixedGroups.map((group) => groups[group] ?? zero),
      areGroupsShown: [native, ...mixedGroups].every(
        (group) => groups[group] === undefined || isShown(group),
      ),
    };
  };
  const inCounty = (name: string): Overlap =>
    overlapOf(
      ({ county, unit }) => county === name && unit === null,
      (group) => !race.isHidden(name, group),
    );
  const places = Object.fromEntries([...byCounty(races).keys()].map((county) => [county, inCounty(county)]));
  const units = byUnit(races).map(({ county, cells }): OverlapInsider => {
    const unit = cells[0]?.unit;
    return {
      [county]: overlapOf(
        (cell) => cell.county === county && cell.unit === unit,
        () => true,
      ),
    };
  });
  const whole = overlapOf(
    ({ county, unit }) => county === null && unit === null,
    (group) => !race.columns.isTotalHidden && !race.columns.hidden.has(group),
  );
  const known = Object.entries(places).filter(([county]) => isPlace(county));
  return hiddenOverlap(whole, places, {
    rule: star.rule,
    insiders: [...known.map(([county, place]) => ({ [county]: place })), ...units],
  });
};

/** Units of a county, which sum to it. One of too few workers is hidden whatever it holds, and so is an unknown one. */
export const unitsHidden = (
  star: Star,
  county: string,
  isLarge: (unit: string) => boolean,
): ReadonlySet<string> => {
  const cells = star.cells.filter(
    (cell) => cell.breakdown === null && cell.county === county && cell.unit !== null,
  );
  const figureOf = figureIn(carrying(star.family, 'unit'));
  const figures = Object.fromEntries(cells.map((cell) => [cell.unit ?? '', figureOf(cell)]));
  const also = new Set(Object.keys(figures).filter((unit) => !isLarge(unit)));
  return hiddenGroups(figures, { rule: star.rule, insiders: insidersOfEach(figures), also }).hidden;
};
