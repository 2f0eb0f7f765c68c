import { scopeFor } from '../../../commons/permissions/scope.ts';
import { importsPolicy, listVersions } from '../../../rooms/measures/public.ts';
import { fresh } from '../answer.ts';
import { listDataVersions } from '../contract/data-versions.ts';
import { dataVersionAnswer } from '../data-version-answer.ts';
import { sliceOf } from '../pages-of.ts';
import { withToken } from '../with-token.ts';

export const loader = withToken(listDataVersions, (call) =>
  fresh(async () => {
    const { services, actor } = call;
    const versions = await listVersions(services, scopeFor(actor, importsPolicy['versions.see']));
    const { items, next } = sliceOf(call, versions);
    return { data: items.map(dataVersionAnswer), next };
  }),
);
