import { signedInDownload } from '../page.ts';
import { fileDownload } from './file-download.ts';
import { largestDifference, readSayAndDo } from './say-and-do-view.ts';

export const loader = signedInDownload(async (visit) => {
  const read = await readSayAndDo(visit);
  const body = {
    place: read.place,
    valuesOf: read.from,
    from: read.span.from,
    to: read.span.to,
    order: read.values.map(({ id, statement }) => ({ value: id, statement })),
    largestDifference: largestDifference(read)?.join('') ?? null,
    ...read.whole,
    byMonth: read.byMonth.map(({ month, totals, rows }) => ({ month, totals, rows })),
  };
  return fileDownload('say-and-do', 'json', `${JSON.stringify(body, null, 2)}\n`);
});
