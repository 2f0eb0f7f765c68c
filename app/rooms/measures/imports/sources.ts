/** Finds what lies under the given paths and says of each file what kind it is, by its name and its content. */
import { lstat, mkdir, readdir, realpath, stat, symlink } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { FileHead, Format, SourceFile } from './formats/format.ts';
import type { ProblemCollector } from './problem-collector.ts';
import { readHead } from './read-head.ts';
import { unzip } from './unzip.ts';

export interface SourceSearch {
  readonly paths: readonly string[];
  readonly formats: readonly Format[];
  /** A folder for what comes out of zips and for links to the sources under plain names. */
  readonly scratch: string;
  readonly problems: ProblemCollector;
}

interface Found {
  readonly path: string;
  readonly name: string;
  /** Given by the user, not met in a folder: then it must be something we read. */
  readonly isGiven: boolean;
}

const deepestFolder = 4;
const mostFiles = 10_000;
/** Endings under which case data come: such a file that is none of ours stops the import, others are left out. */
const dataEndings = new Set(['.csv', '.tsv', '.xml', '.parquet', '.dat', '.xlsx', '.xls']);

const isHidden = (name: string): boolean => name.startsWith('.') || name === '__MACOSX';

const walk = async (folder: string, depth: number, found: Found[], problems: ProblemCollector) => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => noSuchPath(problems, folder));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isHidden(entry.name)) continue;
    if (entry.isFile()) found.push({ path, name: entry.name, isGiven: false });
    else if (entry.isDirectory() && depth < deepestFolder) await walk(path, depth + 1, found, problems);
    else leaveOut(problems, entry.name, 'It is a link or lies too deep; only ordinary files are read.');
    if (found.length > mostFiles) tooManyFiles(problems, folder);
  }
};

const leaveOut = (problems: ProblemCollector, name: string, why: string): void =>
  problems.add({
    file: name,
    line: null,
    column: null,
    value: null,
    rule: 'file-left-out',
    sentence: `The file is left out. ${why}`,
    weight: 'note',
  });

const tooManyFiles = (problems: ProblemCollector, folder: string): never =>
  problems.stop({
    file: basename(folder),
    line: null,
    column: null,
    value: null,
    rule: 'too-many-files',
    sentence: `The folder holds more than ${mostFiles} files. Give the folder that holds the case data only.`,
  });

const noSuchPath = (problems: ProblemCollector, path: string): never =>
  problems.stop({
    file: basename(path),
    line: null,
    column: null,
    value: null,
    rule: 'path-not-readable',
    sentence: 'There is no such file or folder, or it may not be read.',
  });

const findUnder = async (path: string, problems: ProblemCollector): Promise<Found[]> => {
  const found: Found[] = [];
  const real = await realpath(path).catch(() => noSuchPath(problems, path));
  const kind = await lstat(real);
  if (kind.isDirectory()) await walk(real, 0, found, problems);
  else if (kind.isFile()) found.push({ path: real, name: basename(path), isGiven: true });
  else noSuchPath(problems, path);
  return found;
};

const isZip = (head: FileHead): boolean =>
  head.bytes[0] === 0x50 && head.bytes[1] === 0x4b && head.bytes[2] === 3 && head.bytes[3] === 4;

const notOurs = (problems: ProblemCollector, file: Found): void => {
  if (!file.isGiven && !dataEndings.has(extname(file.name).toLowerCase())) {
    leaveOut(problems, file.name, 'It is none of the files that hold case data.');
    return;
  }
  problems.stop({
    file: file.name,
    line: null,
    column: null,
    value: null,
    rule: 'file-not-recognised',
    sentence:
      'This is none of the files that are read here: a case-data package (children.csv, removals.csv, placements.csv, ' +
      'reports.csv, visits.csv, investigations.csv, population.csv, counties.csv or the same as .parquet, package.json, or a zip ' +
      'of these), an AFCARS file, an NCANDS Child File, or a table of aggregates. ' +
      'Files from your own system, CSV or Excel with columns of its own, are read with a mapping. Else rename it, or take it out of the folder.',
  });
};

const recogniseAll = async (
  files: readonly Found[],
  search: SourceSearch,
  links: string,
  mayHoldZips: boolean,
): Promise<SourceFile[]> => {
  const sources: SourceFile[] = [];
  for (const file of files) {
    const head = await readHead(file.path, file.name).catch(() => noSuchPath(search.problems, file.path));
    if (mayHoldZips && isZip(head) && !file.name.toLowerCase().endsWith('.xlsx')) {
      const inside = await unzip(file.path, file.name, search.scratch, search.problems);
      sources.push(...(await recogniseAll(inside, search, links, false)));
      continue;
    }
    const kind = search.formats.map((format) => format.recognise(head)).find((known) => known !== null);
    if (!kind) notOurs(search.problems, file);
    else sources.push({ ...(await linked(file, links)), kind });
  }
  return sources;
};

/** The engine reads `*` and `[` in a path as patterns, so it is given each source under a plain name. */
const linked = async (file: Found, links: string): Promise<Omit<SourceFile, 'kind'>> => {
  const count = (await readdir(links)).length;
  const path = join(
    links,
    `${count + 1}${extname(file.name).toLowerCase() === '.parquet' ? '.parquet' : ''}`,
  );
  await symlink(file.path, path);
  const { size } = await stat(path);
  return { path, name: file.name, bytes: size };
};

/** All sources, in a stable order. Stops when a path is missing, a file is none of ours, or there is none at all. */
export const findSources = async (search: SourceSearch): Promise<SourceFile[]> => {
  const found = new Map<string, Found>();
  for (const path of search.paths)
    for (const file of await findUnder(path, search.problems))
      found.set(file.path, found.get(file.path) ?? file);
  const links = join(search.scratch, 'sources');
  await mkdir(links, { mode: 0o700 });
  const sources = await recogniseAll([...found.values()], search, links, true);
  if (sources.length === 0)
    search.problems.stop({
      file: basename(search.paths[0] ?? ''),
      line: null,
      column: null,
      value: null,
      rule: 'nothing-to-import',
      sentence: 'No file that holds case data was found here.',
    });
  return sources;
};
