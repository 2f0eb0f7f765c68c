/** What somebody says when they add a value. */
import { z } from 'zod';

const words = (most: number) => z.string().trim().min(1).max(most);

export const valueForm = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens')
    .max(60),
  statement: words(200),
  why: words(1000),
  wouldSee: words(1000),
  ownerRole: words(80),
  position: z.number().int().min(1),
});

export type ValueForm = z.infer<typeof valueForm>;
