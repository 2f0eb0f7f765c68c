/**
 * Whoever may not see small cells asks five hundred times, in any order, keeps every figure that is shown, and solves for
 * the cells that are not. The figures come through the door that pages, exports, API and command line use.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../app/commons/permissions/place.ts';
import type { Role } from '../../app/commons/permissions/role.ts';
import {
  anybody,
  type Breakdown,
  type Cell,
  closePrepared,
  type Figure,
  figuresOf,
  type MeasureId,
  type ViewedFiles,
  type Viewer,
  viewerFor,
  windowFrom,
} from '../../app/rooms/measures/public.ts';
import { type Known, rangesByProgram } from '../../statistics/small-numbers/attacker.fixture.ts';
import {
  type CountRange,
  isTooSmall,
  isWellHidden,
  usualRule,
} from '../../statistics/small-numbers/small-cell-rule.ts';
import { actorAs } from '../support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { versionOfFolder } from '../support/package-version.ts';
import { type Atom, atomsOf, chanceFrom, isIn } from './atoms.ts';
import { largerPackage } from './larger-package.ts';

const asOf = '2024-09-30';
const breakdowns: readonly Breakdown[] = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'];
const year = windowFrom('2021-10-01');

let database: FreshDatabase;
let version: Awaited<ReturnType<typeof versionOfFolder>>;
let derivedFolder: string;
beforeAll(async () => {
  database = await freshDatabase();
  const packageFolder = largerPackage(10);
  version = await versionOfFolder(packageFolder, asOf);
  rmSync(packageFolder, { recursive: true });
  derivedFolder = mkdtempSync(join(tmpdir(), 'midcourse-cells-'));
});
afterAll(async () => {
  await closePrepared();
  version.remove();
  rmSync(derivedFolder, { recursive: true });
  await database.close();
});

const viewedBy = (viewer: Viewer): ViewedFiles => ({
  ...version,
  derivedFolder,
  viewer,
  database,
  largeUnits: new Set(['Alder/U1', 'Alder/U2', 'Alder/U3', 'Birch/U1', 'Birch/U2']),
  rule: usualRule,
  onSmallCells: () => {},
});

/** A cell as it came: what it counts, and whether it was shown. */
interface Seen {
  readonly where: Readonly<Partial<Record<Breakdown, string>>>;
  readonly cell: Cell;
}

const seenIn = (where: Seen['where'], figure: Figure): Seen[] => [
  { where, cell: figure },
  ...Object.entries(figure.by).flatMap(([breakdown, groups]) =>
    Object.entries(groups).map(([group, cell]) => ({ where: { ...where, [breakdown]: group }, cell })),
  ),
];

const askedAtRandom = async (
  files: ViewedFiles,
  measure: MeasureId,
  atoms: readonly Atom[],
): Promise<Seen[]> => {
  const chance = chanceFrom(20_241_125);
  const seen = new Map<string, Seen>();
  for (let time = 0; time < 500; time += 1) {
    const where: Partial<Record<Breakdown, string>> = {};
    for (const breakdown of breakdowns) {
      if (chance() > 0.2) continue;
      const group = atoms[Math.floor(chance() * atoms.length)]?.groups[breakdown];
      if (group !== undefined) where[breakdown] = group;
    }
    // Units of several counties have one name.
    const { county } = atoms.find((atom) => isIn(atom, where))?.groups ?? {};
    if (where.unit !== undefined && county !== undefined) where.county ??= county;
    const by = breakdowns.filter(() => chance() < 0.4);
    const [figure] = await figuresOf(files, { measures: [measure], windows: [year], by, where, asOf });
    for (const one of figure ? seenIn(where, figure) : [])
      seen.set(JSON.stringify(Object.entries(one.where).sort()), one);
  }
  return [...seen.values()];
};

const numbersOf = (atoms: readonly Atom[], { where }: Seen): number[] =>
  atoms.flatMap((atom, number) => (isIn(atom, where) ? [number] : []));

