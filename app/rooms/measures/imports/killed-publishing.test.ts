/** An import or a deletion killed around the registry: the version in use stays, the next start cleans up, the retry is clean. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { systemScope } from '../../../commons/permissions/scope.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../../../platform/data-folder.ts';
import { importFiles } from './import-files.ts';
import { listVersions, versionInUse } from './reads.ts';
import { recoverVersions } from './recover-versions.ts';
import { openStagingFolder } from './staging-folder.ts';
import type { DataVersion } from './version.ts';

const root = temporaryFolder();
const scope = systemScope('a test');
const fixture = fileURLToPath(new URL('./registry.fixture.ts', import.meta.url));
const vectors = fileURLToPath(new URL('../../../../tests/vectors/indicators/', import.meta.url));
const large = join(vectors, 'formats', 'package-300');

let database: FreshDatabase;
let dataFolder: DataFolder;
let access: string;
let current: DataVersion;
let folders = 0;
let child: ChildProcess | undefined;

const store = () => ({ database, dataFolder });

const bring = async (path: string): Promise<DataVersion> => {
  const watch = { report: () => undefined, signal: new AbortController().signal };
  const limits = { memory: '300MB', threads: 1 };
  const outcome = await importFiles(store(), limits, scope, { paths: [path], putInUse: true }, watch);
  if (outcome.kind === 'refused') throw new Error('refused');
  return outcome.version;
};

beforeAll(async () => {
  database = await freshDatabase();
  const { rows } = await database.owner.query('select current_database() as name');
  access = JSON.stringify({ ...inject('testDatabase').application, database: rows[0].name });
});
beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await database.owner.query('delete from data_versions');
  folders += 1;
  dataFolder = dataFolderAt(join(root, `data-${folders}`));
  await prepareDataFolder(dataFolder);
  const small = join(root, `small-${folders}`);
  await cp(join(vectors, 'cases', 'p1_window_edges'), small, { recursive: true });
  current = await bring(small);
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await letGo();
  await database.owner.query('drop function if exists wait_here() cascade');
});
afterAll(() => database.close());

const begin = (verb: string, subject: string): ChildProcess => {
  child = spawn(process.execPath, [fixture, access, dataFolder.root, verb, subject], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return child;
};

const killAt = async (step: RegExp): Promise<void> => {
  const running = begin('import', large);
  let said = '';
  running.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (step.test(said)) running.kill('SIGKILL');
  });
  const [code, signal] = await once(running, 'exit');
  expect([code, signal], said).toEqual([null, 'SIGKILL']);
};

/** Lets every insert or delete in the registry wait, at the statement or at the commit, until `letGo`. */
const waitAt = async (moment: 'statement' | 'commit', event: 'insert' | 'delete'): Promise<void> => {
  await database.owner.query('select pg_advisory_lock(99)');
  await database.owner.query(
    `create function wait_here() returns trigger language plpgsql as
     $$ begin perform pg_advisory_xact_lock(99); return null; end $$`,
  );
  const deferral = moment === 'commit' ? 'deferrable initially deferred' : '';
  await database.owner.query(
    `create constraint trigger wait_here after ${event} on data_versions ${deferral}
     for each row execute function wait_here()`,
  );
};

const letGo = (): Promise<unknown> => database.owner.query('select pg_advisory_unlock_all()');

