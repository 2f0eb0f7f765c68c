/** What Juniper stands for; values that people changed since stay as they are. */
import { systemScope } from '../../../app/commons/permissions/scope.ts';
import type { Services } from '../../../app/request-context.ts';
import { ensureValue } from '../../../app/rooms/values/public.ts';
import { juniperValues } from '../../../seed/values.ts';

export const stateValues = async ({ database }: Services): Promise<void> => {
  const scope = systemScope('the demo says what Juniper stands for');
  for (const { measures, ...form } of juniperValues) await ensureValue(database, scope, form, measures);
};
