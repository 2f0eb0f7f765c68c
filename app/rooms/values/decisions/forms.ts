/** What somebody writes down of a decision, and what they say when they look at it again. */
import { z } from 'zod';
import { levels } from './level.ts';

/** `2027-02-25`, and a day there is. */
const day = z
  .string()
  .refine(
    (text) =>
      /^\d{4}-\d{2}-\d{2}$/.test(text) &&
      !Number.isNaN(Date.parse(text)) &&
      new Date(text).toISOString().startsWith(text),
    'Give a day, such as 2027-03-31.',
  );

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep it under ${most.toLocaleString('en-US')} letters.`);
const ids = z.array(z.string().min(1).max(60)).max(20, 'Choose at most twenty.');

const expectation = z.strictObject({
  measure: z.string().min(1).max(20),
  direction: z.enum(['up', 'down', 'same']),
  /** In the measure's own unit; null where any change that can be seen counts. */
  size: z.number().positive('Give a number above 0, or leave it empty.').max(1_000_000).nullable(),
  by: day,
  sure: z.enum(['hunch', 'likely', 'nearly-sure']),
});

export type Expectation = z.infer<typeof expectation>;

export const decisionForm = z.strictObject({
  statement: words(280).min(10, 'Say in one sentence what is decided.'),
  level: z.enum(levels, 'Choose the level at which it is decided.'),
  dropped: words(3000),
  voices: words(3000),
  decidedBy: words(120).min(1, 'Say which role or body decides. No person’s name is needed.'),
  wouldChangeOurMind: words(1500),
  serves: ids,
  tradesOff: ids,
  expectation: expectation.nullable(),
  revisitOn: day.nullable(),
});

export type DecisionForm = z.infer<typeof decisionForm>;

export const revisitForm = z.strictObject({
  outcome: z.enum(['kept', 'corrected', 'reversed'], 'Choose: kept, corrected or reversed.'),
  learned: words(3000).min(3, 'Say what was learned, in a sentence or two.'),
  /** Only a decision that is kept is looked at again; a corrected one has its own day. */
  nextOn: day.nullable(),
});

export type RevisitForm = z.infer<typeof revisitForm>;

/** Which field, and what to do about it: `{ statement: 'Say in one sentence …' }`. */
export type FieldProblems = Readonly<Record<string, string>>;

export const problemsIn = (error: z.ZodError): FieldProblems =>
  Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message]).toReversed());

/** Everything in it that somebody wrote freely. */
export const freeTextsOf = (form: DecisionForm): string[] => [
  form.statement,
  form.dropped,
  form.voices,
  form.decidedBy,
  form.wouldChangeOurMind,
];
