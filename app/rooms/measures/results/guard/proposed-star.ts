/**
 * Everything of a family and a window that may be shown to people who see no small cells. Decided from everybody's sums,
 * once for a data version, so that no order of asking learns more than another.
 *
 * Tables: `county`; and of federal years each other breakdown, both of the whole state and within each county, units
 * within their county alone. The only two-way tables there are have the county on one side: such a star tells no more of
 * a cell than each table alone (statistics/small-numbers/hidden-cells.ts).
 */
import type { HiddenGroups } from '../../../../../statistics/small-numbers/hidden-groups.ts';
import type { SmallCellRule } from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import { carrying } from './family.ts';
import { isFederalYear } from './federal-year.ts';
import { hiddenOfYear, isPeriodOf, type Rhythms, rhythmsOf } from './rhythms.ts';
import { people, type StarCell, starCells } from './star-cells.ts';
import { nativeHidden, peopleHidden, type Star, unitsHidden } from './star-rules.ts';

/** Numerator and denominator by the name of a cell. */
export type ShownCells = Readonly<Record<string, readonly [number, number]>>;

export interface ProposedStar {
  readonly shown: ShownCells;
  /** Figures of the whole state, to hold older data against; they are shown by themselves. */
  readonly whole: ShownCells;
  /** Which cells add up to which totals, hidden ones too. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

export interface StarAsked {
  readonly files: VersionFiles;
  readonly family: readonly MeasureId[];
  readonly window: Window;
  readonly rule: SmallCellRule;
  /** Units of enough people to be shown outside themselves, as `county/unit`. */
  readonly largeUnits: ReadonlySet<string>;
}

export const within = (county: string, group: string): string => `${county}/${group}`;

/** `P1 age Alder/1-5`, `P1 county Alder`; `P1` is the whole state. */
export const cellName = (measure: MeasureId, breakdown?: Breakdown, name?: string): string =>
  breakdown === undefined ? measure : `${measure} ${breakdown} ${name}`;

/** The table a cell stands in; null for what no table shows, such as ages within a unit. */
const breakdownOf = ({ breakdown, unit }: StarCell): Breakdown | null =>
  breakdown === null ? (unit === null ? 'county' : 'unit') : unit === null ? breakdown : null;

const nameIn = ({ breakdown, group, county, unit }: StarCell): string => {
  if (breakdown === null) return unit === null ? (county ?? '') : within(county ?? '', unit);
  return county === null ? (group ?? '') : within(county, group ?? '');
};

type Judge = (cell: StarCell) => boolean;

const isHiddenIn = ({ isTotalHidden, hidden }: HiddenGroups, name: string | null): boolean =>
  isTotalHidden || hidden.has(name ?? '');

/** Which cells of a federal year are hidden. */
const judgeOf = (star: Star, largeUnits: ReadonlySet<string>): Judge => {
  const { counties } = star;
  const tables = new Map(people.map((breakdown) => [breakdown, peopleHidden(star, breakdown)]));
  const race = tables.get('race_ethnicity');
  const hasNatives = carrying(star.family, 'aian_any').length > 0;
  const natives = race && hasNatives ? nativeHidden(star, race) : null;
  const units = new Map(
    [...new Set(star.cells.map(({ county }) => county ?? ''))].map((county) => [
      county,
      unitsHidden(star, county, (unit) => largeUnits.has(within(county, unit))),
    ]),
  );
  return ({ breakdown, group, county, unit }) => {
    if (county !== null && isHiddenIn(counties, county)) return true;
    if (unit !== null) return units.get(county ?? '')?.has(unit) !== false;
    if (breakdown === null) return false;
    if (breakdown === 'aian_any') {
      return !natives || natives.isTotalHidden || (county !== null && natives.hidden.has(county));
    }
    const table = tables.get(breakdown);
    if (!table || table.columns.isTotalHidden) return true;
    return county === null ? table.columns.hidden.has(group ?? '') : table.isHidden(county, group ?? '');
  };
};

