import { listValues as sharedValues, type Value, valuesInForce } from '../../../rooms/values/public.ts';
import { isGuest, readValuesAs, valuesPlace } from '../../values/values-scope.ts';
import { fresh } from '../answer.ts';
import { listValues } from '../contract/values.ts';
import { sliceOf } from '../pages-of.ts';
import { type Call, withToken } from '../with-token.ts';

/** Those that hold at the place asked for; a guest has no place here, and gets what was shared. */
const valuesFor = async (call: Call): Promise<readonly Value[]> => {
  const { database } = call.services;
  const scope = readValuesAs(call.actor);
  if (isGuest(call.actor)) return sharedValues(database, scope);
  return (await valuesInForce(database, scope, valuesPlace(call))).values;
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
