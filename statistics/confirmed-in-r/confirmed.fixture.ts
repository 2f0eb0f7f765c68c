/** Reads one file of this folder: each row is a call of R and what R answered. See README.md. */
import { readFileSync } from 'node:fs';

export interface Confirmed {
  readonly call: string;
  readonly numbers: readonly number[];
}

export const confirmedInR = (file: string): Confirmed[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [, call = '', numbers = ''] = /^"(.*)",([^"]*)$/.exec(line) ?? [];
      return { call, numbers: numbers.split(',').map(Number) };
    });
