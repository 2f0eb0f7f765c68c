/** From files with errors to a list that is followed until they are gone: real imports, real Postgres, as each role. */
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { type Files, writeFiles } from '../../../../tests/support/staged-package.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import type { Place } from '../../../commons/permissions/place.ts';
import type { Role } from '../../../commons/permissions/role.ts';
import { scopeFor, systemScope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../../../platform/data-folder.ts';
import { importFiles } from '../imports/import-files.ts';
import { importInWords } from '../imports/import-words.ts';
import { deleteVersion, useVersion } from '../imports/writes.ts';
import { type Fix, type FixState, fixStates } from './fix.ts';
import { fixesPolicy } from './policy.ts';
import { getFix, listFixes } from './reads.ts';
import { addFixNote, assignFix, sayFixed } from './writes.ts';

const root = temporaryFolder();
const scope = systemScope('a test');
const limits = { memory: '300MB', threads: 1 };
const watch = { report: () => undefined, signal: new AbortController().signal };

let database: FreshDatabase;
let dataFolder: DataFolder;
let folders = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await database.owner.query('delete from data_versions');
  folders += 1;
  dataFolder = dataFolderAt(join(root, `data-${folders}`));
  await prepareDataFolder(dataFolder);
});
afterAll(() => database.close());

const bring = async (files: Files): Promise<number> => {
  folders += 1;
  const folder = join(root, `package-${folders}`);
  await writeFiles(folder, files);
  const form = { paths: [folder], putInUse: true };
  const outcome = await importFiles({ database, dataFolder }, limits, scope, form, watch);
  if (outcome.kind === 'refused') throw new Error(importInWords(outcome));
  return outcome.version.number;
};

interface Told {
  readonly asOf: string;
  readonly children?: string;
  readonly removals?: string;
}

/** Twenty sound children of Alder, unit Alder 1, and what is told beside them. */
const files = ({ asOf, children = '', removals = '' }: Told): Files => {
  const sound = Array.from({ length: 20 }, (_, index) => `S${index}`);
  return {
    'package.json': JSON.stringify({ as_of: asOf }),
    'children.csv': `child_id,birth_date\n${sound.map((id) => `${id},2015-03-01\n`).join('')}${children}`,
    'removals.csv': `child_id,removal_date,discharge_date,discharge_reason,county,unit\n${sound
      .map((id) => `${id},2023-02-01,2023-08-01,reunification,Alder,Alder 1\n`)
      .join('')}${removals}`,
  };
};

const faulty: Told = {
  asOf: '2024-09-30',
  children: 'A,\nB,2014-01-01\nC,2014-01-01\nD,2014-01-01\nE,2014-02-30\n',
  removals: [
    'A,2024-01-05,,,Alder,Alder 2\n',
    'B,2024-02-05,2024-02-05,reunification,Alder,Alder 2\n',
    'C,2024-03-05,2024-06-01,,Birch,Birch 1\n',
    'D,2024-04-05,,,,\n',
    'E,2024-05-05,,,Birch,Birch 1\n',
    'E,2024-06-05,2024-13-01,,Birch,Birch 1\n',
  ].join(''),
};

const as = (role: Role, place: Place) => scopeFor(actorAs(role, place), fixesPolicy['fixes.read']);

const toMend: readonly FixState[] = ['open', 'said-fixed', 'still-there'];

const listed = async (
  version: number,
  [role, place]: readonly [Role, Place] = ['analyst', 'state'],
  states: readonly FixState[] = toMend,
): Promise<readonly Fix[]> => {
  const filter = { at: 'state', rule: null, states } as const;
  return (await listFixes(database, as(role, place), version, filter, { offset: 0, limit: 50 })).fixes;
};

const told = (fixes: readonly Fix[]): string[] =>
  fixes.map(({ rule, field, childId, recordOn, place }) =>
    [rule, field, childId, recordOn, place].join(' · '),
  );

const one = (fixes: readonly Fix[], childId: string): Fix => {
  const [fix, ...more] = fixes.filter((each) => each.childId === childId);
  if (!fix || more.length > 0) throw new Error(`There are ${more.length} more of ${childId}.`);
  return fix;
};

