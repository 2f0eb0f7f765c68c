import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Services } from '../../../request-context.ts';
import {
  fixesAsCsv,
  fixesCsvHeader,
  importsPolicy,
  listFixes,
  versionInUse,
} from '../../../rooms/measures/public.ts';
import { signedInDownload } from '../../page.ts';
import { type FixesAsked, fixesAsked } from './fixes-asked.ts';

const perPiece = 1000;

async function* pieces({ database }: Services, { scope, filter }: FixesAsked, version: number) {
  yield fixesCsvHeader;
  for (let offset = 0; ; offset += perPiece) {
    const { fixes } = await listFixes(database, scope, version, filter, { offset, limit: perPiece });
    if (fixes.length > 0) yield fixesAsCsv(fixes);
    if (fixes.length < perPiece) return;
  }
}

/** What the page shows, all of it; each piece is read, and on record, as it goes out. */
export const loader = signedInDownload(async (visit) => {
  const { services, actor } = visit;
  const asked = fixesAsked(visit);
  const version = await versionInUse(services, scopeFor(actor, importsPolicy['versions.read']));
  if (!version) throw new NotFound('No case data have been brought in yet.');
  const body = Readable.from(pieces(services, asked, version.number));
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="to-mend-version-${version.number}.csv"`,
      'cache-control': 'no-store',
    },
  });
});
