/**
 * A large file is cut between two records and its parts are read at once. Each part after the first is read behind
 * the file's own beginning (up to `<records>`), so that it stands where it stands in the file. That a cut fell
 * between records, and not into a comment, shows when the part before it ends where a file may end; if any part
 * cannot be read, the file is read again whole, and what is wrong with it is said of the whole.
 */
import { closeSync, openSync, readSync } from 'node:fs';

export interface Segment {
  readonly from: number;
  /** Just after the last byte. */
  readonly to: number;
  /** What is read before the part; null for the part that begins the file. */
  readonly beginning: string | null;
  /** What closes the part; null for the part that ends the file. */
  readonly ending: string | null;
}

/** A file of less than two such parts is read whole. */
export const smallestPart = 48_000_000;
const mostParts = 4;
const searchBytes = 1_000_000;
const recordEnd = '</record>';

const readAt = (descriptor: number, position: number, bytes: number): string => {
  const buffer = Buffer.alloc(bytes);
  return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, bytes, position));
};

/** The file's beginning and the tags that close it; null when it does not begin as an AFCARS file does. */
const frameOf = (head: string): { beginning: string; ending: string } | null => {
  const opened = head.indexOf('<records>');
  const beginning = head.slice(head.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0, opened + '<records>'.length);
  const root = /<([A-Za-z][\w:]*)/.exec(beginning)?.[1];
  // A beginning with anything beyond ASCII would have to be decoded; such a file is read whole.
  if (opened < 0 || root === undefined || /[^\t\n\r -~]|<!/.test(beginning)) return null;
  return { beginning, ending: `</records></${root}>` };
};

/** The parts of a file, in order; one when it is small or cannot be cut. */
export const segmentsOf = (
  path: string,
  bytes: number,
  processors: number,
  partBytes = smallestPart,
): Segment[] => {
  const whole: Segment = { from: 0, to: bytes, beginning: null, ending: null };
  const parts = Math.min(processors, mostParts, Math.floor(bytes / partBytes));
  if (parts < 2) return [whole];
  const descriptor = openSync(path, 'r');
  try {
    const frame = frameOf(readAt(descriptor, 0, 64 * 1024));
    if (frame === null) return [whole];
    const cuts: number[] = [0];
    for (let part = 1; part < parts; part += 1) {
      const near = Math.floor((bytes / parts) * part);
      const found = readAt(descriptor, near, searchBytes).indexOf(recordEnd);
      if (found < 0) return [whole];
      cuts.push(near + found + recordEnd.length);
    }
    return cuts.map((from, index) => {
      const to = cuts[index + 1];
      return {
        from,
        to: to ?? bytes,
        beginning: index === 0 ? null : frame.beginning,
        ending: to === undefined ? null : frame.ending,
      };
    });
  } finally {
    closeSync(descriptor);
  }
};
