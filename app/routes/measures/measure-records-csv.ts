import { Invalid } from '../../platform/errors.ts';
import { recordsAsCsv } from '../../rooms/measures/public.ts';
import { countText } from '../../ui/format/numbers.ts';
import { signedInDownload } from '../page.ts';
import { readRecords } from './records-asked.ts';

/** As many as one answer may hold in memory. */
const mostLines = 50_000;

export const loader = signedInDownload(async (visit) => {
  const { definition, version, window, read } = await readRecords(visit, { offset: 0, limit: mostLines });
  if (read.absent !== null) throw new Invalid(read.absent);
  if (read.total > mostLines) {
    throw new Invalid(
      `These are ${countText(read.total)} records; one file holds ${countText(mostLines)} at most.`,
      'Narrow them on the page: to a county, a group or a window.',
    );
  }
  const from = { measure: definition.id, window, asOf: version.asOf, dataVersion: version.number };
  return new Response(recordsAsCsv(read.records, from), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${definition.slug}-records-version-${version.number}.csv"`,
      'cache-control': 'no-store',
    },
  });
});
