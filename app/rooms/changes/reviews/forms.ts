/** What somebody says of a review in a minute: when, who was there, what was looked at and for how long. */
import { z } from 'zod';
import { peopleGroups } from '../../values/public.ts';

const longest = 300;

const lookedAtForm = z.strictObject({
  kind: z.enum(['value', 'measure', 'decision']),
  id: z.string().min(1).max(longest),
});

export const reviewItemForm = z.strictObject({
  about: z.string().trim().min(1, 'Say what each item was about.').max(longest, 'An item is one line.'),
  minutes: z
    .int('Minutes are a whole number.')
    .min(0, 'Minutes are a whole number.')
    .max(1440, 'A day has 1,440 minutes.'),
  lookedAt: lookedAtForm.nullable(),
});

export const reviewForm = z.strictObject({
  heldOn: z.iso.date('Say the day, as year-month-day.'),
  title: z
    .string()
    .trim()
    .min(1, 'Give it a name, such as “Monthly permanency review”.')
    .max(longest, 'Make the name shorter.'),
  atTheTable: z.array(z.enum(peopleGroups, 'Choose from the groups.')),
  items: z.array(reviewItemForm).max(40, 'At most 40 items.'),
});

export type ReviewForm = z.infer<typeof reviewForm>;
export type ReviewItem = z.infer<typeof reviewItemForm>;

export type ReadReview =
  | { readonly isComplete: true; readonly review: ReviewForm }
  | { readonly isComplete: false; readonly problems: readonly string[] };

export const readReview = (given: unknown): ReadReview => {
  const parsed = reviewForm.safeParse(given);
  if (parsed.success) return { isComplete: true, review: parsed.data };
  return { isComplete: false, problems: [...new Set(parsed.error.issues.map(({ message }) => message))] };
};
