import { csvText } from '../../commons/exports/csv.ts';
import { deeds } from '../../rooms/values/public.ts';
import { signedInDownload } from '../page.ts';
import { fileDownload } from './file-download.ts';
import { type PlaceSayAndDo, readSayAndDo } from './say-and-do-view.ts';

const columns = [
  'place',
  'values_of',
  'from',
  'to',
  'order',
  'value',
  'statement',
  'kind',
  'amount',
  'share',
];

const linesOf = (
  { place, from, values }: PlaceSayAndDo,
  rows: PlaceSayAndDo['whole']['rows'],
  [start, end]: readonly [string, string],
) =>
  rows.flatMap(({ valueId, amounts, shares }, at) =>
    deeds.map((kind) => {
      const statement = values.find(({ id }) => id === valueId)?.statement ?? '';
      const named = [place, from, start, end, valueId === null ? null : at + 1, valueId ?? '', statement];
      return [...named, kind, amounts[kind], shares[kind]];
    }),
  );

/** The whole span first, then each month; a line without a value is what served none. */
export const loader = signedInDownload(async (visit) => {
  const read = await readSayAndDo(visit);
  const whole = linesOf(read, read.whole.rows, [read.span.from, read.span.to]);
  const monthly = read.byMonth.flatMap(({ month, rows }) =>
    linesOf(read, rows, [month, month.slice(0, 7)]).filter(([, , , , , , , kind]) => kind !== 'measures'),
  );
  return fileDownload('say-and-do', 'csv', csvText(columns, [...whole, ...monthly]));
});
