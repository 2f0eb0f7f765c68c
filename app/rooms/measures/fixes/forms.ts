/** What people say about a thing to mend. */
import { z } from 'zod';
import { isPlace } from '../../../commons/permissions/place.ts';

export const noteForm = z.strictObject({
  text: z.string().trim().min(3, 'Write a word or two.').max(500, 'Keep it under 500 letters.'),
});

export const assignForm = z.strictObject({
  to: z.string().refine(isPlace, 'Choose a county or a unit from the list.'),
  forSupervisor: z.boolean(),
});

export type NoteForm = z.infer<typeof noteForm>;
export type AssignForm = z.infer<typeof assignForm>;
