/** What somebody says when they write a value down, or say it in other words. Only what is missing is refused. */
import { z } from 'zod';
import { Invalid } from '../../platform/errors.ts';
import { peopleGroups } from './people-groups.ts';

const longest = 4000;

const words = (missing: string) =>
  z.string().trim().min(1, missing).max(longest, 'This is too long to keep.');

export const valueWordsForm = z.strictObject({
  statement: words('Say what you wish for, in one sentence.'),
  why: words('Say why it matters.'),
  wouldSee: words('Say what you would see if it were true.'),
  ownerRole: words('Say which role answers for it.'),
  askedGroups: z.array(z.enum(peopleGroups, 'Choose from the groups.')),
  askedWhen: z.string().trim().max(longest, 'This is too long to keep.'),
});

export type ValueWords = z.infer<typeof valueWordsForm>;
export type ValueField = keyof ValueWords;

/** What is wrong with each field, in a sentence. */
export type FieldProblems = Readonly<Partial<Record<ValueField, string>>>;

export type ReadWords =
  | { readonly isComplete: true; readonly words: ValueWords }
  | { readonly isComplete: false; readonly problems: FieldProblems };

export const readValueWords = (given: unknown): ReadWords => {
  const parsed = valueWordsForm.safeParse(given);
  if (parsed.success) return { isComplete: true, words: parsed.data };
  const problems: Partial<Record<ValueField, string>> = {};
  for (const { path, message } of parsed.error.issues) problems[path[0] as ValueField] ??= message;
  return { isComplete: false, problems };
};

/** Throws `Invalid`, naming what is missing. */
export const checkedWords = (given: ValueWords): ValueWords => {
  const read = readValueWords(given);
  if (read.isComplete) return read.words;
  throw new Invalid(`This value is not complete. ${Object.values(read.problems).join(' ')}`);
};

/** Names that addresses of pages have taken. */
const taken = ['new', 'coverage', 'say-and-do', 'examples'];

/** `We want children home with their families` → `we-want-children-home-with-their`. */
export const shortNameOf = (statement: string): string => {
  const name = statement
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9\s]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, 6)
    .join('-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return name === '' || taken.includes(name) ? `value-${name}`.replace(/-$/, '') : name;
};