type Side = 'events' | 'others';

const countOf = ({ numerator, denominator }: Cell, side: Side): number =>
  side === 'events' ? (numerator ?? 0) : (denominator ?? 0) - (numerator ?? 0);

/** Whether a cell is of this place and no other. */
const isWithin = (where: Seen['where'], own: Seen['where']): boolean =>
  Object.entries(own).every(([breakdown, group]) => where[breakdown as Breakdown] === group);

/** Who asks, and which children are known to them: all of their own place. */
interface Reader {
  readonly name: string;
  readonly viewer: Viewer;
  readonly own: Readonly<Partial<Record<Breakdown, string>>> | null;
}

const isOwn = (atom: Atom, { own }: Reader): boolean => own !== null && isIn(atom, own);

/** A known total of nobody says the same of each part. */
const toldAsNone = (known: readonly Known[]): ReadonlySet<number> =>
  new Set(known.filter(({ count }) => count === 0).flatMap((fact) => fact.atoms));

const countIn = (atoms: readonly Atom[], numbers: readonly number[], side: Side): number =>
  numbers.reduce((sum, number) => sum + (atoms[number]?.[side] ?? 0), 0);

/**
 * An integer program for each end of each cell takes its time: tried are the cells of tables that hold few, every seventh
 * of those hidden beside them, and every eighth cell of several groups at once that holds few.
 */
const isTried = (value: number, hidden: Cell['hidden'], place: number): boolean => {
  const isFew = value > 0 && value <= usualRule.threshold;
  return hidden === 'few' ? isFew || (value > 0 && place % 7 === 0) : isFew && place % 8 === 0;
};

/**
 * Cells that everything shown tells too much of. The reader's own children are taken out of everything that is known and
 * looked for. Of a county nobody else is left; people of a unit do not know that nobody like theirs lives beside them.
 */
const recovered = (atoms: readonly Atom[], seen: readonly Seen[], reader: Reader): string[] => {
  const isUnit = reader.own?.unit !== undefined;
  const left = atoms.map((atom) => (isOwn(atom, reader) ? { ...atom, events: 0, others: 0 } : atom));
  const numbers = (one: Seen): number[] =>
    numbersOf(atoms, one).filter((number) => isUnit || !isOwn(atoms[number] as Atom, reader));
  return (['events', 'others'] as const).flatMap((side) => {
    const known: Known[] = seen
      .filter(({ cell }) => cell.numerator !== null)
      .map((one) => {
        const own = atoms.filter((atom) => isOwn(atom, reader) && isIn(atom, one.where));
        return {
          atoms: numbers(one),
          count: countOf(one.cell, side) - own.reduce((sum, atom) => sum + atom[side], 0),
        };
      });
    const none = toldAsNone(known);
    const targets = seen
      .filter(({ cell }) => cell.hidden !== undefined)
      .map((one) => ({ one, target: numbers(one) }))
      .filter(({ target }) => target.some((atom) => !none.has(atom)))
      .filter(({ one, target }, place) => isTried(countIn(left, target, side), one.cell.hidden, place));
    const ranges = rangesByProgram(
      targets.map(({ target }) => target),
      known,
    );
    return targets.flatMap(({ one }, place) =>
      isWellHidden(ranges[place] as CountRange, usualRule)
        ? []
        : [`${side} of ${JSON.stringify(one.where)}: ${JSON.stringify(ranges[place])}`],
    );
  });
};

/** Of a rate the exposure is no count of children, so nobody looks for it. */
const isSmallAndShown = ({ where, cell }: Seen): boolean =>
  Object.keys(where).length > 0 &&
  cell.numerator !== null &&
  cell.denominator !== null &&
  isTooSmall({ kind: 'share', events: cell.numerator, of: cell.denominator }, usualRule);

