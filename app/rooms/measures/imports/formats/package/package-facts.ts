/** `package.json`: what a package says about itself. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Day } from '../../../../../platform/clock.ts';
import type { ReadContext, SourceFile } from '../format.ts';

export interface PackageFacts {
  readonly asOf: Day | null;
  readonly agency: string | null;
}

const longestFacts = 64 * 1024;

const facts = z.object({
  as_of: z.iso.date().optional(),
  agency: z.string().trim().min(1).max(200).optional(),
});

/** Stops for what is not JSON, or an as-of that is no date; and when two files contradict each other. */
export const readPackageFacts = async (
  files: readonly SourceFile[],
  { problems }: ReadContext,
): Promise<PackageFacts> => {
  let known: PackageFacts = { asOf: null, agency: null };
  for (const file of files) {
    const stop = (column: string | null, sentence: string): never =>
      problems.stop({
        file: file.name,
        line: null,
        column,
        value: null,
        rule: 'package-json-unusable',
        sentence,
      });
    if (file.bytes > longestFacts) stop(null, 'The file is too long for what it may say: as_of and agency.');
    const parsed = facts.safeParse(parseJson(await readFile(file.path, 'utf8')));
    if (!parsed.success) {
      const column = parsed.error.issues[0]?.path.join('.') || null;
      return stop(column, 'It must be JSON such as {"as_of": "2026-09-30", "agency": "The agency\'s name"}.');
    }
    const { as_of, agency } = parsed.data;
    if (known.asOf !== null && as_of !== undefined && as_of !== known.asOf)
      stop(
        'as_of',
        'Two package.json files name different as-of dates. Import packages of one date together.',
      );
    known = { asOf: as_of ?? known.asOf, agency: agency ?? known.agency };
  }
  return known;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
};
