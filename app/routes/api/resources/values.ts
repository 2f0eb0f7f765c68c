import { scopeFor } from '../../../commons/permissions/scope.ts';
import { listValues as valuesOf, valuesPolicy } from '../../../rooms/values/public.ts';
import { fresh } from '../answer.ts';
import { listValues } from '../contract/values.ts';
import { sliceOf } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(listValues, (call) =>
  fresh(async () => {
    const { services, actor } = call;
    const values = await valuesOf(services.database, scopeFor(actor, valuesPolicy['values.read']));
    const { items, next } = sliceOf(call, values);
    return {
      data: items.map(({ madeAt, measures, ...value }) => ({
        ...value,
        madeAt: madeAt.toISOString(),
        measures: [...measures],
      })),
      next,
    };
  }),
);
