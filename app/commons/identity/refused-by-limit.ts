/** Asks the library whether a form of ours may be sent once more from where it comes. */
import type { Auth } from './auth.ts';
import type { LimitedForm } from './form-limits.ts';
import { post, type Refused, refusalOf } from './through-handler.ts';

/** Undefined when the form may go on. */
export const refusedByLimit = async (
  auth: Auth,
  form: LimitedForm,
  headers: Headers,
): Promise<Refused | undefined> => {
  const response = await post(auth, `/form/${form}`, headers, {});
  return response.ok ? undefined : refusalOf(response, {});
};
