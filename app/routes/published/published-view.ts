/** What was published of one state, as plain data: each measure with its standing and its observed series. */
import { catalog, federalName, type PublishedMeasure, type Status } from '../../rooms/measures/public.ts';
import type { DrawnChart } from '../../ui/charts/drawn-chart.ts';
import { intervalChart } from '../../ui/charts/interval-chart.ts';
import { observedChart } from '../../ui/charts/observed-chart.ts';
import { monthText, windowText } from '../../ui/format/days.ts';
import { countText } from '../../ui/format/numbers.ts';

const isPercent = (measure: PublishedMeasure['measure']): boolean => catalog[measure].unit.per === 100;

const published = (value: number | null, percent: boolean): string =>
  value === null ? 'not published' : percent ? `${value.toFixed(1)}%` : value.toFixed(2);

const statusSentence: Readonly<Record<Status, string>> = {
  Better: 'Better than national performance, as published',
  Worse: 'Not as good as national performance, as published',
  'No different': 'No different from national performance, as published',
  DQ: 'Not published: the data did not pass the federal quality checks',
};

const standingOf = ({ measure, standing }: PublishedMeasure, stateName: string) => {
  if (standing === null) return null;
  const percent = isPercent(measure);
  const national = published(standing.nationalPerformance, percent);
  const { rsp } = standing;
  const chart: DrawnChart | null =
    rsp === null
      ? null
      : intervalChart(
          {
            rows: [{ label: stateName, value: rsp.value, lower: rsp.interval[0], upper: rsp.interval[1] }],
            reference: { value: standing.nationalPerformance, label: `national performance ${national}` },
            isPercent: percent,
          },
          {
            id: `rsp-${measure.toLowerCase()}`,
            title: `${stateName}: ${statusSentence[standing.status]}`,
            description: `Risk-standardized performance ${published(rsp.value, percent)}, 95% interval ${published(rsp.interval[0], percent)} to ${published(rsp.interval[1], percent)}, against national performance ${national}.`,
          },
          { caption: '', columns: [], rows: [] },
        );
  return {
    sentence: statusSentence[standing.status],
    svg: chart?.svg ?? null,
    window: windowText(standing.window.from, standing.window.to),
    rsp:
      rsp === null
        ? null
        : `${published(rsp.value, percent)} (${published(rsp.interval[0], percent)} to ${published(rsp.interval[1], percent)})`,
    national,
  };
};

const observedTable = ({ observed, measure }: PublishedMeasure) => ({
  caption: 'Observed performance, as last published for each window',
  columns: [
    { label: 'Window', isNumber: false },
    { label: 'Observed', isNumber: true },
    { label: 'Counted', isNumber: true },
    { label: 'Out of', isNumber: true },
    { label: 'Published', isNumber: false },
    { label: 'Note', isNumber: false },
  ],
  rows: observed.map(({ window, value, numerator, denominator, publication, note }) => [
    windowText(window.from, window.to),
    published(value, isPercent(measure)),
    countText(numerator),
    countText(denominator),
    publication,
    note ?? '',
  ]),
});

const observedOf = (one: PublishedMeasure, stateName: string): DrawnChart => {
  const { title } = catalog[one.measure];
  // What was published as anomalous stands in the table with its note, and draws no line.
  const points = one.observed.map(({ window, value, note }) => ({
    window: federalName(window) ?? monthText(window.from),
    value: note === null ? value : null,
  }));
  const words = {
    id: `observed-${one.measure.toLowerCase()}`,
    title: `${stateName}: ${title}, observed`,
    description: `Observed performance over ${points.length} windows, each as last published. The table has the figures.`,
  };
  return observedChart(points, isPercent(one.measure), words, observedTable(one));
};

export const publishedView = (measures: readonly PublishedMeasure[], stateName: string) =>
  measures.map((one) => ({
    id: one.measure,
    title: catalog[one.measure].title,
    slug: catalog[one.measure].slug,
    unit: catalog[one.measure].unit.words,
    standing: standingOf(one, stateName),
    observed: observedOf(one, stateName),
  }));

export type PublishedView = ReturnType<typeof publishedView>;
