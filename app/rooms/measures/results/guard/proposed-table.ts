/**
 * Which cells of a measure and a window may be shown to people who see no small cells, with their counts. Decided from
 * everybody's sums, once for a data version, so that no order of asking learns more than another.
 *
 * Tables: `county`; and of federal years each other breakdown, both of the whole state and within each county, units
 * within their county alone. The only two-way tables there are have the county on one side: such a star tells no more of
 * a cell than each table alone (statistics/small-numbers/hidden-cells.ts).
 */
import { hiddenCells, type TwoWayTable } from '../../../../../statistics/small-numbers/hidden-cells.ts';
import {
  type HiddenGroups,
  hiddenGroups,
  hideSmallestUntil,
} from '../../../../../statistics/small-numbers/hidden-groups.ts';
import { hiddenOverlap, type Overlap } from '../../../../../statistics/small-numbers/hidden-overlap.ts';
import {
  type CellFigure,
  isTooSmall,
  protectedCounts,
  sizeOf,
  usualRule,
} from '../../../../../statistics/small-numbers/small-cell-rule.ts';
import { catalog } from '../../catalog/catalog.ts';
import type { Breakdown, MeasureId } from '../../catalog/definition-shape.ts';
import type { Window } from '../figure.ts';
import type { VersionFiles } from '../version-files.ts';
import { type CountedSums, cellFigureOf, noSums } from './cell-figure.ts';
import { isFederalYear } from './federal-year.ts';
import { countySums, type PairRow, singleSums } from './guard-sums.ts';
import { hiddenOfYear, isMadeOf, rhythmsOf } from './rhythms.ts';
import type { GuardedFiles } from './shown-tables.ts';

/** Sums by the name of a cell: `Alder`, `1-5`; of a group within a county `Alder/1-5`. */
export type CellSums = ReadonlyMap<string, CountedSums>;

