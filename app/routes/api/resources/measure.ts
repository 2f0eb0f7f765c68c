import { scopeFor } from '../../../commons/permissions/scope.ts';
import { NotFound } from '../../../platform/errors.ts';
import { catalog, measureIds, resultsPolicy } from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { getMeasure } from '../contract/measures.ts';
import { measureAnswer } from '../measure-answer.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(getMeasure, ({ actor, params }) =>
  fresh(async () => {
    scopeFor(actor, resultsPolicy['measures.read']);
    const id = measureIds.find((one) => one === params.measure);
    if (id === undefined) throw new NotFound('There is no measure of this name.');
    return measureAnswer(catalog[id]);
  }),
);
