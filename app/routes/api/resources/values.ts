import { isAllowed } from '../../../commons/permissions/permission.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import {
  listValues as sharedValues,
  type Value,
  valuesInForce,
  valuesPolicy,
} from '../../../rooms/values/public.ts';
import { placeAsked } from '../../place-asked.ts';
import { fresh } from '../answer.ts';
import { listValues } from '../contract/values.ts';
import { sliceOf } from '../pages-of.ts';
import { type Call, withToken } from '../with-token.ts';

/** Those that hold at the place asked for; a guest has no place here, and gets what was shared. */
const valuesFor = async (call: Call): Promise<readonly Value[]> => {
  const { services, actor } = call;
  const [read, shared] = [valuesPolicy['values.read'], valuesPolicy['values.see-shared']];
  if (!isAllowed(actor.assignments, read) && isAllowed(actor.assignments, shared))
    return sharedValues(services.database, scopeFor(actor, shared));
  const at = placeAsked(call, read);
  return (await valuesInForce(services.database, scopeFor(actor, read, at), at)).values;
};

export const loader = withToken(listValues, (call) =>
  fresh(async () => {
    const { items, next } = sliceOf(call, await valuesFor(call));
    return {
      data: items.map((value) => ({ ...value, measures: [...value.measures] })),
      next,
    };
  }),
);
