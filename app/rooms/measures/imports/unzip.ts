/** Unpacks a zip into the scratch folder, under plain numbered names, within stated bounds. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ProblemCollector } from './problem-collector.ts';

/** Case data shrink 5 to 20 times; what shrinks more than this is made to fill a disk. */
const greatestRatio = 100;
/** Below this size a great ratio does no harm (a few equal rows). */
const harmlessBytes = 1024 * 1024;
const mostEntries = 10_000;
const linkMode = 0o120000;
const modeMask = 0o170000;

export interface Unpacked {
  readonly path: string;
  readonly name: string;
  /** The path inside the zip. */
  readonly entry: string;
  readonly isGiven: boolean;
}

interface Bounds {
  readonly zip: string;
  readonly free: number;
  /** Of the whole zip, against entries that share the same compressed bytes. */
  readonly mostBytes: number;
  readonly problems: ProblemCollector;
}

const refuse = ({ problems, zip }: Bounds, rule: string, sentence: string): never =>
  problems.stop({ file: zip, line: null, column: null, value: null, rule, sentence });

const checkEntry = (entry: Entry, bounds: Bounds): void => {
  if (entry.isEncrypted())
    refuse(
      bounds,
      'zip-encrypted',
      'The zip is protected by a password. Unpack it first and import the folder.',
    );
  if (((entry.externalFileAttributes >>> 16) & modeMask) === linkMode)
    refuse(bounds, 'zip-link', 'The zip holds a link instead of a file. Pack the files themselves.');
  if (entry.uncompressedSize > harmlessBytes && entry.uncompressedSize > greatestRatio * entry.compressedSize)
    refuseRatio(bounds);
};

const refuseRatio = (bounds: Bounds): never =>
  refuse(
    bounds,
    'zip-ratio',
    `The zip unpacks to more than ${greatestRatio} times its size. Nothing was unpacked.`,
  );

const listEntries = async (zip: ZipFile, bounds: Bounds): Promise<Entry[]> => {
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, bounds);
    if (entry.fileName.endsWith('/') || isHiddenPath(entry.fileName)) continue;
    entries.push(entry);
    bytes += entry.uncompressedSize;
    if (entries.length > mostEntries)
      refuse(bounds, 'too-many-files', `The zip holds more than ${mostEntries} files.`);
    if (bytes > bounds.mostBytes) refuseRatio(bounds);
    if (bytes > bounds.free)
      refuse(
        bounds,
        'disk-full',
        'The zip unpacks to more than the disk has room for. Free some space and try again.',
      );
  }
  return entries;
};

const isHiddenPath = (name: string): boolean =>
  name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

const openZip = async (path: string, bounds: Bounds): Promise<ZipFile> => {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch {
    return refuse(bounds, 'zip-unreadable', 'The zip is damaged or cut short. Pack it again.');
  }
};

/** Passes the bytes on and fails at the end when they are not those that were packed: the unpacker does not look. */
const checkedAgainst = ({ crc32: expected }: Entry): Transform => {
  let sum = 0;
  return new Transform({
    transform(bytes: Buffer, _, done) {
      sum = crc32(bytes, sum);
      done(null, bytes);
    },
    flush(done) {
      done(sum === expected >>> 0 ? null : new Error('The checksum does not fit.'));
    },
  });
};

const extract = async (zip: ZipFile, entries: readonly Entry[], folder: string): Promise<Unpacked[]> => {
  const files: Unpacked[] = [];
  for (const [index, entry] of entries.entries()) {
    const path = join(folder, String(index + 1));
    const packed = await zip.openReadStreamPromise(entry);
    await pipeline(packed, checkedAgainst(entry), createWriteStream(path, { mode: 0o600 }));
    files.push({ path, name: basename(entry.fileName), entry: entry.fileName, isGiven: false });
  }
  return files;
};

const isPathOutside = (error: unknown): boolean =>
  error instanceof Error && /relative path|absolute path|invalid characters in fileName/i.test(error.message);

/** Stops for a path outside the zip, a link, a password, a huge ratio or size, and a damaged zip. */
export const unzip = async (
  path: string,
  name: string,
  scratch: string,
  problems: ProblemCollector,
): Promise<Unpacked[]> => {
  await mkdir(join(scratch, 'zips'), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(scratch, 'zips', 'zip-'));
  const { bavail, bsize } = await statfs(folder);
  const mostBytes = Math.max(harmlessBytes, greatestRatio * (await stat(path)).size);
  const bounds: Bounds = { zip: name, free: bavail * bsize, mostBytes, problems };
  const zip = await openZip(path, bounds);
  try {
    const entries = await listEntries(zip, bounds);
    return await extract(zip, entries, folder);
  } catch (error) {
    if (problems.hasStop || isDiskFull(error)) throw error;
    if (isPathOutside(error))
      return refuse(
        bounds,
        'zip-path-outside',
        'A file in the zip has a path that leads out of it. Nothing was unpacked.',
      );
    return refuse(bounds, 'zip-unreadable', 'The zip is damaged or cut short. Pack it again.');
  } finally {
    zip.close();
  }
};

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';
