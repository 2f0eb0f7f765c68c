/** A measure page as plain data: what its components show, in words and ready numbers. */
import { type Cell, catalog, type Dropped, federalName, queryOf } from '../../rooms/measures/public.ts';
import type { DrawnChart } from '../../ui/charts/drawn-chart.ts';
import { runChart } from '../../ui/charts/run-chart.ts';
import { sparkChart } from '../../ui/charts/spark-chart.ts';
import { dayText, longMonthText, windowText } from '../../ui/format/days.ts';
import { countText, intervalText, valueText } from '../../ui/format/numbers.ts';
import { capitalised } from '../../words/capitalised.ts';
import { countedSentence } from '../../words/figure-sentence.ts';
import { breakdownText, compareGroups, groupText } from '../../words/groups.ts';
import { heldText, hiddenInShort, hiddenSentence } from '../../words/hidden-cell.ts';
import { standingSentence, standingWord } from '../../words/standing-sentence.ts';
import { changeSentences } from './chart-changes.ts';
import { runDescription, runTableWords, usualRangeText } from './chart-words.ts';
import { drawnOnce } from './drawn-once.ts';
import { periodWord } from './finest-run.ts';
import type { MeasureReading } from './measure-reading.ts';
import { inFlightOf } from './measure-summary.ts';
import { overTimeView } from './over-time-view.ts';
import { variationView } from './variation-view.ts';
import { whoView } from './who-view.ts';

export interface BreakdownRow {
  readonly group: string;
  readonly value: string;
  readonly interval: string;
  readonly numerator: string;
  readonly denominator: string;
  /** For the bar: in the measure's unit. */
  readonly at: number | null;
  readonly range: readonly [number, number] | null;
  /** Why it is not shown, or as of which older day it is, in short. */
  readonly note: string | null;
  readonly isHidden: boolean;
}

const noteOf = ({ hidden, heldAt }: Cell): string | null => {
  if (hidden !== undefined) return hiddenInShort(hidden);
  return heldAt === undefined ? null : heldText(dayText(heldAt));
};

const rowOf = (group: string, cell: Cell, reading: MeasureReading): BreakdownRow => {
  const { unit } = reading.definition;
  return {
    group,
    value: valueText(cell, unit),
    interval: intervalText(cell.interval, cell, unit),
    numerator: countText(cell.numerator),
    denominator: countText(cell.denominator),
    at: cell.value,
    range: cell.interval,
    note: noteOf(cell),
    isHidden: cell.hidden !== undefined,
  };
};

/** Groups in their own order (ages) or by name: never by value, for nobody is ranked. */
const breakdownRows = (reading: MeasureReading): BreakdownRow[] => {
  const { cut, figure } = reading;
  return Object.entries(figure.by[cut] ?? {})
    .toSorted(([a], [b]) => compareGroups(cut)(a, b))
    .map(([group, cell]) => rowOf(groupText(cut, group), cell, reading));
};

const besideRows = (reading: MeasureReading): BreakdownRow[] =>
  reading.cut === 'race_ethnicity'
    ? Object.entries(reading.figure.by.aian_any ?? {}).map(([group, cell]) =>
        rowOf(groupText('aian_any', group), cell, reading),
      )
    : [];

const notKnownText = ({ figure, cut }: MeasureReading): string | null => {
  const count = figure.by[cut]?.unknown?.denominator ?? 0;
  if (count === 0 || figure.denominator === null) return null;
  return `${capitalised(breakdownText(cut))} is not known for ${countText(count)} of ${countText(figure.denominator)}.`;
};

/** Why none of several cells is shown; null where one is, or there are none. */
const hiddenOf = (cells: Readonly<Record<string, Cell>> = {}): string | null => {
  const all = Object.values(cells);
  const hidden = all.find((cell) => cell.hidden !== undefined)?.hidden;
  return hidden === undefined || all.some(({ value }) => value !== null) ? null : hiddenSentence(hidden);
};

/** Why there is no point to draw; null where there is one, or nothing is hidden. */
const runHiddenOf = ({ run, figure }: MeasureReading): string | null =>
  figure.hidden === undefined || run.series.points.some(({ value }) => value !== null)
    ? null
    : hiddenSentence(figure.hidden);

const chartOf = ({ definition, run, rhythm: periods }: MeasureReading, sentence: string): DrawnChart => {
  const rhythm = periodWord(periods);
  return drawnOnce(['run', definition.id, rhythm, sentence, run.series], () =>
    runChart(run.series, {
      id: 'run',
      title: sentence,
      description: runDescription(definition, run.series, rhythm),
      usualRange: usualRangeText(run.series) ?? '',
      inFlight: 'in flight',
      table: runTableWords(`${definition.title}, ${definition.unit.words}, by ${rhythm}`, rhythm),
    }),
  );
};

