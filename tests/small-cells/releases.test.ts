/** What was shown from one data version, and what a later one may show beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEntries } from '../../app/commons/audit/tables.ts';
import { scopeFor, systemScope } from '../../app/commons/permissions/scope.ts';
import { transactIn } from '../../app/commons/permissions/transact-in.ts';
import {
  anybody,
  breakdownsOf,
  type Cell,
  closePrepared,
  type Figure,
  figuresAsCsv,
  figuresAsJson,
  figuresOf,
  loadGuard,
  rulePolicy,
  setThreshold,
  type ViewedFiles,
  windowFrom,
} from '../../app/rooms/measures/public.ts';
import { releasedTables } from '../../app/rooms/measures/results/guard/releases/tables.ts';
import { figureAnswer } from '../../app/routes/api/figure-answer.ts';
import { type Known, rangesByProgram } from '../../statistics/small-numbers/attacker.fixture.ts';
import { isSmall, usualRule } from '../../statistics/small-numbers/small-cell-rule.ts';
import { actorAs } from '../support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { versionOfFolder } from '../support/package-version.ts';
import { type Atom, atomsOf, isIn } from './atoms.ts';
import { largerPackage } from './larger-package.ts';

const year = windowFrom('2021-10-01');
const copies = 8;

/** Girls of one age who entered care in one unit of Birch, keyed in after the first version was made. */
const withLate = (count: number): string => {
  const ids = Array.from({ length: count }, (_, index) => `L${index}`);
  const late = (row: Readonly<Record<string, string>>) => ids.map((id) => ({ ...row, child_id: id }));
  return largerPackage(copies, {
    children: (rows) => [
      ...rows,
      ...late({ birth_date: '2012-01-01', sex: 'female', white: '1', hispanic: '0' }),
    ],
    removals: (rows) => [
      ...rows,
      ...late({ removal_date: '2022-03-05', county: 'Birch', unit: 'U1', removal_recorded_at: '2024-11-02' }),
    ],
  });
};

type Version = Awaited<ReturnType<typeof versionOfFolder>>;

let database: FreshDatabase;
let derivedFolder: string;
const versions: Version[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  derivedFolder = mkdtempSync(join(tmpdir(), 'midcourse-releases-'));
  for (const [count, asOf] of [
    [0, '2024-09-30'],
    [3, '2025-03-31'],
    [18, '2025-09-30'],
  ] as const) {
    const folder = withLate(count);
    versions.push(await versionOfFolder(folder, asOf));
    rmSync(folder, { recursive: true });
  }
}, 120_000);
afterAll(async () => {
  await closePrepared();
  for (const version of versions) version.remove();
  rmSync(derivedFolder, { recursive: true });
  await database.close();
});

const viewed = async (which: number, guard = loadGuard(database)): Promise<ViewedFiles> => ({
  ...(versions[which] as Version),
  ...(await guard),
  derivedFolder,
  viewer: anybody,
  onSmallCells: () => {},
});

const asked = async (files: ViewedFiles, where: Partial<Record<'county', string>> = {}): Promise<Figure> => {
  const by = ['county', 'age', 'race_ethnicity', 'sex'] as const;
  const { asOf } = files.manifest;
  const [figure] = await figuresOf(files, { measures: ['P1'], windows: [year], by, where, asOf });
  return figure as Figure;
};

interface Seen {
  readonly where: Atom['groups'];
  readonly cell: Cell;
}

const counties = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'];

/** Everything a version shows of the year, and what it leaves out. */
const everythingOf = async (files: ViewedFiles): Promise<Seen[]> => {
  const places = [{}, ...counties.map((county) => ({ county }))];
  const all: Seen[] = [];
  for (const where of places) {
    const figure = await asked(files, where);
    all.push({ where, cell: figure });
    for (const { breakdown, groups } of breakdownsOf(figure)) {
      if (breakdown === 'county' && 'county' in where) continue;
      for (const [group, cell] of groups) all.push({ where: { ...where, [breakdown]: group }, cell });
    }
  }
  return all;
};

const others = ({ numerator, denominator }: Cell): number => (denominator ?? 0) - (numerator ?? 0);

/**
 * Cells of which the difference of two versions tells that somebody came between, and few, if records are only ever
 * added. That so many came late in the whole state is no secret: its total stands by itself, in any version.
 */
