import { data, redirect } from 'react-router';
import { isAllowed } from '../../../commons/permissions/permission.ts';
import { countyPlace, isPlace, type Place } from '../../../commons/permissions/place.ts';
import { isWithin, scopeFor } from '../../../commons/permissions/scope.ts';
import { todayOn } from '../../../platform/clock.ts';
import { Invalid } from '../../../platform/errors.ts';
import {
  addFixNote,
  assignFix,
  assignForm,
  fixesPolicy,
  getFix,
  noteForm,
  placesInData,
  sayFixed,
  sayNotFixed,
} from '../../../rooms/measures/public.ts';
import { signedIn, type Visit } from '../../page.ts';
import { findVersionInUse } from '../../version-in-use.ts';
import type { Route } from './+types/fix';
import { FixPage } from './fix-page.tsx';
import { fixView, saidAs } from './fix-view.ts';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.title ?? 'A record to mend'} · Midcourse` },
];

export const loader = signedIn(async (visit) => {
  const { services, actor, params } = visit;
  const scope = scopeFor(actor, fixesPolicy['fixes.read']);
  const fix = await getFix(services.database, scope, params.id ?? '');
  return fixView({ fix, today: todayOn(), places: await placesToGive(visit) }, visit);
});

/** Counties and units of the data within the person's reach: whom a record can be given to. */
const placesToGive = async (visit: Visit): Promise<Place[]> => {
  const { actor } = visit;
  if (!isAllowed(actor.assignments, fixesPolicy['fixes.assign'])) return [];
  const scope = scopeFor(actor, fixesPolicy['fixes.assign']);
  const version = await findVersionInUse(visit);
  const units = version ? (await placesInData(version.files)).units : [];
  const places = units.flatMap(({ county, unit }) => [countyPlace(county), `unit:${county}/${unit}`]);
  return [...new Set(places)].filter(isPlace).filter((place) => isWithin(scope, place));
};

const worked = ({ services, actor, params }: Visit) => ({
  database: services.database,
  scope: scopeFor(actor, fixesPolicy['fixes.work']),
  id: params.id ?? '',
  as: saidAs(actor, fixesPolicy['fixes.work']),
});

const note = async (visit: Visit, form: FormData) => {
  const text = String(form.get('text') ?? '');
  const checked = noteForm.safeParse({ text });
  if (!checked.success)
    return data({ text, problem: checked.error.issues[0]?.message ?? '' }, { status: 422 });
  const { database, scope, id, as } = worked(visit);
  await addFixNote(database, scope, id, checked.data, as);
  return redirect(`/data/fixes/${id}${visit.url.search}`);
};

const assign = async ({ services, actor, params, url }: Visit, form: FormData) => {
  const checked = assignForm.safeParse({
    to: form.get('to'),
    forSupervisor: form.get('supervisor') === 'yes',
  });
  if (!checked.success) throw new Invalid('Nobody was chosen.', 'Choose a county or a unit from the list.');
  const scope = scopeFor(actor, fixesPolicy['fixes.assign']);
  await assignFix(services.database, scope, params.id ?? '', checked.data);
  return redirect(`/data/fixes/${params.id}${url.search}`);
};

/** What is said here goes back to where it was said: the list with its filters, or this page. */
export const action = signedIn(async (visit) => {
  const form = await visit.request.formData();
  const act = form.get('act');
  if (act === 'note') return note(visit, form);
  if (act === 'assign') return assign(visit, form);
  const { database, scope, id, as } = worked(visit);
  if (act === 'said-fixed') await sayFixed(database, scope, id, { today: todayOn(), saidAs: as });
  else if (act === 'not-fixed') await sayNotFixed(database, scope, id);
  else throw new Invalid('Nothing was chosen to be done.');
  return redirect(`/data/fixes${visit.url.search}`);
});

export default function FixRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <FixPage view={loaderData} refused={actionData ?? null} />;
}
