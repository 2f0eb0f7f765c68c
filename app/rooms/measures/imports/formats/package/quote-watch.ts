/** Follows the quotes of a CSV through its chunks and finds the one that is not closed. */
import type { Fault } from './scan-csv.ts';

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const longestField = 1024 * 1024;

const isFieldEnd = (byte: number): boolean => byte === comma || byte === lineFeed || byte === carriageReturn;

const unclosed = (at: number): Fault => ({
  at,
  rule: 'quote-not-closed',
  sentence: 'A quote that opens on this line is not closed. Close it, or double the quotes inside the field.',
});

const endless = (at: number): Fault => ({
  at,
  rule: 'line-too-long',
  sentence:
    'A quoted field that begins on this line is longer than 1 MB. The file is damaged, or a quote is missing.',
});

/**
 * A quote opens a field only at its start. When the field spans lines and its closing quote is followed by text, that
 * quote was the opening one of a later field: the first was never closed.
 */
export const newQuoteWatch = () => {
  let state: 'start' | 'plain' | 'quoted' | 'closing' = 'start';
  let openedAt = 0;
  let spansLines = false;

  const step = (byte: number, at: number): Fault | null => {
    if (state === 'quoted') {
      if (byte === quote) state = 'closing';
      else if (byte === lineFeed) spansLines = true;
      return null;
    }
    if (state === 'closing') {
      if (byte === quote) state = 'quoted';
      else if (isFieldEnd(byte)) {
        state = 'start';
        if (at - openedAt > longestField) return endless(openedAt);
      } else if (spansLines && byte !== space) return unclosed(openedAt);
      else state = 'plain';
      return null;
    }
    if (byte === quote && state === 'start') {
      state = 'quoted';
      openedAt = at;
      spansLines = false;
    } else state = isFieldEnd(byte) ? 'start' : 'plain';
    return null;
  };

  /** A chunk without a quote changes the state only by its last byte. */
  const skim = (chunk: Buffer): null => {
    if (state === 'quoted') spansLines ||= chunk.includes(lineFeed);
    else state = isFieldEnd(chunk[chunk.length - 1] ?? 0) ? 'start' : 'plain';
    return null;
  };

  const see = (chunk: Buffer, offset: number): Fault | null => {
    if (state !== 'closing' && !chunk.includes(quote)) return skim(chunk);
    const from = offset === 0 && chunk[0] === 0xef ? 3 : 0;
    for (let index = from; index < chunk.length; index += 1) {
      const fault = step(chunk[index] ?? 0, offset + index);
      if (fault) return fault;
    }
    return null;
  };

  const end = (offset: number): Fault | null => {
    if (state === 'quoted') return unclosed(openedAt);
    return state === 'closing' && offset - openedAt > longestField ? endless(openedAt) : null;
  };

  return { see, end };
};
