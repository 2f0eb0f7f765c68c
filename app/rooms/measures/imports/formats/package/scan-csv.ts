/**
 * One pass over a CSV's bytes before the engine sees them: its hash, and what would make the engine misread the
 * whole file (an unclosed quote, a NUL byte, bytes that are not UTF-8, an endless field).
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ProblemCollector } from '../../problem-collector.ts';
import type { ReadContext, SourceFile } from '../format.ts';
import { lineAtByte } from './line-at-byte.ts';
import { newQuoteWatch } from './quote-watch.ts';

const chunkBytes = 1024 * 1024;
const longestLine = 1024 * 1024;
const newline = 0x0a;

export interface CsvScan {
  readonly sha256: string;
}

/** What is wrong, and at which byte. */
export interface Fault {
  readonly at: number;
  readonly rule: string;
  readonly sentence: string;
}

/** Where the last character of the chunk begins when its end is torn off; else the chunk's length. */
const wholeUntil = (chunk: Buffer): number => {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0)
      return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
};

const firstLineThatIsNotUtf8 = (chunk: Buffer): number => {
  let from = 0;
  while (from < chunk.length) {
    const end = chunk.indexOf(newline, from);
    const line = chunk.subarray(from, end === -1 ? chunk.length : end);
    if (!isUtf8(line)) return from;
    from += line.length + 1;
  }
  return 0;
};

const newEncodingWatch = (): ((chunk: Buffer, offset: number) => Fault | null) => {
  let torn = Buffer.alloc(0);
  return (chunk, offset) => {
    const joined = torn.length > 0 ? Buffer.concat([torn, chunk]) : chunk;
    const start = offset - torn.length;
    const nul = chunk.indexOf(0);
    if (nul !== -1)
      return {
        at: offset + nul,
        rule: 'nul-byte',
        sentence: 'The line holds a NUL byte. The file is damaged or not a CSV.',
      };
    const until = wholeUntil(joined);
    const whole = joined.subarray(0, until);
    torn = Buffer.from(joined.subarray(until));
    if (isUtf8(whole)) return null;
    const sentence = 'The line is not valid UTF-8. Save the file again as CSV UTF-8.';
    return { at: start + firstLineThatIsNotUtf8(whole), rule: 'encoding-wrong', sentence };
  };
};

const newLengthWatch = (): ((chunk: Buffer, offset: number) => Fault | null) => {
  let lineStart = 0;
  return (chunk, offset) => {
    const first = chunk.indexOf(newline);
    const lineEnd = first === -1 ? offset + chunk.length : offset + first;
    const sentence =
      'The line is longer than 1 MB. The file is damaged, or a quote or a line end is missing.';
    if (lineEnd - lineStart > longestLine) return { at: lineStart, rule: 'line-too-long', sentence };
    if (first !== -1) lineStart = offset + chunk.lastIndexOf(newline) + 1;
    return null;
  };
};

const stopWith = async (fault: Fault, file: SourceFile, problems: ProblemCollector): Promise<never> =>
  problems.stop({
    file: file.name,
    line: await lineAtByte(file.path, fault.at),
    column: null,
    value: null,
    rule: fault.rule,
    sentence: fault.sentence,
  });

/** The scan is told as this part of a file's bytes; reading its rows is the rest. */
export const scanShare = 4;

/** Throws `ImportStopped` when the file cannot be read as a CSV, naming the line. Memory: one chunk. */
export const scanCsv = async (file: SourceFile, context: ReadContext): Promise<CsvScan> => {
  const { problems, signal } = context;
  const hash = createHash('sha256');
  const quotes = newQuoteWatch();
  const watches = [newEncodingWatch(), newLengthWatch(), quotes.see];
  let offset = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: chunkBytes, signal })) {
    const bytes = chunk as Buffer;
    hash.update(bytes);
    for (const watch of watches) {
      const fault = watch(bytes, offset);
      if (fault) await stopWith(fault, file, problems);
    }
    offset += bytes.length;
    context.advance(
      file,
      Math.floor(offset / scanShare) - Math.floor((offset - bytes.length) / scanShare),
      0,
    );
  }
  const unclosed = quotes.end(offset);
  if (unclosed) await stopWith(unclosed, file, problems);
  return { sha256: hash.digest('hex') };
};