test('what is wrong, in which record, and where: from the row, else from the child’s last removal, else nowhere known', async () => {
  const version = await bring(files(faulty));
  expect(told(await listed(version))).toEqual([
    'birth-date-missing · birth_date · A ·  · unit:Alder/Alder 2',
    'county-missing · county · D · 2024-04-05 · state',
    'date-unreadable · birth_date · E ·  · unit:Birch/Birch 1',
    'date-unreadable · discharge_date · E · 2024-06-05 · unit:Birch/Birch 1',
    'discharge-reason-missing · discharge_reason · C · 2024-03-05 · unit:Birch/Birch 1',
    'discharge-same-day · discharge_date · B · 2024-02-05 · unit:Alder/Alder 2',
    'removal-without-child · birth_date · E ·  · unit:Birch/Birch 1',
  ]);
});

const readers: readonly (readonly [Role, Place, readonly string[]])[] = [
  ['analyst', 'state', ['A', 'B', 'C', 'D', 'E']],
  ['analyst', 'county:Birch', ['C', 'E']],
  ['supervisor', 'county:Alder', ['A', 'B']],
  ['supervisor', 'unit:Alder/Alder 2', ['A', 'B']],
  ['frontline', 'unit:Alder/Alder 1', []],
];

test('everybody reads what is theirs and nothing else, with any SQL', async () => {
  const version = await bring(files(faulty));
  for (const [role, place, expected] of readers) {
    const seen = (await listed(version, [role, place])).map(({ childId }) => childId);
    expect([...new Set(seen)].toSorted(), `${role} at ${place}`).toEqual(expected);
    const { rows } = await transactIn(database, as(role, place), (tx) =>
      tx.execute<{ child_id: string }>(sql`select distinct child_id from data_fixes order by 1`),
    );
    expect(rows.map(({ child_id }) => child_id)).toEqual(expected);
  }
});

test('another role’s scope reads and changes nothing', async () => {
  await bring(files(faulty));
  const leader = scopeFor(actorAs('leader'), { ...fixesPolicy['fixes.read'], mayBeDoneBy: ['leader'] });
  const { rows } = await transactIn(database, leader, (tx) => tx.execute(sql`select from data_fixes`));
  expect(rows).toEqual([]);
  const alder = as('supervisor', 'county:Alder');
  const { rowCount } = await transactIn(database, alder, (tx) =>
    tx.execute(sql`update data_fixes set state = 'gone' where place like 'unit:Birch/%'`),
  );
  expect(rowCount).toBe(0);
  await expect(
    transactIn(database, alder, (tx) => tx.execute(sql`delete from data_fixes`)),
  ).resolves.toMatchObject({ rowCount: 0 });
});

const work = (role: Role, place: Place) => scopeFor(actorAs(role, place), fixesPolicy['fixes.work']);
const saying = (today: string) => ({ today, saidAs: 'Supervisor, Alder 2 in Alder' });

test('said to be fixed, and the next version decides: gone, still there, or newer than the data', async () => {
  const first = await bring(files(faulty));
  const supervisor = work('supervisor', 'county:Alder');
  const before = await listed(first);
  for (const child of ['A', 'B'])
    await sayFixed(database, supervisor, one(before, child).id, saying('2024-10-10'));
  const late = one(before, 'C');
  await sayFixed(database, work('analyst', 'state'), late.id, saying('2025-01-15'));

  const mended = {
    ...faulty,
    asOf: '2024-12-31',
    children: faulty.children?.replace('A,\n', 'A,2014-07-07\n') ?? '',
  };
  const second = await bring(files(mended));
  const everything = await listed(second, ['analyst', 'state'], fixStates);
  expect(one(everything, 'A')).toMatchObject({ state: 'gone', goneIn: second, goneHow: 'mended' });
  expect(one(everything, 'B')).toMatchObject({ state: 'still-there', seenIn: [first, second] });
  expect(one(everything, 'C')).toMatchObject({ state: 'said-fixed', saidFixedOn: '2025-01-15' });
  expect(one(everything, 'D')).toMatchObject({ state: 'open' });
  expect(one(everything, 'B').id).toBe(one(before, 'B').id);
});

