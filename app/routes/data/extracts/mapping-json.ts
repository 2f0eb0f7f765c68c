import { scopeFor } from '../../../commons/permissions/scope.ts';
import { extractsPolicy, getMapping } from '../../../rooms/measures/public.ts';
import { signedInDownload } from '../../page.ts';

/** A mapping as a file: for `midcourse import --mapping`, and for another Midcourse. */
export const loader = signedInDownload(async ({ params, url, services, actor }) => {
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const asked = Number(url.searchParams.get('version') ?? '');
  const version = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const { content } = await getMapping(services.database, scope, params.name ?? '', version);
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mapping.json"',
    },
  });
});
