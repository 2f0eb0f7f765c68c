/** One window's figures for a reader at a terminal. */
import {
  breakdownsOf,
  catalog,
  type Figure,
  federalName,
  type Window,
} from '../../../app/rooms/measures/public.ts';
import { alignedTable } from '../../aligned-table.ts';
import { withoutControls } from '../../without-controls.ts';
import { countsInWords, dayInWords, intervalInWords, stateInWords, valueInWords } from './in-words.ts';
import type { Measured } from './measured.ts';

/** Value, interval and counts. */
const figuresAt = [2, 4, 5];
const header = ['', '', 'value', '', '95% interval', 'counted', '', 'shown with'];

const totalRow = (figure: Figure): string[] => {
  const { title, unit, partner } = catalog[figure.measure];
  return [
    figure.measure,
    title,
    valueInWords(figure, figure.value),
    unit.short,
    intervalInWords(figure, figure),
    countsInWords(figure, figure),
    stateInWords(figure),
    partner,
  ];
};

const secondRow = (figure: Figure): string[][] => {
  const name = catalog[figure.measure].second?.name;
  const { second } = figure;
  if (!second || second.denominator === null || !name) return [];
  const text = name === 'residence' ? '  of these, where the child lives' : '  completed on time';
  return [
    [
      '',
      text,
      valueInWords(figure, second.value),
      '%',
      intervalInWords(figure, second),
      countsInWords(figure, second),
    ],
  ];
};

const groupRows = (figure: Figure): string[][] =>
  breakdownsOf(figure).flatMap(({ breakdown, groups }) => [
    ['', `  by ${breakdown.replaceAll('_', ' ')}`],
    ...groups.map(([group, cell]) => [
      '',
      `    ${withoutControls(group)}`,
      valueInWords(figure, cell.value),
      '',
      intervalInWords(figure, cell),
      countsInWords(figure, cell),
    ]),
  ]);

const notes = (figures: readonly Figure[]): string[] => {
  const absent = Map.groupBy(
    figures.filter((figure) => figure.denominator === null && figure.absent !== null),
    (figure) => figure.absent ?? '',
  );
  const lines = [...absent].map(
    ([reason, list]) => `${list.map(({ measure }) => measure).join(', ')}: ${reason}`,
  );
  const notCarried = figures.flatMap((figure) =>
    Object.entries(figure.notCarried).map(
      ([breakdown, reason]) => `${figure.measure} by ${breakdown}: ${reason}`,
    ),
  );
  const inFlight = figures.some((figure) => !figure.final && figure.denominator !== null)
    ? [
        'In flight: the follow-up is not over, or too many dispositions are pending. The figure will still change.',
      ]
    : [];
  const incomplete = figures.some((figure) => figure.incomplete && figure.denominator !== null)
    ? ['Incomplete: the NCANDS file of the following federal year is not loaded yet.']
    : [];
  return [...lines, ...notCarried, ...inFlight, ...incomplete];
};

const droppedLine = (dropped: Measured['dropped']): string[] => {
  const counts = Object.entries(dropped).filter(([, count]) => count > 0);
  if (counts.length === 0) return [];
  const list = counts.map(([reason, count]) => `${reason.replaceAll('_', ' ')} ${count}`);
  return [`Episodes left out by the record checks: ${list.join(', ')}.`];
};

/** Title, one line a measure with its groups beneath, then what is missing and why. */
export const figureTable = (window: Window, { asOf, figures, dropped }: Measured): string => {
  const name = federalName(window);
  const rows = figures.flatMap((figure) => [totalRow(figure), ...secondRow(figure), ...groupRows(figure)]);
  return `${[
    `${dayInWords(window.from)} to ${dayInWords(window.to)}${name ? ` (${name})` : ''}, as of ${dayInWords(asOf)}. Observed performance.`,
    '',
    alignedTable([header, ...rows], figuresAt),
    '',
    ...notes(figures),
    ...droppedLine(dropped),
  ]
    .join('\n')
    .trimEnd()}\n`;
};
