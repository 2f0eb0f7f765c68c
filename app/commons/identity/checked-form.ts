/** What a form sent, checked; or a refusal that says at each field what to mend. */
import type { z } from 'zod';
import type { Refused } from './through-handler.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const checkedForm = <Shape extends z.ZodType>(
  shape: Shape,
  sent: Fields,
): { readonly ok: true; readonly form: z.output<Shape> } | Refused => {
  const { success, data, error } = shape.safeParse(sent);
  if (success) return { ok: true, form: data };
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.join('.')] ??= message;
  return { ok: false, status: 400, problem: 'Something is missing or not right yet.', fields };
};
