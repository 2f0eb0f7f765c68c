/**
 * Everything of one year that people without access to case data could ever be shown, and what an attacker makes of it:
 * a star of two-way tables around counties, with the overlapping figure. Made with the functions of this folder, read
 * with none of them.
 */
import type { Atoms, Known } from './attacker.fixture.ts';
import { hiddenCells, type RowInsider, type TwoWayTable } from './hidden-cells.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { hiddenOverlap, type Overlap } from './hidden-overlap.ts';
import type { Insider } from './insider.ts';
import { type CellFigure, isTooSmall, usualRule } from './small-cell-rule.ts';

/** Children that no figure tells apart. `isAny`: American Indian or Alaska Native, alone or in combination. */
export interface Atom {
  readonly county: string;
  /** Of the county; left out where nobody works in units. */
  readonly unit?: string;
  readonly age: string;
  readonly race: string;
  readonly isAny: boolean;
  readonly events: number;
  readonly others: number;
}

/** A figure by what it counts; `key` names it. */
export interface Published {
  readonly key: string;
  readonly atoms: Atoms;
  readonly isShown: boolean;
}

type Picked = (atom: Atom) => boolean;
const everybody: Picked = () => true;
const both =
  (a: Picked, b: Picked): Picked =>
  (atom) =>
    a(atom) && b(atom);

export const figureOf = (atoms: readonly Atom[], picked: Picked = everybody): CellFigure => {
  const inside = atoms.filter(picked);
  const events = inside.reduce((sum, atom) => sum + atom.events, 0);
  return { kind: 'share', events, of: inside.reduce((sum, atom) => sum + atom.others, events) };
};

const valuesOf = (atoms: readonly Atom[], by: 'county' | 'age' | 'race'): string[] => [
  ...new Set(atoms.map((atom) => atom[by])),
];

export const byGroup = (
  atoms: readonly Atom[],
  by: 'county' | 'age' | 'race',
  picked: Picked = everybody,
): Record<string, CellFigure> =>
  Object.fromEntries(
    valuesOf(atoms, by).map((value) => [
      value,
      figureOf(
        atoms,
        both(picked, (atom) => atom[by] === value),
      ),
    ]),
  );

const twoWay = (atoms: readonly Atom[], by: 'age' | 'race'): TwoWayTable =>
  Object.fromEntries(
    valuesOf(atoms, 'county').map((county) => [county, byGroup(atoms, by, (atom) => atom.county === county)]),
  );

/** What decides what is shown: the rule of this folder, or the small cells alone, as a careless page would. */
export type Guard = 'whole rule' | 'insiders too' | 'small cells only';

/** A county, or a unit of one, by which of its atoms its people know. */
export interface Place {
  readonly county: string;
  readonly unit: string | null;
  readonly knows: Picked;
}

export const placesOf = (atoms: readonly Atom[]): Place[] =>
  valuesOf(atoms, 'county').flatMap((county): Place[] => {
    const units = new Set(atoms.filter((atom) => atom.county === county).flatMap(({ unit }) => unit ?? []));
    return [
      { county, unit: null, knows: (atom) => atom.county === county },
      ...[...units].map((unit) => ({
        ...{ county, unit },
        knows: (atom: Atom) => atom.county === county && atom.unit === unit,
      })),
    ];
  });

const mixedRaces = ['two', 'hispanic'];

const overlapOf = (
  atoms: readonly Atom[],
  picked: Picked,
  isRaceShown: (race: string) => boolean,
): Overlap => {
  const race = (name: string): CellFigure =>
    figureOf(
      atoms,
      both(picked, (atom) => atom.race === name),
    );
  return {
    any: figureOf(
      atoms,
      both(picked, (atom) => atom.isAny),
    ),
    alone: race('native'),
    mixed: mixedRaces.map(race),
    areGroupsShown: ['native', ...mixedRaces].every(isRaceShown),
  };
};

interface Decided {
  readonly total: boolean;
  readonly group: (by: 'county' | 'age' | 'race', value: string) => boolean;
  readonly cell: (by: 'age' | 'race', county: string, value: string) => boolean;
  readonly any: (county: string | null) => boolean;
}