test('a record that is no longer there is gone, and said to be absent; what comes back is open again', async () => {
  await bring(files(faulty));
  const without = { ...faulty, asOf: '2024-10-31', removals: '', children: 'B,2014-01-01\n' };
  const second = await bring(files(without));
  const gone = await listed(second, ['analyst', 'state'], ['gone']);
  expect(one(gone, 'B')).toMatchObject({ goneHow: 'mended' });
  expect(one(gone, 'C')).toMatchObject({ goneHow: 'absent' });
  const third = await bring(files({ ...faulty, asOf: '2024-11-30' }));
  expect(one(await listed(third), 'B')).toMatchObject({ state: 'open', goneIn: null, goneHow: null });
});

test('older data, and data of other files, decide nothing', async () => {
  const version = await bring(files(faulty));
  await bring(files({ asOf: '2024-06-30' }));
  expect(await listed(version)).toHaveLength(7);
});

test('with a version goes what only it showed; what it had shown to be gone is open again', async () => {
  const first = await bring(files(faulty));
  const second = await bring(
    files({ ...faulty, asOf: '2024-12-31', children: 'F,\n', removals: 'F,2024-11-01,,,Alder,Alder 2\n' }),
  );
  expect(told(await listed(second))).toEqual(['birth-date-missing · birth_date · F ·  · unit:Alder/Alder 2']);
  await useVersion({ database, dataFolder }, scope, first);
  await deleteVersion({ database, dataFolder }, scope, second);
  expect((await listed(first)).map(({ childId, state }) => `${childId} ${state}`)).not.toContain('F open');
  expect(await listed(first)).toHaveLength(7);
  await database.owner.query('update data_versions set in_use = false');
  await deleteVersion({ database, dataFolder }, scope, first);
  const { rows } = await database.owner.query('select from data_fixes');
  expect(rows).toEqual([]);
});

test('assigned to a unit within reach, with a note that names a role and no person', async () => {
  const version = await bring(files(faulty));
  const county = actorAs('supervisor', 'county:Birch');
  const assign = scopeFor(county, fixesPolicy['fixes.assign']);
  const { id } = one(await listed(version), 'C');
  await assignFix(database, assign, id, { to: 'unit:Birch/Birch 2', forSupervisor: true });
  await expect(assignFix(database, assign, id, { to: 'county:Alder', forSupervisor: false })).rejects.toThrow(
    'You may not give records to Alder',
  );
  await expect(
    assignFix(database, scopeFor(actorAs('supervisor', 'county:Alder'), fixesPolicy['fixes.assign']), id, {
      ...{ to: 'county:Alder', forSupervisor: false },
    }),
  ).rejects.toThrow('within your reach');
  const worker = work('frontline', 'unit:Birch/Birch 2');
  await addFixNote(
    database,
    worker,
    id,
    { text: 'The court file is on its way.' },
    'Caseworker, Birch 2 in Birch',
  );
  const fix = await getFix(database, worker as unknown as ReturnType<typeof as>, id);
  expect(fix).toMatchObject({ assignedTo: 'unit:Birch/Birch 2', forSupervisor: true });
  expect(fix.notes).toMatchObject([
    { text: 'The court file is on its way.', saidAs: 'Caseworker, Birch 2 in Birch' },
  ]);
});

test('rows that do not say whose they are stand together at the state, and every reading is on record', async () => {
  const version = await bring(
    files({ asOf: '2024-09-30', removals: 'X,2024-01-05\nY\n,2024-01-05,,,Alder,Alder 1\n' }),
  );
  const fixes = await listed(version);
  expect(
    fixes.map(({ rule, records, place, sentence }) => ({ rule, records, place, sentence })),
  ).toMatchObject([
    {
      rule: 'key-missing',
      records: 1,
      place: 'state',
      sentence: expect.stringContaining('In removals.csv: '),
    },
    { rule: 'row-ragged', records: 2, place: 'state' },
  ]);
  const { rows } = await database.owner.query(
    "select actor_id, subject, details from audit_entries where event = 'fixes-read' order by id desc limit 1",
  );
  expect(rows).toEqual([
    {
      actor_id: 'analyst-at-state',
      subject: `data-version:${version}`,
      details: { at: 'state', rule: null, states: toMend.join(' '), records: 2 },
    },
  ]);
});