const strangers: readonly (readonly [string, Role])[] = [
  ['a leader of the state', 'leader'],
  ['an administrator', 'administrator'],
];

const readerOf = (name: string, role: Role, place: Place, own: Reader['own'] = null): Reader => ({
  name,
  viewer: viewerFor(actorAs(role, place)),
  own,
});

interface Attempt extends Reader {
  readonly measure: MeasureId;
}

const attempts: readonly Attempt[] = [
  { measure: 'P1', name: 'anybody', viewer: anybody, own: null },
  { measure: 'H5', name: 'anybody', viewer: anybody, own: null },
  { measure: 'P1', ...readerOf('a leader of a county', 'leader', 'county:Birch', { county: 'Birch' }) },
  {
    measure: 'H5',
    ...readerOf('a supervisor of a county', 'supervisor', 'county:Cedar', { county: 'Cedar' }),
  },
  {
    measure: 'P1',
    ...readerOf('a caseworker of a unit', 'frontline', 'unit:Alder/U2', { county: 'Alder', unit: 'U2' }),
  },
];

const expectSafe = (atoms: readonly Atom[], seen: readonly Seen[], reader: Reader): void => {
  const others = seen.filter(({ where }) => reader.own === null || !isWithin(where, reader.own));
  expect(others.filter(({ cell }) => cell.hidden === undefined).length).toBeGreaterThan(20);
  expect(others.filter(({ cell }) => cell.hidden !== undefined).length).toBeGreaterThan(100);
  expect(others.filter(isSmallAndShown)).toEqual([]);
  expect(recovered(atoms, seen, reader)).toEqual([]);
};

test.each(attempts)(
  'by asking of $measure, $name recovers no cell',
  { timeout: 120_000 },
  async (attempt) => {
    const atoms = await atomsOf({ ...version, derivedFolder }, attempt.measure, year);
    expectSafe(atoms, await askedAtRandom(viewedBy(attempt.viewer), attempt.measure, atoms), attempt);
  },
);

test('by asking of entries and of who reaches permanency among them, nobody recovers a cell', {
  timeout: 120_000,
}, async () => {
  const files = viewedBy(anybody);
  const atoms = await atomsOf({ ...version, derivedFolder }, 'P1', year);
  const permanency = await askedAtRandom(files, 'P1', atoms);
  const entries = await askedAtRandom(files, 'H1', atoms);
  const numbers = (one: Seen): number[] => numbersOf(atoms, one);
  const others = (list: readonly number[]): number[] => list.map((number) => atoms.length + number);
  const counted = permanency.filter(({ cell }) => cell.numerator !== null);
  const known: Known[] = [
    ...counted.map((one) => ({ atoms: numbers(one), count: countOf(one.cell, 'events') })),
    ...counted.map((one) => ({ atoms: others(numbers(one)), count: countOf(one.cell, 'others') })),
    ...entries
      .filter(({ cell }) => cell.numerator !== null)
      .map((one) => ({ atoms: [...numbers(one), ...others(numbers(one))], count: one.cell.numerator ?? 0 })),
  ];
  const few = permanency.filter(({ cell }) => cell.hidden === 'few').map(numbers);
  const targets = few.flatMap((list) => [list, others(list)]).filter((_, place) => place % 3 === 0);
  const none = toldAsNone(known);
  const open = targets.filter((target) => target.some((number) => !none.has(number)));
  expect(open.length).toBeGreaterThan(10);
  expect(rangesByProgram(open, known).filter((range) => !isWellHidden(range, usualRule))).toEqual([]);
});

test.each(strangers)('%s is shown what anybody is shown', async (_, role) => {
  const atoms = await atomsOf({ ...version, derivedFolder }, 'P1', year);
  const asked = (viewer: Viewer) => askedAtRandom(viewedBy(viewer), 'P1', atoms);
  expect(await asked(viewerFor(actorAs(role, 'state')))).toEqual(await asked(anybody));
});
