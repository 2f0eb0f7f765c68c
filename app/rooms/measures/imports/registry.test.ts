import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { actorAs } from '../../../../tests/support/actor.ts';
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/database.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { runJobs } from '../../../commons/jobs/queue.ts';
import { jobProgress } from '../../../commons/jobs/reads.ts';
import { scopeFor, systemScope } from '../../../commons/permissions/scope.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../../../platform/data-folder.ts';
import type { ImportForm } from './forms.ts';
import { importFiles } from './import-files.ts';
import { importInWords } from './import-words.ts';
import { importHandler, startImport } from './jobs.ts';
import { importsPolicy } from './policy.ts';
import { countProblems, listProblems, problemsOf } from './problem-report.ts';
import { getVersion, listVersions, versionInUse } from './reads.ts';
import { openStagingFolder } from './staging-folder.ts';
import { deleteVersion, useVersion } from './writes.ts';

const root = temporaryFolder();
const limits = { memory: '300MB', threads: 1 };
const scope = systemScope('a test');
const analyst = actorAs('analyst', 'state', 'an-analyst');

let database: FreshDatabase;
let dataFolder: DataFolder;
let packages = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await database.owner.query('delete from data_versions');
  dataFolder = dataFolderAt(join(root, `data-${packages}`));
  await prepareDataFolder(dataFolder);
});
afterAll(() => database.close());

/** A package of one child more each time, so that no two are the same; `row` is added to its removals. */
const newPackage = async (row = ''): Promise<string> => {
  packages += 1;
  const folder = join(root, `package-${packages}`);
  await mkdir(folder);
  const ids = Array.from({ length: packages + 20 }, (_, index) => `c${index}`);
  const children = ids.map((id) => `${id},2015-03-01\n`).join('');
  const removals = ids.map((id) => `${id},2023-02-01,2023-08-01,reunification\n`).join('');
  await writeFile(join(folder, 'children.csv'), `child_id,birth_date\n${children}`);
  await writeFile(
    join(folder, 'removals.csv'),
    `child_id,removal_date,discharge_date,discharge_reason\n${removals}${row}`,
  );
  return folder;
};

const store = () => ({ database, dataFolder });
const steps: string[] = [];
const watch = {
  report: ({ step }: { step: string }) => steps.push(step),
  signal: new AbortController().signal,
};
const bring = (path: string, more: Partial<ImportForm> = {}, watcher = watch) =>
  importFiles(store(), limits, scope, { paths: [path], putInUse: true, ...more }, watcher);

const versionOf = async (outcome: ReturnType<typeof bring>) => {
  const done = await outcome;
  if (done.kind === 'refused') throw new Error(importInWords(done));
  return done.version;
};

const foldersOf = async (): Promise<{ versions: string[]; staging: string[] }> => ({
  versions: await readdir(dataFolder.versions),
  staging: await readdir(dataFolder.staging),
});

