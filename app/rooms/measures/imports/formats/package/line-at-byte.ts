/** Which lines of a file certain bytes or records stand on. Read only when there is something to say about them. */
import { createReadStream } from 'node:fs';

const newline = 0x0a;
const chunkBytes = 1024 * 1024;

/** The line, from 1, of each byte position. Positions in any order. */
export const linesAtBytes = async (
  path: string,
  positions: readonly number[],
): Promise<Map<number, number>> => {
  const lines = new Map<number, number>();
  const wanted = [...positions].sort((a, b) => a - b);
  let line = 1;
  let offset = 0;
  let next = 0;
  for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
    const chunk = part as Buffer;
    let at = 0;
    while (next < wanted.length && (wanted[next] ?? 0) < offset + chunk.length) {
      const until = (wanted[next] ?? 0) - offset;
      for (; at < until; at += 1) if (chunk[at] === newline) line += 1;
      lines.set(wanted[next] ?? 0, line);
      next += 1;
    }
    if (next === wanted.length) return lines;
    for (; at < chunk.length; at += 1) if (chunk[at] === newline) line += 1;
    offset += chunk.length;
  }
  for (const position of wanted.slice(next)) lines.set(position, line);
  return lines;
};

export const lineAtByte = async (path: string, position: number): Promise<number> =>
  (await linesAtBytes(path, [position])).get(position) ?? 1;
