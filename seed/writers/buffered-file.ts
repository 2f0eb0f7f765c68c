/** A file written in large pieces: text is collected and goes to disk a quarter of a megabyte at a time. ASCII only. */
import { closeSync, openSync, writeSync } from 'node:fs';

const pieceLength = 1 << 18;

export class BufferedFile {
  readonly path: string;
  readonly #descriptor: number;
  #text = '';
  #bytes = 0;
  rows = 0;

  /** Makes the file; one that is already there is an error, never overwritten. */
  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, 'wx', 0o600);
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length > pieceLength) this.#flush();
  }

  /** One record of the file: counted. */
  row(text: string): void {
    this.rows += 1;
    this.write(text);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text, 'latin1');
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    this.#bytes += bytes.length;
    this.#text = '';
  }

  close(): number {
    this.#flush();
    closeSync(this.#descriptor);
    return this.#bytes;
  }
}