const namedCells = (family: readonly MeasureId[], cells: readonly StarCell[]): ShownCells =>
  Object.fromEntries(
    cells.flatMap((cell) => {
      const breakdown = breakdownOf(cell);
      if (breakdown === null) return [];
      return carrying(family, breakdown).flatMap((measure) => {
        const sums = cell.sums.get(measure);
        return sums
          ? [[cellName(measure, breakdown, nameIn(cell)), [sums.numerator, sums.denominator]] as const]
          : [];
      });
    }),
  );

/** A part that is never shown: so what a total holds besides the others is compared too. */
const neverShown = '';

const sumsOf = (measure: MeasureId, cells: readonly StarCell[]): ProposedStar['sums'] => {
  const own = cells.filter((cell) => {
    const breakdown = breakdownOf(cell);
    return breakdown !== null && carrying([measure], breakdown).length > 0;
  });
  const nameOf = (cell: StarCell): string => cellName(measure, breakdownOf(cell) ?? 'county', nameIn(cell));
  const totalsOf = (cell: StarCell): string[] => {
    const { breakdown, group, county, unit } = cell;
    const inCounty = cellName(measure, 'county', county ?? '');
    if (breakdown === null) return unit === null ? [`${measure} by county`] : [`${inCounty} by unit`];
    if (county === null) return [`${measure} by ${breakdown}`];
    return [`${inCounty} by ${breakdown}`, `${cellName(measure, breakdown, group ?? '')} by county`];
  };
  const parts = new Map<string, string[]>();
  for (const cell of own) {
    for (const total of totalsOf(cell)) parts.set(total, [...(parts.get(total) ?? []), nameOf(cell)]);
  }
  const additive = [...parts].map(([key, names]) => ({
    total: key.slice(0, key.lastIndexOf(' by ')),
    parts: names,
  }));
  const natives = own
    .filter(({ breakdown }) => breakdown === 'aian_any')
    .map((cell) => ({
      total: nameOf(cell),
      parts: [
        nameOf({ ...cell, breakdown: 'race_ethnicity', group: 'american_indian_alaska_native' }),
        neverShown,
      ],
    }));
  return [...additive, ...natives];
};

const wholeOf = (family: readonly MeasureId[], counties: readonly StarCell[]): ShownCells =>
  Object.fromEntries(
    family.map((measure): [string, [number, number]] => {
      const sums = counties.flatMap((cell) => cell.sums.get(measure) ?? []);
      const sum = (of: 'numerator' | 'denominator'): number => sums.reduce((all, one) => all + one[of], 0);
      return [cellName(measure), [sum('numerator'), sum('denominator')]];
    }),
  );

const isCounty = ({ breakdown, unit }: StarCell): boolean => breakdown === null && unit === null;

const everythingHidden: HiddenGroups = { isTotalHidden: true, hidden: new Set() };

const starFrom = (
  { family, window, rule, largeUnits }: StarAsked,
  rhythms: Rhythms,
  cells: readonly StarCell[],
): ProposedStar => {
  const counties = hiddenOfYear(rhythms, window) ?? everythingHidden;
  const isHidden: Judge = isFederalYear(window)
    ? judgeOf({ family, cells, counties, rule }, largeUnits)
    : (cell) =>
        !isCounty(cell) ||
        counties.isTotalHidden ||
        !isPeriodOf(window, rhythms.counties[cell.county ?? ''] ?? 'year');
  return {
    shown: namedCells(
      family,
      cells.filter((cell) => !isHidden(cell)),
    ),
    whole: counties.isTotalHidden ? {} : wholeOf(family, cells.filter(isCounty)),
    sums: family.flatMap((measure) => sumsOf(measure, cells)),
  };
};

/**
 * Cells of federal years by every breakdown; of months and quarters, counties that may be shown so often. In the order of
 * the windows, which must be equally long.
 */
export const proposedStars = async (
  asked: Omit<StarAsked, 'window'>,
  windows: readonly Window[],
): Promise<ProposedStar[]> => {
  const { files, family, rule } = asked;
  const rhythms = await rhythmsOf(files, family, rule);
  const found = await starCells(files, family, windows, windows.some(isFederalYear) ? people : []);
  return windows.map((window) => starFrom({ ...asked, window }, rhythms, found.get(window.from) ?? []));
};