const partnerOf = ({ partner }: MeasureReading) => {
  const { definition, run, sentence, last } = partner;
  const draw = (): string => {
    const words = { id: 'partner', title: sentence, description: runDescription(definition, run.series) };
    return sparkChart(run.series, words, runTableWords(definition.title)).svg;
  };
  return {
    title: definition.title,
    slug: definition.slug,
    sentence,
    word: standingWord(run.reading),
    value: last
      ? `${valueText(last, definition.unit)} ${definition.unit.per === 100 ? '' : definition.unit.short}`.trim()
      : null,
    window: last ? windowText(last.window.from, last.window.to) : null,
    svg: drawnOnce(['partner', definition.id, sentence, run.series], draw),
  };
};

const placeOf = (where: Readonly<Record<string, string>>): string =>
  Object.entries(where)
    .map(([breakdown, group]) => groupText(breakdown, group))
    .join(', ');

const figureOf = ({ figure, definition, window }: MeasureReading) => ({
  at: figure.value,
  value: valueText(figure, definition.unit),
  interval: intervalText(figure.interval, figure, definition.unit),
  isFinal: figure.final,
  hasValue: figure.value !== null,
  counted: countedSentence({
    measureId: definition.id,
    numerator: countText(figure.numerator),
    denominator: countText(figure.denominator),
    window: windowText(window.from, window.to),
    isFinal: figure.final,
  }),
  absent: figure.absent,
  hidden: figure.hidden === undefined ? null : hiddenSentence(figure.hidden),
  held: figure.heldAt === undefined ? null : heldText(dayText(figure.heldAt)),
  incomplete: figure.incomplete,
  fromAggregates: figure.from === 'aggregates',
  second: figure.second
    ? {
        words: definition.second?.words.replace(/\.$/, '') ?? '',
        value: valueText(figure.second, definition.unit),
      }
    : null,
});

const droppedNames: Readonly<Record<keyof Dropped, string>> = {
  birth_date_missing: 'Birth date missing',
  birth_after_removal: 'Born after the removal',
  birth_after_discharge: 'Born after the discharge',
  discharge_before_removal: 'Discharged before the removal',
  discharge_same_day: 'Discharged on the day of the removal',
  discharge_reason_missing: 'Discharged without a reason',
};

export const droppedRows = (dropped: Dropped): { reason: string; episodes: string }[] =>
  (Object.keys(droppedNames) as (keyof Dropped)[]).map((reason) => ({
    reason: droppedNames[reason],
    episodes: countText(dropped[reason]),
  }));

export const measureView = (
  reading: MeasureReading,
  where: Readonly<Record<string, string>>,
  asOf: string,
) => {
  const { definition, run, window, cut } = reading;
  const rhythm = periodWord(reading.rhythm);
  const sentence = standingSentence(run.standing);
  const place = placeOf(where);
  return {
    id: definition.id,
    definition,
    query: queryOf(definition.id),
    /** `Alder, 6–10 years`; blank for everybody. */
    shownFor: place,
    heading: place === '' ? sentence : `${place}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
    reading: run.reading,
    isUp: run.isUp,
    stage: run.stage,
    rhythm,
    inFlight: inFlightOf(definition, run),
    chart: chartOf(reading, sentence),
    changes: {
      drawn: run.series.changes ?? [],
      said: changeSentences(definition, window, reading.changes),
    },
    runHidden: runHiddenOf(reading),
    figure: figureOf(reading),
    window: windowText(window.from, window.to),
    federalName: federalName(window),
    since: longMonthText(reading.since),
    cut: {
      name: breakdownText(cut),
      rows: breakdownRows(reading),
      beside: besideRows(reading),
      reason: reading.figure.notCarried[cut] ?? null,
      notKnown: notKnownText(reading),
    },
    variation:
      variationView(definition, reading.places, 'county', where.county) ??
      variationView(definition, reading.places, 'unit', where.unit),
    comparedInstead:
      reading.compared.from === window.from ? null : windowText(reading.compared.from, reading.compared.to),
    variationHidden: hiddenOf(reading.places.by.county),
    overTime: overTimeView(definition, reading.overTime, cut, asOf),
    who:
      reading.who && whoView(definition, reading.who, windowText(reading.compared.from, reading.compared.to)),
    partner: partnerOf(reading),
    partnerOf: catalog[definition.partner].title,
  };
};

export type MeasureView = ReturnType<typeof measureView>;
