/** A file's bytes as checked UTF-8 text, a piece at a time. */
import { closeSync, openSync, readSync } from 'node:fs';
import { FileStop } from './file-stop.ts';

const pieceBytes = 64 * 1024;

const notUtf8 = (line: number | null): FileStop =>
  new FileStop({
    rule: 'encoding',
    line,
    sentence:
      'The file is not written in UTF-8 (UTF-16 and other encodings are not read). Save it again as UTF-8.',
  });

const refuseUtf16 = (bytes: Uint8Array): void => {
  const [first, second] = bytes;
  const isMarked = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  if (isMarked || first === 0 || second === 0) throw notUtf8(1);
};

/** A part of a file, in bytes; it must begin and end between characters. */
export interface ByteRange {
  readonly from: number;
  /** Just after the last byte. */
  readonly to: number;
}

/** Reads on from `position`, at most to `end`; 0 when there is nothing more. */
const readOn = (descriptor: number, buffer: Buffer, position: number, end: number): number => {
  const wanted = Math.min(buffer.length, end - position);
  return wanted <= 0 ? 0 : readSync(descriptor, buffer, 0, wanted, position);
};

/**
 * Calls `give` with each piece of text and the bytes it came from.
 * @throws FileStop when the bytes are not UTF-8; `lineNow` says where reading has come to.
 */
export const eachPieceOfText = (
  path: string,
  { from, to }: ByteRange,
  give: (text: string, bytes: number) => void,
  lineNow: () => number,
): void => {
  const descriptor = openSync(path, 'r');
  const buffer = Buffer.alloc(pieceBytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw notUtf8(lineNow());
    }
  };
  try {
    let position = from;
    let read = readOn(descriptor, buffer, position, to);
    if (from === 0) refuseUtf16(buffer.subarray(0, read));
    for (; read > 0; read = readOn(descriptor, buffer, position, to)) {
      give(decode(buffer.subarray(0, read)), read);
      position += read;
    }
    give(decode(undefined), 0);
  } finally {
    closeSync(descriptor);
  }
};

export const wholeFile: ByteRange = { from: 0, to: Number.POSITIVE_INFINITY };
