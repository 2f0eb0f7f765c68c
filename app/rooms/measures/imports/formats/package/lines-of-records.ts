/** The lines on which given records of a CSV begin, counting records as the engine does: blank lines are none. */
import { createReadStream } from 'node:fs';

const chunkBytes = 1024 * 1024;
const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const firstOfByteOrderMark = 0xef;

export interface RecordSearch {
  readonly path: string;
  /** Numbers of the records sought, from 0, the header and the refused records not counted. */
  readonly records: readonly number[];
  /** Byte positions of the beginnings of records that the engine refused. */
  readonly refusedAt: ReadonlySet<number>;
}

interface Walk {
  line: number;
  lineStart: number;
  isQuoted: boolean;
  hasJustClosed: boolean;
  /** Nothing yet on this line: no record has begun. */
  isBlank: boolean;
  previous: number;
}

const atFieldStart = (previous: number): boolean =>
  previous === comma || previous === lineFeed || previous === carriageReturn;

/** Takes one byte; true when a record begins with it. */
const step = (walk: Walk, byte: number, at: number): boolean => {
  const hasBegun = walk.isBlank && byte !== lineFeed && byte !== carriageReturn;
  if (hasBegun) walk.isBlank = false;
  if (byte === lineFeed) {
    walk.line += 1;
    if (!walk.isQuoted) {
      walk.isBlank = true;
      walk.lineStart = at + 1;
    }
  }
  if (byte === quote) {
    const opens = !walk.isQuoted && (atFieldStart(walk.previous) || walk.hasJustClosed);
    walk.hasJustClosed = walk.isQuoted;
    walk.isQuoted = opens;
  } else walk.hasJustClosed = false;
  walk.previous = byte;
  return hasBegun;
};

/** The line of each record sought. Reads no further than the last of them. */
export const linesOfRecords = async (search: RecordSearch): Promise<Map<number, number>> => {
  const lines = new Map<number, number>();
  const wanted = new Set(search.records);
  const walk: Walk = {
    line: 1,
    lineStart: 0,
    isQuoted: false,
    hasJustClosed: false,
    isBlank: true,
    previous: lineFeed,
  };
  let record = -1;
  let offset = 0;
  if (wanted.size === 0) return lines;
  for await (const part of createReadStream(search.path, { highWaterMark: chunkBytes })) {
    const chunk = part as Buffer;
    for (
      let index = offset === 0 && chunk[0] === firstOfByteOrderMark ? 3 : 0;
      index < chunk.length;
      index += 1
    ) {
      if (!step(walk, chunk[index] ?? 0, offset + index) || search.refusedAt.has(walk.lineStart)) continue;
      if (wanted.has(record)) lines.set(record, walk.line);
      if (lines.size === wanted.size) return lines;
      record += 1;
    }
    offset += chunk.length;
  }
  return lines;
};
