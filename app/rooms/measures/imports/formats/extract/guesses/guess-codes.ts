/** What the codes of a column become, where the words say so. What is not understood stays open for a person. */
import type { FileColumn } from '../../package/package-files.ts';
import type { ColumnMapping } from '../mapping.ts';
import type { ColumnProfile } from '../profile.ts';
import { knownCodes, noWords, raceWords, unknownWords, yesWords } from './known-codes.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const races = new Map(
  Object.entries(raceWords).flatMap(([race, words]) => words.map((word) => [word, race] as const)),
);

/** `White; Black/African American` → both: a stroke joins two names of one race, or two races. */
const racesOfPart = (part: string): (string | undefined)[] => {
  const whole = races.get(plain(part));
  return whole === undefined ? part.split('/').map((name) => races.get(plain(name))) : [whole];
};

/** Undefined when a part is no race. */
const racesIn = (value: string): Set<string> | undefined => {
  const found = value
    .split(/[;,|&+]/)
    .filter((part) => part.trim() !== '')
    .flatMap(racesOfPart);
  const known = found.filter((race) => race !== undefined);
  return known.length > 0 && known.length === found.length ? new Set(known) : undefined;
};

const guessFlag = (column: FileColumn, value: string): string | undefined => {
  const text = plain(value);
  if (yesWords.has(text)) return '1';
  if (noWords.has(text)) return '0';
  if (unknownWords.has(text)) return '';
  if (raceWords[column.name] === undefined) return undefined;
  if (column.name === 'hispanic' && /^(not|non) /.test(text)) return '0';
  const named = racesIn(value);
  return named === undefined ? undefined : named.has(column.name) ? '1' : '0';
};

const guessCode = (column: FileColumn, value: string): string | undefined => {
  const text = plain(value);
  const own = column.codes.find((code) => plain(code) === text);
  if (own !== undefined) return own;
  const known = Object.entries(knownCodes[column.name] ?? {}).find(([, words]) => words.includes(text));
  if (known) return known[0];
  return unknownWords.has(text) && column.name !== 'disposition' ? '' : undefined;
};

/** What one value becomes: ours, `1` or `0`, empty for blank; undefined when a person must say. */
export const guessValue = (column: FileColumn, value: string): string | undefined =>
  column.kind === 'flag' ? guessFlag(column, value) : guessCode(column, value);

export const guessCodes = (
  column: FileColumn,
  { distinct }: Pick<ColumnProfile, 'distinct'>,
): NonNullable<ColumnMapping['codes']> =>
  (distinct ?? []).flatMap(({ value }) => {
    const becomes = guessValue(column, value);
    return becomes === undefined ? [] : [{ value, becomes }];
  });
