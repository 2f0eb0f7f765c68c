import { scopeFor } from '../../commons/permissions/scope.ts';
import { NotFound } from '../../platform/errors.ts';
import { droppedOf, findBySlug, isPublished, seesAllOf } from '../../rooms/measures/public.ts';
import { listValues, valuesPolicy } from '../../rooms/values/public.ts';
import { dayText } from '../../ui/format/days.ts';
import { flagged } from '../decisions/flagged.ts';
import { signedIn } from '../page.ts';
import { findReadyVersion } from '../prepared-version.ts';
import { PreparingPage } from '../preparing-page.tsx';
import type { Route } from './+types/measure';
import { readFlags } from './chart-flags.ts';
import { noteFormFor } from './marks/mark-choices.ts';
import { filterRows, filtersOf, keptAddress } from './measure-filters.ts';
import { MeasurePage } from './measure-page.tsx';
import { readMeasure } from './measure-reading.ts';
import { droppedRows, measureView } from './measure-view.ts';
import { qualityNotes } from './quality-notes.ts';
import { recordsLinks } from './records-links.ts';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.page?.view.definition.title ?? 'Measure'} · Midcourse` },
];

export const loader = signedIn(async (visit) => {
  const { params, url, services, actor } = visit;
  const definition = findBySlug(params.slug ?? '');
  if (!definition) throw new NotFound('There is no measure of this name.');
  const filters = filtersOf(url.searchParams);
  const found = await findReadyVersion(visit);
  if (found.state === 'none')
    throw new NotFound('No case data have been brought in yet, so there is nothing to show here.');
  if (found.state === 'preparing') return { preparing: found.preparing, page: null };
  const { version } = found;
  const [marked, values, read] = await Promise.all([
    readFlags(visit, filters.where, definition.id),
    listValues(services.database, scopeFor(actor, valuesPolicy['values.read'])),
    readMeasure(version.files, definition, filters),
  ]);
  const flags = marked.get(definition.id) ?? [];
  const reading = flagged(read, flags);
  const { where, window, cut, since } = { ...reading, where: filters.where };
  const page = {
    view: measureView(reading, where, version.asOf),
    filters: filterRows(
      definition,
      reading.whole.by,
      { where, window, cut, since },
      version.asOf,
      seesAllOf(version.files, where),
    ),
    flags,
    note: noteFormFor(actor, definition.id, filters.where.county),
    search: url.search,
    records: recordsLinks(actor, reading, url.search),
    link: keptAddress(definition, { where, window, cut, since }),
    serves: values
      .filter(({ measures }) => measures.includes(definition.id))
      .map(({ statement }) => statement),
    dropped: droppedRows(await droppedOf(version.files, version.asOf)),
    version: { number: version.number, label: version.label, asOf: dayText(version.asOf) },
    quality: await qualityNotes(version, definition, window),
    isPublished: isPublished(definition.id),
  };
  return { preparing: null, page };
});

export default function Measure({ loaderData }: Route.ComponentProps) {
  const { preparing, page } = loaderData;
  return preparing === null ? <MeasurePage page={page} /> : <PreparingPage preparing={preparing} />;
}
