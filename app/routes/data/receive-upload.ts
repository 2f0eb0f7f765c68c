/** Files of a form onto the disk as they arrive: memory stays the same for a kilobyte and for fifty gigabytes. */
import { createWriteStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { DataFolder } from '../../platform/data-folder.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { openStagingFolder } from '../../rooms/measures/public.ts';

export interface Upload {
  /** A staging folder: the import that reads it removes it. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** Removes all of it, when no import will. */
  discard(): Promise<void>;
}

const mostFiles = 200;
/** Of a name on disk; file systems take 255. */
const mostNameBytes = 200;

/** The end of the name, where its ending stands. */
const shortened = (name: string): string => {
  const characters = [...name];
  while (Buffer.byteLength(characters.join('')) > mostNameBytes) characters.shift();
  return characters.join('');
};

/** The file's own name, without a path and without what a disk or a terminal could take for something else. */
export const plainName = (name: string): string =>
  shortened(
    basename(name.slice(-1000).replaceAll('\\', '/'))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u001f\u007f/:*?"<>|]/g, '_')
      .replace(/^\.+/, ''),
  );

const noRoom = (): Conflict =>
  new Conflict('There is not enough room on the disk for these files. Nothing was kept.');

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code));

const assertRoom = async ({ staging }: DataFolder, request: Request): Promise<void> => {
  const { bavail, bsize } = await statfs(staging);
  const coming = Number(request.headers.get('content-length') ?? 0);
  // The version is written beside what was sent, and is never larger.
  if (coming * 2 > bavail * bsize) throw noRoom();
};

type Received = Pick<Upload, 'fields' | 'paths'>;

const parse = (request: Request, folder: string): Promise<Received> =>
  new Promise((resolve, reject) => {
    const contentType = request.headers.get('content-type') ?? '';
    if (!request.body || !contentType.startsWith('multipart/form-data'))
      throw new Invalid('No file was sent.', 'Choose the files again.');
    const fields: Record<string, string> = {};
    const names = new Set<string>();
    const written: Promise<void>[] = [];
    const parser = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: mostFiles, fields: 20, fieldSize: 2000 },
    });
    parser.on('file', (_field, stream, filename) => {
      const name = plainName(filename ?? '');
      if (name === '') return stream.resume();
      if (names.has(name)) {
        stream.resume();
        return reject(new Invalid(`Two files are called ${name}.`, 'Give each file its own name.'));
      }
      names.add(name);
      const writing = pipeline(stream, createWriteStream(join(folder, name), { mode: 0o600, flags: 'wx' }));
      writing.catch(reject);
      return written.push(writing);
    });
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('filesLimit', () =>
      reject(new Invalid(`More than ${mostFiles} files were sent.`, 'Send them as one zip.')),
    );
    parser.on('error', () => reject(new Invalid('The upload was cut off.', 'Send the files again.')));
    parser.on('finish', () => {
      Promise.all(written).then(
        () => resolve({ fields, paths: [...names].map((name) => join(folder, name)) }),
        reject,
      );
    });
    pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser).catch(() =>
      reject(new Invalid('The upload was cut off.', 'Send the files again.')),
    );
  });

/** Throws Invalid for a form without files, Conflict without room on the disk; then nothing is left behind. */
export const receiveUpload = async (request: Request, dataFolder: DataFolder): Promise<Upload> => {
  await assertRoom(dataFolder, request);
  const staging = await openStagingFolder(dataFolder, 'upload');
  try {
    const received = await parse(request, staging.path);
    if (received.paths.length === 0)
      throw new Invalid('No file was sent.', 'Choose at least one file and send it again.');
    return { ...received, folder: staging.path, discard: () => staging.remove() };
  } catch (error) {
    await staging.remove();
    throw isDiskFull(error) ? noRoom() : error;
  }
};
