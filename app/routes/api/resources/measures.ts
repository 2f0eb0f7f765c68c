import { scopeFor } from '../../../commons/permissions/scope.ts';
import { catalog, measureIds, resultsPolicy } from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { listMeasures } from '../contract/measures.ts';
import { measureAnswer } from '../measure-answer.ts';
import { sliceOf } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(listMeasures, (call) =>
  fresh(async () => {
    scopeFor(call.actor, resultsPolicy['measures.read']);
    const { items, next } = sliceOf(call, measureIds);
    return { data: items.map((id) => measureAnswer(catalog[id])), next };
  }),
);
