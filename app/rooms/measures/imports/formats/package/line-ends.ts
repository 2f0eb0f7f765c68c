/** Some tools join files whose lines end in different ways; the engine takes one way only. */
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const chunkBytes = 1024 * 1024;

const hasBothEnds = async (path: string): Promise<boolean> => {
  let hasPlain = false;
  let hasReturn = false;
  let previous = 0;
  for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
    for (const byte of part as Buffer) {
      if (byte === lineFeed) {
        if (previous === carriageReturn) hasReturn = true;
        else hasPlain = true;
      }
      previous = byte;
    }
    if (hasPlain && hasReturn) return true;
  }
  return false;
};

/** The same file, or a copy at `copyPath` without carriage returns when its lines end in both ways. Lines keep their numbers. */
export const withOneLineEnd = async (path: string, copyPath: string): Promise<string> => {
  if (!(await hasBothEnds(path))) return path;
  const dropReturns = new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      done(
        null,
        chunk.filter((byte) => byte !== carriageReturn),
      ),
  });
  await pipeline(
    createReadStream(path, { highWaterMark: chunkBytes }),
    dropReturns,
    createWriteStream(copyPath, { mode: 0o600 }),
  );
  return copyPath;
};
