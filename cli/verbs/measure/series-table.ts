/** A series for a reader at a terminal: one measure after the other, a line a window. */
import { breakdownsOf, catalog, type Figure } from '../../../app/rooms/measures/public.ts';
import { alignedTable } from '../../aligned-table.ts';
import { withoutControls } from '../../without-controls.ts';
import type { MeasureCall } from './call.ts';
import { countsInWords, dayInWords, intervalInWords, stateInWords, valueInWords } from './in-words.ts';
import type { Measured } from './measured.ts';

const rowsOf = (figure: Figure): string[][] => [
  [
    dayInWords(figure.window.from),
    '',
    valueInWords(figure, figure.value),
    intervalInWords(figure, figure),
    countsInWords(figure, figure),
    stateInWords(figure),
  ],
  ...breakdownsOf(figure).flatMap(({ groups }) =>
    groups.map(([group, cell]) => [
      '',
      withoutControls(group),
      valueInWords(figure, cell.value),
      intervalInWords(figure, cell),
      countsInWords(figure, cell),
    ]),
  ),
];

/** What each measure's series counts stands above it: it is not the 12-month figure in small. */
export const seriesTable = (call: MeasureCall, { asOf, figures }: Measured): string => {
  const sections = call.measures.map((id) => {
    const { title, unit, seriesInWords } = catalog[id];
    const own = figures.filter(({ measure }) => measure === id);
    const absent = own.find((figure) => figure.denominator === null)?.absent;
    const rows = [
      [`${call.series?.rhythm} from`, '', unit.short, '95% interval', 'counted', ''],
      ...own.flatMap(rowsOf),
    ];
    return [
      `${id}  ${title}`,
      seriesInWords,
      '',
      ...(absent && own.every((figure) => figure.denominator === null)
        ? [absent]
        : [alignedTable(rows, [2, 3, 4])]),
    ].join('\n');
  });
  return `As of ${dayInWords(asOf)}. Observed performance.\n\n${sections.join('\n\n')}\n`;
};