export interface ProposedTable {
  readonly shown: CellSums;
  /** Which cells add up to which totals, hidden ones too. `` is the whole state. */
  readonly totals: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

interface Asked {
  readonly files: VersionFiles & Pick<GuardedFiles, 'largeUnits'>;
  readonly measure: MeasureId;
  readonly window: Window;
}

export const within = (county: string, group: string): string => `${county}/${group}`;

const everythingHidden: HiddenGroups = { isTotalHidden: true, hidden: new Set() };

const nothingShown: ProposedTable = { shown: new Map(), totals: [] };

const isHiddenIn = ({ isTotalHidden, hidden }: HiddenGroups, group: string): boolean =>
  isTotalHidden || hidden.has(group);

const singles = async (
  { files, measure, window }: Asked,
  breakdown: Breakdown,
): Promise<Map<string, CountedSums>> => {
  const rows = await singleSums(files, measure, [window], [breakdown]);
  return new Map(rows.flatMap((row) => (row.group_name === null ? [] : [[row.group_name, row] as const])));
};

const figuresIn = (
  { measure }: Asked,
  cells: Iterable<readonly [string, CountedSums]>,
): Record<string, CellFigure> =>
  Object.fromEntries([...cells].map(([name, sums]) => [name, cellFigureOf(catalog[measure], sums)]));

const countiesHidden = async ({ files, measure, window }: Asked): Promise<HiddenGroups> =>
  hiddenOfYear(await rhythmsOf(files, measure), window) ?? everythingHidden;

const countyTable = async (asked: Asked): Promise<ProposedTable> => {
  const { files, measure, window } = asked;
  const cells = await singles(asked, 'county');
  const rhythms = await rhythmsOf(files, measure);
  const year = await countiesHidden(asked);
  const isShown = (county: string): boolean =>
    isFederalYear(window) ? !isHiddenIn(year, county) : isMadeOf(window, rhythms.counties[county] ?? 'year');
  return {
    shown: new Map([...cells].filter(([county]) => isShown(county))),
    totals: [{ total: '', parts: [...cells.keys()] }],
  };
};

const twoWay = (asked: Asked, rows: readonly PairRow[]): TwoWayTable => {
  const byCounty = Map.groupBy(rows, ({ county }) => county);
  return Object.fromEntries(
    [...byCounty].map(([county, own]) => [
      county,
      figuresIn(
        asked,
        own.map(({ group, sums }) => [group, sums]),
      ),
    ]),
  );
};

/** Cells of the whole state and within counties, by one rule each. */
const starTable = (
  whole: ReadonlyMap<string, CountedSums>,
  rows: readonly PairRow[],
  isShown: (group: string) => boolean,
  isShownIn: (county: string, group: string) => boolean,
): ProposedTable => {
  const byCounty = [...Map.groupBy(rows, ({ county }) => county)];
  const inCounties = rows
    .filter(({ county, group }) => isShownIn(county, group))
    .map(({ county, group, sums }) => [within(county, group), sums] as const);
  const groups = [...whole.keys()];
  return {
    shown: new Map([...[...whole].filter(([group]) => isShown(group)), ...inCounties]),
    totals: [
      { total: '', parts: groups },
      ...groups.map((group) => ({ total: group, parts: byCounty.map(([county]) => within(county, group)) })),
    ],
  };
};

type People = Exclude<Breakdown, 'county' | 'unit' | 'aian_any'>;

/** Groups of one kind among people, each child in one. */
const peopleTable = async (asked: Asked, breakdown: People): Promise<ProposedTable> => {
  const counties = await countiesHidden(asked);
  const whole = await singles(asked, breakdown);
  const rows = await countySums(asked.files, asked.measure, asked.window, breakdown);
  const columns = counties.isTotalHidden ? everythingHidden : hiddenGroups(figuresIn(asked, whole));
  const isHidden = hiddenCells(twoWay(asked, rows), { rows: counties, columns });
  return starTable(
    whole,
    rows,
    (group) => !isHiddenIn(columns, group),
    (county, group) => !isHidden(county, group),
  );
};

const native = 'american_indian_alaska_native';
const mixedGroups = ['two_or_more', 'hispanic'];
const anyGroup = `${native}_any`;

/** "Native alone or in combination" overlaps the rollup by race: shown only where the difference gives nobody away. */
const nativeTable = async (asked: Asked): Promise<ProposedTable> => {
  const race = await proposedTable(asked, 'race_ethnicity');
  const wholeRace = figuresIn(asked, await singles(asked, 'race_ethnicity'));
  const whole = await singles(asked, 'aian_any');
  const { files, measure, window } = asked;
  const rows = await countySums(files, measure, window, 'aian_any');
  const byRace = twoWay(asked, await countySums(files, measure, window, 'race_ethnicity'));
  const byAny = twoWay(asked, rows);
  const zero = cellFigureOf(catalog[measure], noSums);
  const overlapOf = (
    groups: Readonly<Record<string, CellFigure>>,
    any: CellFigure | undefined,
    isShown: (group: string) => boolean,
  ): Overlap => ({
    any: any ?? zero,
    alone: groups[native] ?? zero,
    mixed: mixedGroups.map((group) => groups[group] ?? zero),
    areGroupsShown: [native, ...mixedGroups].every((group) => groups[group] === undefined || isShown(group)),
  });
  const counties = Object.entries(byRace).map(([county, groups]): [string, Overlap] => [
    county,
    overlapOf(groups, byAny[county]?.[anyGroup], (group) => race.shown.has(within(county, group))),
  ]);
  const wholeAny = figuresIn(asked, whole)[anyGroup];
  const state = overlapOf(wholeRace, wholeAny, (group) => race.shown.has(group));
  const hidden = hiddenOverlap(state, Object.fromEntries(counties));
  return starTable(
    whole,
    rows,
    () => !hidden.isTotalHidden,
    (county) => !isHiddenIn(hidden, county),
  );
};

const hiddenUnits = (
  figures: Readonly<Record<string, CellFigure>>,
  tooFewWorkers: ReadonlySet<string>,
): Set<string> => {
  const named = Object.entries(figures);
  const hidden = new Set(
    named
      .filter(([name, figure]) => tooFewWorkers.has(name) || isTooSmall(figure, usualRule))
      .map(([name]) => name),
  );
  const parts = named.map(([name, figure]) => ({
    name,
    counts: protectedCounts(figure),
    size: sizeOf(figure),
  }));
  hideSmallestUntil(parts, hidden, usualRule);
  return hidden;
};

/** Units of a county sum to the county. A unit of too few workers is hidden whatever it holds, and so is an unknown one. */
const unitTable = async (asked: Asked): Promise<ProposedTable> => {
  const { files, measure, window } = asked;
  const counties = await countiesHidden(asked);
  const rows = await countySums(files, measure, window, 'unit');
  const hidden = Object.entries(twoWay(asked, rows)).map(([county, figures]): [string, Set<string>] => [
    county,
    hiddenUnits(
      figures,
      new Set(Object.keys(figures).filter((unit) => !files.largeUnits.has(within(county, unit)))),
    ),
  ]);
  const byCounty = new Map(hidden);
  return {
    shown: new Map(
      rows
        .filter(({ county, group }) => !isHiddenIn(counties, county) && !byCounty.get(county)?.has(group))
        .map(({ county, group, sums }) => [within(county, group), sums]),
    ),
    totals: [],
  };
};

/** Throws nothing: a window below the state that is no federal year has no table but that of counties. */
export const proposedTable = (asked: Asked, breakdown: Breakdown): Promise<ProposedTable> => {
  if (breakdown === 'county') return countyTable(asked);
  if (!isFederalYear(asked.window)) return Promise.resolve(nothingShown);
  if (breakdown === 'unit') return unitTable(asked);
  return breakdown === 'aian_any' ? nativeTable(asked) : peopleTable(asked, breakdown);
};
