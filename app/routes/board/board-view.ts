/** The board as plain data: one row a value, its measures with their charts, and what we look at beside them. */

import type { MeasureId, MeasureKind } from '../../rooms/measures/public.ts';
import { catalog, measureIds } from '../../rooms/measures/public.ts';
import type { Value } from '../../rooms/values/public.ts';
import type { ChartFlag } from '../../ui/charts/run-points.ts';
import { sparkChart } from '../../ui/charts/spark-chart.ts';
import { monthText, windowText } from '../../ui/format/days.ts';
import { countText, ordinalText, smallCountText, valueText } from '../../ui/format/numbers.ts';
import { countedSentence, inFlightInShort } from '../../words/figure-sentence.ts';
import { hiddenInShort, hiddenSentence } from '../../words/hidden-cell.ts';
import { standingWord } from '../../words/standing-sentence.ts';
import { runDescription, runTableWords } from '../measures/chart-words.ts';
import { drawnOnce } from '../measures/drawn-once.ts';
import type { Reading } from '../measures/measure-run.ts';
import type { MeasureSummary, Where } from '../measures/measure-summary.ts';
import type { Summaries } from '../measures/summaries-in-memory.ts';
import { isMeasureId } from '../values/measure-names.ts';

export interface BoardMeasure {
  readonly id: string;
  readonly slug: string;
  /** What its page is narrowed to: `?where=county%3AAlder`, or nothing. */
  readonly search: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly sentence: string;
  readonly reading: Reading;
  readonly isUp: boolean;
  /** Null where there is nothing to draw. */
  readonly svg: string | null;
  readonly value: string | null;
  readonly counted: string;
  readonly inFlight: string | null;
  readonly flags: readonly ChartFlag[];
  readonly partner: {
    readonly slug: string;
    readonly title: string;
    readonly value: string;
    readonly word: string | null;
  };
}

export interface BoardValue {
  readonly id: string;
  readonly statement: string;
  readonly place: string;
  readonly measures: readonly BoardMeasure[];
}

const lastValue = ({ last, definition, hidden }: MeasureSummary): string => {
  if (!last) return hidden === null ? 'no final figure' : hiddenInShort(hidden);
  return `${valueText(last, definition.unit)}${definition.unit.per === 100 ? '' : ` ${definition.unit.short}`}`;
};

const countedOf = ({ last, definition, absent, hidden }: MeasureSummary): string => {
  if (absent !== null) return absent;
  if (!last) return hidden === null ? 'No figure is final yet.' : hiddenSentence(hidden);
  return countedSentence({
    measureId: definition.id,
    numerator: countText(last.numerator),
    denominator: countText(last.denominator),
    window: windowText(last.window.from, last.window.to),
    isFinal: last.final,
  });
};

/** Said on the board where it hides more than the last month or two. */
const inFlightFrom = ({ run }: MeasureSummary): string | null => {
  const waiting = run.series.points.filter((point) => !point.isFinal);
  const [first] = waiting;
  return first && waiting.length > 2 ? inFlightInShort(monthText(first.from)) : null;
};

const isDrawable = ({ run }: MeasureSummary): boolean =>
  ['few', 'new', 'enough'].includes(run.standing.amount);

/** A version's figures never change: each is drawn once for its place on the page. */
const chartOf = ({ definition, run, sentence }: MeasureSummary, id: string): string =>
  drawnOnce(['small', id, sentence, run.series], () => {
    const words = { id, title: sentence, description: runDescription(definition, run.series) };
    const table = runTableWords(`${definition.title}, ${definition.unit.words}, by month`);
    return sparkChart(run.series, words, table).svg;
  });

const searchOf = ({ county }: Where): string =>
  county === undefined ? '' : `?where=${encodeURIComponent(`county:${county}`)}`;

const boardMeasure = (
  valueId: string,
  measure: MeasureId,
  summaries: Summaries,
  where: Where,
): BoardMeasure => {
  const summary = summaries[measure];
  const { definition, run, last } = summary;
  const partner = summaries[definition.partner];
  return {
    id: measure,
    slug: definition.slug,
    search: searchOf(where),
    title: definition.title,
    unit: !last || definition.unit.per === 100 ? '' : definition.unit.short,
    kind: definition.kind,
    sentence: summary.sentence,
    reading: run.reading,
    isUp: run.isUp,
    svg: isDrawable(summary) ? chartOf(summary, `${valueId}-${measure.toLowerCase()}`) : null,
    value: last ? valueText(last, definition.unit) : null,
    counted: countedOf(summary),
    inFlight: last ? inFlightFrom(summary) : null,
    flags: run.series.flags ?? [],
    partner: {
      slug: partner.definition.slug,
      title: partner.definition.title.toLowerCase(),
      value: lastValue(partner),
      word: partner.last ? standingWord(partner.run.reading) : null,
    },
  };
};

const placeOf = (index: number, total: number, ownerRole: string): string =>
  `${total === 1 ? 'the only value' : `${ordinalText(index + 1)} of ${smallCountText(total)} values`} · ${ownerRole}`;

/** Rows in the agency's own order of its values. */
export const boardValues = (
  values: readonly Value[],
  summaries: Summaries,
  where: Where = {},
): BoardValue[] =>
  values.map((value, index) => ({
    id: value.id,
    statement: value.statement,
    place: placeOf(index, values.length, value.ownerRole),
    measures: value.measures
      .filter(isMeasureId)
      .map((measure) => boardMeasure(value.id, measure, summaries, where)),
  }));

export interface WhatWeLookAt {
  readonly counts: Readonly<Record<MeasureKind, number>>;
  readonly compliance: readonly { readonly label: string; readonly value: string }[];
}

const complianceLabels: Readonly<Record<string, string>> = {
  C1: 'Monthly visits',
  C2: 'first contacts on time',
};

/** Kinds of the measures on the board, and the promises beside them. */
export const whatWeLookAt = (values: readonly Value[], summaries: Summaries): WhatWeLookAt => {
  const shown = new Set(values.flatMap((value) => value.measures).filter(isMeasureId));
  const counts = { outcome: 0, practice: 0, balancing: 0, compliance: 0 };
  for (const id of shown) counts[catalog[id].kind] += 1;
  const compliance = measureIds
    .filter((id) => catalog[id].kind === 'compliance' && summaries[id].last)
    .map((id) => ({ label: complianceLabels[id] ?? catalog[id].title, value: lastValue(summaries[id]) }));
  return { counts, compliance };
};