const waitingBackend = async (): Promise<number> => {
  const query = `select pid from pg_locks where locktype = 'advisory' and objid = 99 and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  const pid = async (): Promise<number | undefined> => (await database.owner.query(query)).rows[0]?.pid;
  return (await vi.waitUntil(pid, { timeout: 25_000, interval: 50 })) ?? 0;
};

/** Kills the process and then its waiting transaction, as the server would find it when it next writes. */
const killWhileWaiting = async (running: ChildProcess): Promise<void> => {
  const backend = await waitingBackend();
  running.kill('SIGKILL');
  await once(running, 'exit');
  await database.applicationPool.query('select pg_terminate_backend($1)', [backend]);
  await letGo();
  await database.owner.query('drop function wait_here() cascade');
};

/** The same as a start of the server: the killed connection may need a moment to let go. */
const startAgain = async (): Promise<void> => {
  await vi.waitUntil(
    async () => {
      await recoverVersions(store());
      return (await readdir(dataFolder.staging)).length === 0;
    },
    { timeout: 10_000, interval: 100 },
  );
};

const expectAsBefore = async (): Promise<void> => {
  expect((await versionInUse(store(), scope))?.number).toBe(current.number);
  expect(await listVersions(store(), scope)).toHaveLength(1);
};

const expectCleanRetry = async (): Promise<void> => {
  await startAgain();
  await vi.waitUntil(
    async () => {
      await recoverVersions(store());
      return (await readdir(dataFolder.versions)).length === 1;
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(await readdir(dataFolder.versions)).toEqual([basename(current.folder)]);
  await expectAsBefore();
  const version = await bring(large);
  expect(version).toMatchObject({ inUse: true, asOf: '2024-09-30' });
  expect((await readdir(dataFolder.versions)).sort()).toEqual(
    [current, version].map(({ folder }) => basename(folder)).sort(),
  );
};

test.each([/Reading/, /Computing/])('killed at %s', async (step) => {
  await killAt(step);
  await expectAsBefore();
  await expectCleanRetry();
});

test('killed after the row is added and before the folder has its name', async () => {
  await waitAt('statement', 'insert');
  await killWhileWaiting(begin('import', large));
  await expectAsBefore();
  await expectCleanRetry();
});

test('killed when the folder has its name and nothing is committed', async () => {
  await waitAt('commit', 'insert');
  const running = begin('import', large);
  await killWhileWaiting(running);
  expect(await readdir(dataFolder.versions)).toHaveLength(2);
  await expectAsBefore();
  await expectCleanRetry();
});

test('killed when all is committed: the version is whole, and a start says so', async () => {
  const version = await bring(large);
  await writeFile(join(version.folder, '.on-its-way'), '');
  await recoverVersions(store());
  expect(await readdir(version.folder)).not.toContain('.on-its-way');
  expect((await versionInUse(store(), scope))?.number).toBe(version.number);
});

test('a deletion killed before its commit leaves the version whole', async () => {
  const version = await bring(large);
  await waitAt('commit', 'delete');
  await killWhileWaiting(begin('delete', String(current.number)));
  await recoverVersions(store());
  expect((await listVersions(store(), scope)).map(({ number }) => number)).toEqual([
    version.number,
    current.number,
  ]);
  expect(await readdir(current.folder)).toContain('manifest.json');
  expect(await readdir(current.folder)).not.toContain('.on-its-way');
});

test('a deletion killed after its commit is finished by the next start', async () => {
  await bring(large);
  await writeFile(join(current.folder, '.on-its-way'), '');
  await database.owner.query('delete from data_versions where number = $1', [current.number]);
  await recoverVersions(store());
  expect(await readdir(dataFolder.versions)).toHaveLength(1);
  expect(await readdir(dataFolder.derived)).not.toContain(current.contentId);
});

test('a folder the registry does not know and nobody marked is left alone', async () => {
  const strange = join(dataFolder.versions, 'from-another-database');
  await mkdir(strange);
  await recoverVersions(store());
  expect(await readdir(dataFolder.versions)).toContain('from-another-database');
});

test('a living import is left in peace by a start beside it', async () => {
  await waitAt('statement', 'insert');
  const running = begin('import', large);
  await waitingBackend();
  await recoverVersions(store());
  await letGo();
  expect(await once(running, 'exit')).toEqual([0, null]);
  expect(await readdir(dataFolder.staging)).toEqual([]);
  const version = await versionInUse(store(), scope);
  expect(version?.number).toBeGreaterThan(current.number);
  expect(await readdir(version?.folder ?? '')).toContain('manifest.json');
});

test('the next import removes what a killed one left on its way, and leaves alone what a living process uses', async () => {
  const ended = spawn(process.execPath, ['--version']);
  await once(ended, 'close');
  const left = join(dataFolder.staging, `import.${ended.pid}.3132.0a0b0c`);
  await mkdir(left);
  await writeFile(join(left, 'removals.parquet'), 'half');
  const upload = await openStagingFolder(dataFolder, 'upload');
  await bring(large);
  expect(await readdir(dataFolder.staging)).toEqual([basename(upload.path)]);
});
