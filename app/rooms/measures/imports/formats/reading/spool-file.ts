/**
 * Rows on their way into the engine: plain lines in a file of the scratch folder, read back by `read_csv`.
 * Writing text while parsing and letting the engine read it with all its threads is several times as fast as
 * appending values one by one, and needs no memory.
 */
import { closeSync, openSync, writeSync } from 'node:fs';

const flushAt = 256 * 1024;

export class SpoolFile {
  readonly #descriptor: number;
  #waiting = '';

  constructor(path: string) {
    this.#descriptor = openSync(path, 'wx', 0o600);
  }

  /** One line, without its end: fields separated by `|`, a field that may hold anything quoted by `quotedField`. */
  add(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length > flushAt) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting);
    // A nearly full disk takes a part and says so only in what it returns.
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#descriptor, bytes, written, bytes.length - written);
    this.#waiting = '';
  }

  close(): void {
    if (this.#waiting !== '') this.#flush();
    closeSync(this.#descriptor);
  }
}

export const quotedField = (text: string): string => `"${text.replaceAll('"', '""')}"`;
