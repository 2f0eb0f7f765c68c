/**
 * What record numbers of a data version look like, so that a free text that holds one can be refused. The numbers themselves
 * stay where they are: whoever learns whether a number exists learns something about a child.
 */

import type { VersionFiles } from './version-files.ts';
import { withRun } from './version-files.ts';

/** Shorter ones look like anything: a year, a unit, a room. */
const shortest = 5;

const classOf = (letters: ReadonlySet<string>): string => {
  const all = [...letters];
  if (all.length === 1) return (all[0] ?? '').replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`);
  if (all.every((letter) => /\d/.test(letter))) return String.raw`\d`;
  if (all.every((letter) => /[A-Za-z]/.test(letter))) return '[A-Z]';
  return all.every((letter) => /[A-Za-z0-9]/.test(letter)) ? '[A-Z0-9]' : '.';
};

/**
 * A pattern for each length there is, as the source of a regular expression: what all numbers share stands as it is, other
 * places hold a digit or a letter.
 */
export const recordNumberPatterns = (numbers: readonly string[]): string[] =>
  [...Map.groupBy(numbers, ({ length }) => length)]
    .filter(([length, alike]) => length >= shortest && alike.some((number) => /\d/.test(number)))
    .sort(([a], [b]) => a - b)
    .map(([length, alike]) =>
      Array.from({ length }, (_, at) => classOf(new Set(alike.map((number) => number.charAt(at))))).join(''),
    );

const enoughToSee = 2000;

const kept = new Map<string, Promise<readonly string[]>>();

const read = (files: VersionFiles): Promise<readonly string[]> =>
  withRun(files, { measures: [], windows: [], asOf: files.manifest.asOf }, async (analytics) => {
    const patterns: string[] = [];
    for (const [table, column] of [
      ['removals', 'child_id'],
      ['reports', 'child_id'],
      ['reports', 'report_id'],
    ] as const) {
      const rows = await analytics.all<{ number: string }>(
        `SELECT DISTINCT ${column} AS number FROM case_${table} WHERE ${column} IS NOT NULL
         ORDER BY hash(number) LIMIT ${enoughToSee}`,
      );
      patterns.push(...recordNumberPatterns(rows.map(({ number }) => number)));
    }
    return [...new Set(patterns)];
  });

/** Read once for each version. */
export const readRecordNumberPatterns = (files: VersionFiles): Promise<readonly string[]> => {
  const { contentId } = files.manifest;
  const patterns = kept.get(contentId) ?? read(files);
  kept.set(contentId, patterns);
  patterns.catch(() => kept.delete(contentId));
  return patterns;
};