const toldBetween = (atoms: readonly Atom[], before: readonly Seen[], after: readonly Seen[]) => {
  const numbers = ({ where }: Seen): number[] =>
    atoms.flatMap((atom, number) => (isIn(atom, where) ? [number] : []));
  const pairs = before.flatMap((one) => {
    const later = after.find(({ where }) => JSON.stringify(where) === JSON.stringify(one.where));
    return later ? [{ one, later }] : [];
  });
  const known: Known[] = pairs
    .filter(({ one, later }) => one.cell.numerator !== null && later.cell.numerator !== null)
    .filter(({ one }) => Object.keys(one.where).length > 0)
    .map(({ one, later }) => ({ atoms: numbers(one), count: others(later.cell) - others(one.cell) }));
  const ranges = rangesByProgram(
    pairs.map(({ one }) => numbers(one)),
    known,
  );
  return pairs.flatMap(({ one }, index) => {
    const { least = 0, most = 0 } = ranges[index] ?? {};
    return least > 0 && isSmall(most, usualRule) ? [one.where] : [];
  });
};

test('a few late records are held, many are released; neither gives anybody away', {
  timeout: 120_000,
}, async () => {
  const [first, second, third] = [
    await everythingOf(await viewed(0)),
    await everythingOf(await viewed(1)),
    await everythingOf(await viewed(2)),
  ];
  const atoms = await atomsOf({ ...(versions[2] as Version), derivedFolder }, 'P1', year);
  const birch = (seen: readonly Seen[]): Cell =>
    seen.find(({ where }) => JSON.stringify(where) === '{"county":"Birch"}')?.cell as Cell;
  expect(birch(second)).toEqual({ ...birch(first), heldAt: '2024-09-30' });
  expect(others(birch(third)) - others(birch(first))).toBe(18);
  expect(birch(third).heldAt).toBeUndefined();
  expect(toldBetween(atoms, first, second)).toEqual([]);
  expect(toldBetween(atoms, first, third)).toEqual([]);
  expect(toldBetween(atoms, second, third)).toEqual([]);
});

test('a held figure carries its older day in every form', async () => {
  const files = await viewed(1);
  const figure = await asked(files, { county: 'Birch' });
  const origin = { asOf: files.manifest.asOf, dataVersion: 2 };
  const [, line] = figuresAsCsv([figure], origin).split('\n');
  expect(line).toContain('2024-09-30');
  expect(line).not.toContain('2025-03-31');
  expect(figuresAsJson([figure], origin)).toContain('"heldAt": "2024-09-30"');
  const context = { at: 'county:Birch', only: {}, ...origin } as const;
  expect(figureAnswer(figure, context).total).toMatchObject({ heldAt: '2024-09-30', suppressed: false });
});

test('nothing is shown that is not on the ledger', async () => {
  const [files, database_] = [await viewed(2), database];
  const broken = { ...files, database: { ...database_, transact: () => Promise.reject(new Error('cut')) } };
  const window = windowFrom('2020-10-01');
  const request = { measures: ['P1'], windows: [window], by: ['county'], asOf: files.manifest.asOf } as const;
  await expect(figuresOf(broken, request)).rejects.toThrow('cut');
  const [figure] = await figuresOf(files, request);
  const rows = await transactIn(database, systemScope('a test'), (tx) => tx.select().from(releasedTables));
  const released = rows.filter(({ windowFrom: from }) => from === window.from).map(({ cells }) => cells);
  expect(released).toHaveLength(1);
  for (const [county, cell] of Object.entries(figure?.by.county ?? {})) {
    const counts = released[0]?.[`P1 county ${county}`];
    expect(counts ?? [null, null]).toEqual([cell.numerator, cell.denominator]);
  }
});

test('a higher threshold is on record and hides more, of what was shown before too', async () => {
  const counts = (seen: readonly Seen[]): number[] =>
    seen
      .filter(({ where, cell }) => Object.keys(where).length > 0 && cell.numerator !== null)
      .flatMap(({ cell }) => [cell.numerator ?? 0, others(cell)]);
  const before = counts(await everythingOf(await viewed(2)));
  expect(before.some((count) => count > 10 && count <= 50)).toBe(true);
  const administrator = actorAs('administrator', 'state');
  const scope = scopeFor(administrator, rulePolicy['small-cells.change']);
  await expect(setThreshold(database, scope, { threshold: '2' })).rejects.toThrow('from 3 to 50');
  await setThreshold(database, scope, { threshold: '50' });
  const after = counts(await everythingOf(await viewed(2)));
  expect(after.length).toBeGreaterThan(0);
  expect(after.filter((count) => count > 0 && count <= 50)).toEqual([]);
  const entries = await transactIn(database, systemScope('a test'), (tx) => tx.select().from(auditEntries));
  expect(entries.filter(({ event }) => event === 'small-cell-threshold-set')).toHaveLength(1);
});
