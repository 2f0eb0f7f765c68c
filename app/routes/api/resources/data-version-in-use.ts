import { scopeFor } from '../../../commons/permissions/scope.ts';
import { NotFound } from '../../../platform/errors.ts';
import { importsPolicy, versionInUse } from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { getDataVersionInUse } from '../contract/data-versions.ts';
import { dataVersionAnswer } from '../data-version-answer.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(getDataVersionInUse, ({ services, actor }) =>
  fresh(async () => {
    const version = await versionInUse(services, scopeFor(actor, importsPolicy['versions.read']));
    if (!version) throw new NotFound('No case data have been brought in yet.');
    return dataVersionAnswer(version);
  }),
);
