/** The page of records as plain data: each record in words, and the ways to the next ones. */
import type { FactRecord, MeasureDefinition } from '../../rooms/measures/public.ts';
import { monthText, windowText } from '../../ui/format/days.ts';
import { countText } from '../../ui/format/numbers.ts';
import { groupText } from '../../words/groups.ts';
import type { RecordsAsked } from './records-asked.ts';

export const recordsPerPage = 50;

export interface RecordRow {
  readonly subject: string;
  readonly month: string;
  readonly ageBand: string;
  readonly county: string;
  readonly unit: string;
  readonly counted: string;
  readonly why: string;
}

const placeText = (kind: 'county' | 'unit', name: string | null): string =>
  name === null ? 'Not carried' : groupText(kind, name);

/** A share counts a child or does not; a rate counts events over days, months or children. */
const whyOf = ({ unit, second }: MeasureDefinition, record: FactRecord): string => {
  const { events, exposure, secondExposure, secondEvents, isSettled, settledMonth } = record;
  const isShare = unit.per === 100 && exposure === 1 && events <= 1;
  const counted = isShare
    ? events === 1
      ? 'In both numerator and denominator'
      : 'In the denominator only'
    : `${countText(events)} in the numerator, ${countText(exposure)} in the denominator`;
  const also =
    second && secondExposure !== null
      ? `; ${second.name}: ${countText(secondEvents)} of ${countText(secondExposure)}`
      : '';
  const settled = `${isSettled ? 'settled' : 'not settled until'} ${monthText(`${settledMonth}-01`)}`;
  return `${counted}${also}; ${settled}.`;
};

const rowOf = (definition: MeasureDefinition, record: FactRecord): RecordRow => ({
  subject: record.subject,
  month: monthText(`${record.anchorMonth}-01`),
  ageBand: record.ageBand === null ? 'Not carried' : groupText('age', record.ageBand),
  county: placeText('county', record.county),
  unit: placeText('unit', record.unit),
  counted: record.events > 0 ? 'Yes' : 'No',
  why: whyOf(definition, record),
});

const addressOf = (url: URL, page: number): string => {
  const params = new URLSearchParams(url.search);
  if (page > 1) params.set('page', String(page));
  else params.delete('page');
  const search = params.toString();
  return search === '' ? url.pathname : `${url.pathname}?${search}`;
};

export const recordsView = (
  { definition, version, window, where, read, areOwnIds }: RecordsAsked,
  url: URL,
  page: number,
) => {
  const pages = Math.max(1, Math.ceil(read.total / recordsPerPage));
  const search = url.search;
  return {
    title: definition.title,
    slug: definition.slug,
    search,
    window: windowText(window.from, window.to),
    narrowed: Object.entries(where).map(([breakdown, group]) => groupText(breakdown, group)),
    absent: read.absent,
    total: countText(read.total),
    isEmpty: read.total === 0,
    events: countText(read.events),
    exposure: countText(read.exposure),
    rows: read.records.map((record) => rowOf(definition, record)),
    numerator: definition.numeratorInWords,
    areOwnIds,
    version: version.number,
    page: countText(page),
    pages: countText(pages),
    earlier: page > 1 ? addressOf(url, Math.min(page - 1, pages)) : null,
    later: page < pages ? addressOf(url, page + 1) : null,
  };
};

export type RecordsView = ReturnType<typeof recordsView>;
