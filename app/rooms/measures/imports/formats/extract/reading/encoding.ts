/** In which letters a text file is written, and its text a piece at a time. Excel saves three kinds. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const headBytes = 4096;
const chunkBytes = 256 * 1024;

/** By the byte order mark, or by where the zeros of plain letters stand. */
export const utf16Of = (head: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = head.subarray(0, 200);
  for (const [index, byte] of looked.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked.length / 4 && even === 0) return 'utf-16le';
  return even > looked.length / 4 && odd === 0 ? 'utf-16be' : null;
};

const isUtf8File = async (path: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
      decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/** Looks through the whole file: one letter with an accent may stand at its end. */
export const encodingOf = async (path: string): Promise<Encoding> => {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const wide = utf16Of(buffer.subarray(0, bytesRead));
    if (wide) return wide;
  } finally {
    await handle.close();
  }
  return (await isUtf8File(path)) ? 'utf-8' : 'windows-1252';
};

/** Without a byte order mark. `onBytes` hears of each piece. */
export async function* textOf(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
    onBytes((chunk as Buffer).length);
  }
  yield decoder.decode();
}
