/** Say and do of a place as plain data: the stated order, and what each value got, over a span and by month. */
import { type Place, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import {
  type DeedKind,
  deeds as deedKinds,
  type SayAndDo,
  type SayAndDoMonth,
  sayAndDo,
  sayAndDoByMonth,
  type Value,
  valuesInForce,
  valuesPolicy,
} from '../../rooms/values/public.ts';
import { dayText, longMonthText, monthText } from '../../ui/format/days.ts';
import { countText, ordinalText } from '../../ui/format/numbers.ts';
import { differenceSentence, wishOf } from '../../words/value-sentences.ts';
import type { Visit } from '../page.ts';
import { deedsOf } from './deeds.ts';
import { type Span, spanAsked, spanChoices } from './span.ts';
import { valuePlaceChoices, valuesPlace } from './values-scope.ts';

export interface PlaceSayAndDo {
  readonly place: Place;
  readonly from: Place;
  readonly span: Span;
  readonly values: readonly Value[];
  readonly whole: SayAndDo;
  readonly byMonth: readonly SayAndDoMonth[];
}

export const readSayAndDo = async (
  visit: Visit,
  place: Place = valuesPlace(visit),
): Promise<PlaceSayAndDo> => {
  const { services, actor, url } = visit;
  const span = spanAsked(url, todayOn());
  const scope = scopeFor(actor, valuesPolicy['values.read']);
  const { from, values } = await valuesInForce(services.database, scope, place);
  const deeds = await deedsOf(visit, { place, span, values });
  return {
    ...{ place, from, span, values },
    whole: sayAndDo({ values, deeds }),
    byMonth: sayAndDoByMonth({ values, deeds }, span.from, span.to),
  };
};

export const percentText = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)}%`;

/** `June`, or `June 2025` when it is not this year's. */
const sinceText = ({ from, to }: Span): string => {
  const text = longMonthText(from);
  return from.slice(0, 4) === to.slice(0, 4) ? text.replace(/ \d+$/, '') : text;
};

/** Whole text in three parts, the middle one the wish; null where there is nothing to tell. */
export const largestDifference = ({
  whole,
  values,
  span,
}: Pick<PlaceSayAndDo, 'whole' | 'values' | 'span'>): readonly [string, string, string] | null => {
  const { largest } = whole;
  if (largest === null) return null;
  const { valueId, kind, said } = largest;
  const row = whole.rows.find((one) => one.valueId === valueId);
  const statement = values.find(({ id }) => id === valueId)?.statement ?? '';
  const share = percentText(row?.shares[kind] ?? null);
  return differenceSentence({ statement, kind, said: ordinalText(said), share, since: sinceText(span) });
};

const agreement = ({ whole, values, span }: PlaceSayAndDo): string => {
  if (values.length === 0) return 'No value is written down yet, so there is nothing to hold deeds against.';
  if (whole.totals.minutes + whole.totals.decisions + whole.totals.changes === 0)
    return `Nothing was put on record since ${sinceText(span)}: no review, no decision, no course change.`;
  if (whole.totals.minutes < 60 && whole.totals.decisions < 5)
    return 'Too little is on record to tell what you do from chance.';
  return `What you do follows the order you state, since ${sinceText(span)}.`;
};

export interface SayAndDoCell {
  readonly kind: DeedKind;
  readonly share: number | null;
  readonly percent: string;
  readonly amount: string;
}

const amountText = (amount: number): string =>
  Number.isInteger(amount) ? countText(amount) : (Math.round(amount * 10) / 10).toString();

const cellsOf = ({ shares, amounts }: SayAndDo['rows'][number]): SayAndDoCell[] =>
  deedKinds.map((kind) => ({
    kind,
    share: shares[kind],
    percent: percentText(shares[kind]),
    amount: amountText(amounts[kind]),
  }));

const named = (values: readonly Value[], valueId: string | null) => ({
  id: valueId,
  name: valueId === null ? 'No value' : (values.find(({ id }) => id === valueId)?.statement ?? valueId),
  short:
    valueId === null ? 'no value' : wishOf(values.find(({ id }) => id === valueId)?.statement ?? valueId),
});

const monthRows = ({ byMonth, values, whole }: PlaceSayAndDo) =>
  whole.rows.map(({ valueId }) => ({
    ...named(values, valueId),
    months: byMonth.map(({ month, rows }) => {
      const row = rows.find((one) => one.valueId === valueId);
      return {
        month: monthText(month),
        share: row?.shares.minutes ?? null,
        percent: percentText(row?.shares.minutes ?? null),
        minutes: amountText(row?.amounts.minutes ?? 0),
        decisions: amountText(row?.amounts.decisions ?? 0),
        changes: amountText(row?.amounts.changes ?? 0),
      };
    }),
  }));

export const sayAndDoView = async (visit: Visit) => {
  const read = await readSayAndDo(visit);
  const { place, span, values, whole, byMonth } = read;
  return {
    place,
    placeName: placeText(place),
    borrows: read.from !== place,
    difference: largestDifference(read),
    agreement: agreement(read),
    since: dayText(span.from),
    months: String(span.months),
    spans: spanChoices.map((months) => ({ value: String(months), label: `Last ${months} months` })),
    rows: whole.rows.map((row) => ({ ...named(values, row.valueId), cells: cellsOf(row) })),
    totals: deedKinds.map((kind) => ({ kind, amount: amountText(whole.totals[kind]) })),
    monthNames: byMonth.map(({ month }) => monthText(month)),
    byMonth: monthRows(read),
    places: await valuePlaceChoices(visit, place),
  };
};

export type SayAndDoView = Awaited<ReturnType<typeof sayAndDoView>>;
