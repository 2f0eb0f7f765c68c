import { Invalid } from '../../app/platform/errors.ts';
import {
  catalog,
  getPublishedState,
  isPublished,
  type PublishedMeasure,
  type PublishedMeasureId,
  type PublishedState,
  publishedMeasureIds,
  type SeriesPoint,
  standingPublication,
  standingPublished,
} from '../../app/rooms/measures/public.ts';
import { alignedTable } from '../aligned-table.ts';
import { readArguments } from '../arguments.ts';
import { csvText } from '../csv-text.ts';
import type { Verb } from '../verb.ts';

const help = `
midcourse published --state CA [--measure P1[,S1…]] [--format table|json|csv] [--json]

Shows what the U.S. Children's Bureau has published of a state: observed performance by 12-month window, each as last
published, and its risk-standardized performance (RSP) with the 95% interval, national performance and status.
The tables ship with the program (app/rooms/measures/published/data/SOURCES.md): no network, no server, no database.

  --state     two letters; the 50 states, DC and PR
  --measure   ${publishedMeasureIds.join(', ')}; all by default. H1, the entry rate, has no national performance.

RSP is compared with national performance, observed performance with the state's own past, never one with the other.
None of it is computed from this agency's records. DQ: the state's data did not pass the federal quality checks.
`;

const measuresNamed = (named: string | undefined): readonly PublishedMeasureId[] | undefined =>
  named?.split(',').map((id) => {
    const measure = id.trim().toUpperCase();
    if (!isPublished(measure))
      throw new Invalid(`"${id}" is not published.`, `Published are ${publishedMeasureIds.join(', ')}.`);
    return measure;
  });

const shown = (value: number | null, measure: PublishedMeasureId): string =>
  value === null ? 'DQ' : value.toFixed(catalog[measure].interval === 'wilson' ? 1 : 2);

const counted = (count: number | null): string => count?.toLocaleString('en-US') ?? '';

const observedRow = (point: SeriesPoint): string[] => [
  `${point.window.from} to ${point.window.to}`,
  point.period,
  counted(point.numerator),
  counted(point.denominator),
  shown(point.value, point.measure),
  point.note ? `${point.publication} *` : point.publication,
];

const noteLine = ({ note, earlier, measure }: SeriesPoint): string => {
  const before = earlier.map(
    ({ publication, value }) => ` Published in ${publication}: ${shown(value, measure)}.`,
  );
  return `* ${note}${before.join('')}`;
};

const standingLine = ({ measure, standing }: PublishedMeasure): string => {
  if (!standing) return 'No national performance is set for this measure.';
  const { rsp, period, nationalPerformance, status } = standing;
  const against = `Against national performance ${shown(nationalPerformance, measure)} (${period}):`;
  if (!rsp) return `${against} DQ, no figure published.`;
  const [lower, upper] = rsp.interval.map((limit) => shown(limit, measure));
  return `${against} RSP ${shown(rsp.value, measure)} (${lower} to ${upper}), ${status}.`;
};

const measureText = (published: PublishedMeasure): string => {
  const { id, title, unit, direction } = catalog[published.measure];
  const better = { up: '; higher is better', down: '; lower is better', neither: '' }[direction];
  const heads = ['window', 'named', 'numerator', 'denominator', 'observed', 'published'];
  const notes = published.observed.filter(({ note }) => note !== null).map(noteLine);
  return [
    `${id}  ${title} (${unit.words}${better})`,
    alignedTable([heads, ...published.observed.map(observedRow)], [2, 3, 4]),
    standingLine(published),
    ...notes,
  ].join('\n');
};

const asTable = ({ state, name, measures }: PublishedState): string =>
  [
    `${name} (${state}): published federal figures, not computed from this agency's records.`,
    `Standing: ${standingPublication}.`,
    ...measures.map((published) => `\n${measureText(published)}`),
  ].join('\n');

const csvColumns = [
  ...['state', 'measure', 'from', 'to', 'period', 'publication', 'numerator', 'denominator', 'observed'],
  ...['rsp_lower', 'rsp', 'rsp_upper', 'national_performance', 'status', 'note'],
];

const asCsv = ({ state, measures }: PublishedState): string => {
  const rows = measures.flatMap(({ measure, observed, standing }) => [
    ...observed.map(({ window, period, publication, numerator, denominator, value, note }) => [
      ...[state, measure, window.from, window.to, period, publication, numerator, denominator, value],
      ...[null, null, null, null, null, note],
    ]),
    ...(standing ? [standing] : []).map(
      ({ window, period, numerator, denominator, observed, rsp, ...rest }) => [
        ...[
          state,
          measure,
          window.from,
          window.to,
          period,
          standingPublished,
          numerator,
          denominator,
          observed,
        ],
        ...[rsp?.interval[0], rsp?.value, rsp?.interval[1], rest.nationalPerformance, rest.status, null],
      ],
    ),
  ]);
  return csvText(csvColumns, rows);
};

const run = async (args: readonly string[]): Promise<number> => {
  const { values, format } = readArguments(
    {
      verb: 'published',
      options: { state: { type: 'string' }, measure: { type: 'string' } },
      words: [0, 0, 'word'],
      formats: ['table', 'csv'],
    },
    args,
  );
  if (!values.state) throw new Invalid('Which state?', 'Name it by two letters: `--state CA`.');
  const found = getPublishedState(values.state, measuresNamed(values.measure));
  const text =
    format === 'json'
      ? JSON.stringify({ standingPublication, ...found }, null, 2)
      : format === 'csv'
        ? asCsv(found)
        : asTable(found);
  process.stdout.write(`${text}\n`);
  return 0;
};

export const published: Verb = {
  name: 'published',
  summary: 'published federal figures of any state',
  help,
  run,
};
