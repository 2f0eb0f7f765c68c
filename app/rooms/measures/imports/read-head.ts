/** Reads the start of a file for recognition. */
import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { FileHead } from './formats/format.ts';

const headBytes = 64 * 1024;

/** Cuts up to three trailing bytes of a character that the end of the head tore apart. */
const wholeCharacters = (bytes: Buffer): Buffer => {
  for (let cut = 0; cut <= 3; cut += 1) {
    const part = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(part)) return part;
  }
  return bytes;
};

export const readHead = async (path: string, name: string): Promise<FileHead> => {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const whole = wholeCharacters(bytes);
    const text = isUtf8(whole) ? whole.toString('utf8').replace(/^\uFEFF/, '') : null;
    return { name: name.toLowerCase(), bytes, text };
  } finally {
    await handle.close();
  }
};