/** What people of each place know of groups of one kind. */
const insidersBy = (
  atoms: readonly Atom[],
  by: 'county' | 'age' | 'race',
  places: readonly Place[],
): Insider[] =>
  places.map(({ knows, county }) =>
    by === 'county' ? { [county]: figureOf(atoms, knows) } : byGroup(atoms, by, knows),
  );

const rowInsiders = (atoms: readonly Atom[], by: 'age' | 'race', places: readonly Place[]): RowInsider[] =>
  places.map(({ county, unit, knows }) => ({
    row: county,
    part: unit === null ? null : byGroup(atoms, by, knows),
  }));

const decidedByRule = (atoms: readonly Atom[], insiders: readonly Place[]): Decided => {
  const hidden = (by: 'county' | 'age' | 'race') =>
    hiddenGroups(byGroup(atoms, by), { insiders: insidersBy(atoms, by, insiders) });
  const margins = { county: hidden('county'), age: hidden('age'), race: hidden('race') };
  const table = (by: 'age' | 'race') =>
    hiddenCells(
      twoWay(atoms, by),
      { rows: margins.county, columns: margins[by] },
      { insiders: rowInsiders(atoms, by, insiders) },
    );
  const cells = { age: table('age'), race: table('race') };
  const overlapAt = (county: string, picked: Picked): Overlap =>
    overlapOf(atoms, picked, (race) => !cells.race.isHidden(county, race));
  const places = Object.fromEntries(
    valuesOf(atoms, 'county').map((county) => [county, overlapAt(county, (atom) => atom.county === county)]),
  );
  const whole = overlapOf(atoms, everybody, (race) => !cells.race.columns.hidden.has(race));
  const any = hiddenOverlap(whole, places, {
    insiders: insiders.map(({ county, knows }) => ({ [county]: overlapAt(county, knows) })),
  });
  return {
    total: margins.county.isTotalHidden,
    group: (by, value) => (by === 'county' ? margins.county : cells[by].columns).hidden.has(value),
    cell: (by, county, value) => cells[by].isHidden(county, value),
    any: (county) => (county === null ? any.isTotalHidden : any.hidden.has(county)),
  };
};

const decidedBySizeAlone = (atoms: readonly Atom[]): Decided => {
  const isHidden = (picked: Picked): boolean => isTooSmall(figureOf(atoms, picked), usualRule);
  return {
    total: isHidden(everybody),
    group: (by, value) => isHidden((atom) => atom[by] === value),
    cell: (by, county, value) => isHidden((atom) => atom.county === county && atom[by] === value),
    any: (county) => isHidden((atom) => atom.isAny && (county === null || atom.county === county)),
  };
};

/** Every figure of the star, shown or not. */
export const publicationOf = (atoms: readonly Atom[], guard: Guard): Published[] => {
  const decided =
    guard === 'small cells only'
      ? decidedBySizeAlone(atoms)
      : decidedByRule(atoms, guard === 'insiders too' ? placesOf(atoms) : []);
  const one = (key: string, picked: Picked, isHidden: boolean): Published => ({
    key,
    atoms: atoms.flatMap((atom, index) => (picked(atom) ? [index] : [])),
    isShown: !isHidden,
  });
  const counties = valuesOf(atoms, 'county');
  return [
    one('all', everybody, decided.total),
    one('any', (atom) => atom.isAny, decided.any(null)),
    ...counties.map((county) =>
      one(`${county}/any`, (atom) => atom.county === county && atom.isAny, decided.any(county)),
    ),
    ...(['county', 'age', 'race'] as const).flatMap((by) =>
      valuesOf(atoms, by).map((value) => one(value, (atom) => atom[by] === value, decided.group(by, value))),
    ),
    ...(['age', 'race'] as const).flatMap((by) =>
      counties.flatMap((county) =>
        valuesOf(atoms, by).map((value) =>
          one(
            `${county}/${value}`,
            (atom) => atom.county === county && atom[by] === value,
            decided.cell(by, county, value),
          ),
        ),
      ),
    ),
  ];
};

/** A published figure's count of events, of the others, as an attacker would write it down. */
export const knownOf = (
  atoms: readonly Atom[],
  published: readonly Published[],
  side: 'events' | 'others',
): Known[] =>
  published
    .filter(({ isShown }) => isShown)
    .map((figure) => ({
      atoms: figure.atoms,
      count: figure.atoms.reduce((sum, index) => sum + (atoms[index]?.[side] ?? 0), 0),
    }));
