import { redirect } from 'react-router';
import { isAllowed } from '../../../commons/permissions/permission.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { todayOn } from '../../../platform/clock.ts';
import { Invalid } from '../../../platform/errors.ts';
import { importsPolicy, listFixes, startFixList, versionInUse } from '../../../rooms/measures/public.ts';
import { signedIn } from '../../page.ts';
import type { Route } from './+types/fixes';
import { fixesAsked } from './fixes-asked.ts';
import { FixesPage } from './fixes-page.tsx';
import { fixesPerPage, fixesView } from './fixes-view.ts';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.view?.heading ?? 'Records to mend'} · Midcourse` },
];

const pageOf = (text: string | null): number => {
  if (text === null || text === '') return 1;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Invalid('There is no such page of the list.', 'Begin at the first page.');
  return Number(text);
};

export const loader = signedIn(async (visit) => {
  const { services, actor, url } = visit;
  const asked = fixesAsked(visit);
  const page = pageOf(url.searchParams.get('page'));
  const seesVersions = scopeFor(actor, importsPolicy['versions.read']);
  const version = await versionInUse(services, seesVersions);
  if (!version) return { view: null };
  const slice = { offset: (page - 1) * fixesPerPage, limit: fixesPerPage };
  const list = await listFixes(services.database, asked.scope, version.number, asked.filter, slice);
  const reading = {
    ...{ asked, list, version, today: todayOn() },
    mayMake: isAllowed(actor.assignments, importsPolicy['versions.import']),
  };
  return { view: fixesView(reading, url, page) };
});

/** Makes the list of the version in use, where it was imported before there were lists. */
export const action = signedIn(async ({ services, actor }) => {
  const scope = scopeFor(actor, importsPolicy['versions.import']);
  const version = await versionInUse(services, scopeFor(actor, importsPolicy['versions.read']));
  if (!version) throw new Invalid('No case data have been brought in yet.');
  return redirect(`/data/imports/${await startFixList(services.jobs, scope, version.number)}`);
});

export default function Fixes({ loaderData: { view } }: Route.ComponentProps) {
  if (view !== null) return <FixesPage view={view} />;
  return (
    <div className="page state">
      <h1>Records to mend</h1>
      <p className="lead">
        No case data have been brought in yet. When they are, this page says which records are wrong, and
        where.
      </p>
    </div>
  );
}