test('an import makes one version, in use, closed to others, with figures and audit', async () => {
  const outcome = await bring(await newPackage());
  expect(importInWords(outcome)).toMatch(
    /^Version \d+ is ready and in use: Case-data package, as of 2023-08-01. No row was set aside.$/,
  );
  const version = await versionInUse(store(), scope);
  if (!version) throw new Error('none in use');
  expect(version).toMatchObject({ asOf: '2023-08-01', madeBy: 'system', inUse: true });
  expect(await foldersOf()).toEqual({ versions: [basename(version.folder)], staging: [] });
  expect((await stat(version.folder)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(version.folder)) {
    expect(name).not.toBe('.on-its-way');
    expect((await stat(join(version.folder, name))).mode & 0o777).toBe(0o600);
  }
  const manifest = JSON.parse(await readFile(join(version.folder, 'manifest.json'), 'utf8'));
  expect(manifest).toEqual(version.manifest);
  expect(await readdir(dataFolder.derived)).toEqual([version.contentId]);
  expect(steps.some((step) => step.startsWith('Computing figures'))).toBe(true);
  const { rows } = await database.owner.query('select * from audit_entries where subject = $1 order by id', [
    `data-version:${version.number}`,
  ]);
  expect(rows).toEqual([
    expect.objectContaining({ event: 'version-published', actor_id: 'system' }),
    expect.objectContaining({ event: 'fix-list-made', actor_id: 'system' }),
  ]);
});

test('the same files again are recognised: no second copy, from wherever they come', async () => {
  const folder = await newPackage();
  const first = await versionOf(bring(folder));
  await cp(folder, `${folder}-elsewhere`, { recursive: true });
  const again = await bring(`${folder}-elsewhere`);
  expect(again).toMatchObject({ kind: 'known', version: { number: first.number } });
  expect(importInWords(again)).toContain(`already here as version ${first.number} (in use)`);
  expect(await foldersOf()).toMatchObject({ versions: [basename(first.folder)], staging: [] });
});

test('one version is in use; choosing another is on record; choosing it again is not', async () => {
  const first = await versionOf(bring(await newPackage()));
  const second = await versionOf(bring(await newPackage(), { putInUse: false }));
  expect((await versionInUse(store(), scope))?.number).toBe(first.number);
  const chosen = scopeFor(analyst, importsPolicy['versions.use']);
  await useVersion(store(), chosen, second.number);
  await useVersion(store(), chosen, second.number);
  expect((await listVersions(store(), scope)).map(({ number, inUse }) => [number, inUse])).toEqual([
    [second.number, true],
    [first.number, false],
  ]);
  const { rows } = await database.owner.query(
    "select actor_id from audit_entries where event = 'version-put-in-use' and subject = $1",
    [`data-version:${second.number}`],
  );
  expect(rows).toEqual([{ actor_id: 'an-analyst' }]);
  await expect(useVersion(store(), scope, 999_999)).rejects.toThrow('no data version 999999');
});

test('deleting takes the folder, the report and the figures, never the version in use, never a number twice', async () => {
  const first = await versionOf(bring(await newPackage()));
  await expect(deleteVersion(store(), scope, first.number)).rejects.toThrow('is in use');
  const second = await versionOf(bring(await newPackage()));
  await deleteVersion(store(), scope, first.number);
  await expect(getVersion(store(), scope, first.number)).rejects.toThrow('no data version');
  expect((await foldersOf()).versions).toEqual([basename(second.folder)]);
  expect(await readdir(dataFolder.derived)).toEqual([second.contentId]);
  const third = await versionOf(bring(await newPackage()));
  expect(third.number).toBeGreaterThan(second.number);
});

test('files that cannot be used leave nothing, and the version in use as it was', async () => {
  const first = await versionOf(bring(await newPackage()));
  const folder = await newPackage();
  await writeFile(join(folder, 'children.csv'), 'child_id,sex\nc1,female\n');
  const outcome = await bring(folder);
  expect(outcome.kind).toBe('refused');
  expect(importInWords(outcome)).toMatch(/^Nothing was imported\. children\.csv/);
  expect((await versionInUse(store(), scope))?.number).toBe(first.number);
  expect(await foldersOf()).toEqual({ versions: [basename(first.folder)], staging: [] });
});

test('a stop in the middle leaves nothing', async () => {
  const stopping = new AbortController();
  const report = ({ step }: { step: string }): void => {
    if (step.startsWith('Computing')) stopping.abort();
  };
  const outcome = await bring(await newPackage(), {}, { report: report as never, signal: stopping.signal });
  expect(outcome).toMatchObject({ kind: 'refused', problems: [{ rule: 'import-cancelled' }] });
  expect(await foldersOf()).toEqual({ versions: [], staging: [] });
});

test('the report: values for analysts, counts for others, each reading on record', async () => {
  const bad = 'c0,2023-02-31,,=danger\n';
  const version = await versionOf(bring(await newPackage(bad)));
  const reading = scopeFor(analyst, importsPolicy['problems.read']);
  const listed = await listProblems(store(), reading, version.number);
  expect(listed).toContainEqual(
    expect.objectContaining({ file: 'removals.csv', column: 'removal_date', value: '2023-02-31' }),
  );
  let csv = '';
  for await (const piece of await problemsOf(store(), reading, version.number)) csv += piece;
  expect(csv.split('\r\n')[0]).toBe('file,line,column,value,rule,sentence,weight');
  expect(csv).toContain('2023-02-31');
  expect(csv).toContain(",'=danger,");
  const counts = await countProblems(store(), scope, version.number);
  expect(counts.length).toBeGreaterThan(0);
  expect(JSON.stringify(counts)).not.toContain('2023-02-31');
  const { rows } = await database.owner.query("select * from audit_entries where event = 'report-read'");
  expect(rows).toHaveLength(2);
});

test('two imports at once: the second waits, says so, and both are whole', async () => {
  const [one, other] = [await newPackage(), await newPackage()];
  const said: string[] = [];
  const report = ({ step }: { step: string }): number => said.push(step);
  const both = await Promise.all([bring(one), bring(other, {}, { ...watch, report })]);
  expect(both.map(({ kind }) => kind)).toEqual(['published', 'published']);
  expect([...steps, ...said]).toContain('Waiting for another import to end');
  const versions = await listVersions(store(), scope);
  expect(versions.filter(({ inUse }) => inUse)).toHaveLength(1);
  expect((await foldersOf()).versions.sort()).toEqual(versions.map(({ folder }) => basename(folder)).sort());
});

test('as a job: an upload is imported, attributed to who asked, and removed', async () => {
  const upload = await openStagingFolder(dataFolder, 'upload');
  await cp(await newPackage('c0,2023-02-31,,adoption\n'), upload.path, { recursive: true });
  const queue = await runJobs(database, { import: importHandler(store(), limits) });
  const id = await startImport(queue, scopeFor(analyst, importsPolicy['versions.import']), {
    paths: [upload.path],
    putInUse: true,
    uploadFolder: upload.path,
  });
  await vi.waitUntil(async () => (await jobProgress(database, scope, id)).endedAt !== null, {
    timeout: 20_000,
    interval: 100,
  });
  const job = await jobProgress(database, scope, id);
  await queue.stop();
  expect(job).toMatchObject({ state: 'done', result: { kind: 'published' } });
  expect(JSON.stringify(job)).not.toContain('2023-02-31');
  expect((await versionInUse(store(), scope))?.madeBy).toBe('an-analyst');
  expect((await foldersOf()).staging).toEqual([]);
});

test('row-level security denies: without a scope nothing, without the role no change', async () => {
  const version = await versionOf(bring(await newPackage()));
  expect((await database.applicationPool.query('select * from data_versions')).rows).toEqual([]);
  const asNobody = { 'midcourse.roles': 'frontline', 'midcourse.actor_id': 'x' };
  for (const statement of ['delete from data_versions', 'update data_versions set in_use = false']) {
    const { rowCount } = await database.transact(asNobody, (tx) => tx.execute(statement));
    expect(rowCount).toBe(0);
  }
  const asAnalyst = { 'midcourse.roles': 'analyst', 'midcourse.actor_id': 'x' };
  const deleted = await database.transact(asAnalyst, (tx) => tx.execute('delete from data_versions'));
  expect(deleted.rowCount).toBe(0);
  expect((await getVersion(store(), scope, version.number)).number).toBe(version.number);
});
