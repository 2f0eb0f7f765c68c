import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { importsPolicy, problemsOf } from '../../rooms/measures/public.ts';
import { signedInDownload } from '../page.ts';

/** The report with its values, as it was written: for analysts, and each download is on record. */
export const loader = signedInDownload(async ({ params, services, actor }) => {
  const number = Number(params.number);
  const lines = await problemsOf(services, scopeFor(actor, importsPolicy['problems.read']), number);
  return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="report-of-version-${number}.csv"`,
    },
  });
});
