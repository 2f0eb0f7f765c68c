/**
 * Whoever may not see small cells asks five hundred times, in any order, keeps every figure that is shown, and solves for
 * the cells that are not. The figures come through the door that pages, exports, API and command line use.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
import { type Known, rangeByProgram } from '../../statistics/small-numbers/attacker.fixture.ts';
import { isWellHidden, usualRule } from '../../statistics/small-numbers/small-cell-rule.ts';
import { actorAs } from '../support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { versionOfFolder } from '../support/package-version.ts';
import { type Atom, atomsOf, chanceFrom, isIn } from './atoms.ts';

const asOf = '2024-09-30';
const packageFolder = fileURLToPath(new URL('../vectors/indicators/package-2000', import.meta.url));
const breakdowns: readonly Breakdown[] = ['county', 'unit', 'age', 'race_ethnicity', 'aian_any', 'sex'];
const year = windowFrom('2021-10-01');

let database: FreshDatabase;
let version: Awaited<ReturnType<typeof versionOfFolder>>;
let derivedFolder: string;
beforeAll(async () => {
  database = await freshDatabase();
  version = await versionOfFolder(packageFolder, asOf);
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
  largeUnits: new Set(),
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

/** Cells that everything shown tells too much of. */
const recovered = (atoms: readonly Atom[], seen: readonly Seen[]): string[] =>
  (['events', 'others'] as const).flatMap((side) => {
    const known: Known[] = seen
      .filter(({ cell }) => cell.hidden === undefined && cell.numerator !== null)
      .map((one) => ({ atoms: numbersOf(atoms, one), count: countOf(one.cell, side) }));
    const none = new Set(known.filter(({ count }) => count === 0).flatMap((fact) => fact.atoms));
    return seen
      .filter(({ cell }, place) => cell.hidden === 'few' || (cell.hidden !== undefined && place % 7 === 0))
      .map((one) => ({ one, target: numbersOf(atoms, one) }))
      .filter(({ target }) => target.some((atom) => !none.has(atom)))
      .filter(({ target }) => {
        const value = target.reduce((sum, atom) => sum + (atoms[atom]?.[side] ?? 0), 0);
        return value > 0 && value <= usualRule.threshold;
      })
      .filter(({ target }) => !isWellHidden(rangeByProgram(target, known), usualRule))
      .map(({ one }) => `${side} of ${JSON.stringify(one.where)}`);
  });

const readers: readonly (readonly [string, Role | null, Place])[] = [
  ['anybody', null, 'state'],
  ['a leader of the state', 'leader', 'state'],
  ['an administrator', 'administrator', 'state'],
];

test.each(readers)('%s recovers no cell by asking', { timeout: 120_000 }, async (_, role, place) => {
  const files = viewedBy(role === null ? anybody : viewerFor(actorAs(role, place)));
  for (const measure of ['P1', 'H5'] as const) {
    const atoms = await atomsOf(files, measure, year);
    const seen = await askedAtRandom(files, measure, atoms);
    expect(seen.filter(({ cell }) => cell.hidden === undefined).length).toBeGreaterThan(5);
    expect(seen.filter(({ cell }) => cell.hidden !== undefined).length).toBeGreaterThan(20);
    expect(recovered(atoms, seen)).toEqual([]);
  }
});
