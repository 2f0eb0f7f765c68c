import { redirect } from 'react-router';
import { jobsPolicy } from '../../commons/jobs/policy.ts';
import { listJobs } from '../../commons/jobs/reads.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import {
  deleteVersion,
  importKind,
  importsPolicy,
  listVersions,
  useVersion as putVersionInUse,
  unitsPolicy,
} from '../../rooms/measures/public.ts';
import { dayText, instantText } from '../../ui/format/days.ts';
import { countText } from '../../ui/format/numbers.ts';
import { whyNotShown } from '../../words/hidden-cell.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/data';
import { DropFolder } from './drop-folder.tsx';
import { dropView } from './drop-view.ts';
import { UploadForm } from './upload-form.tsx';
import { VersionTable } from './version-table.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Data · Midcourse' }];

const shownJobs = 5;

export const loader = signedIn(async (visit) => {
  const { services, actor } = visit;
  const versions = await listVersions(services, scopeFor(actor, importsPolicy['versions.see']));
  const jobs = await listJobs(services.database, scopeFor(actor, jobsPolicy['jobs.read']), {
    kind: importKind,
    limit: shownJobs,
  });
  return {
    drop: await dropView(visit),
    mayDelete: isAllowed(actor.assignments, importsPolicy['versions.delete']),
    mayLeaveDemo:
      services.leaveDemo !== null && isAllowed(actor.assignments, importsPolicy['versions.delete']),
    mayCountUnits: isAllowed(actor.assignments, unitsPolicy['units.change']),
    versions: versions.map(({ number, label, asOf, madeAt, inUse, manifest }) => ({
      ...{ number, label, inUse },
      asOf: dayText(asOf),
      madeAt: instantText(madeAt.toISOString()),
      rows: countText(Object.values(manifest.tables).reduce((sum, table) => sum + (table?.rows ?? 0), 0)),
      setAside: countText(manifest.problems.setAside),
    })),
    imports: jobs.map(({ id, queuedAt, state, sentence }) => ({
      ...{ id, state, sentence },
      queuedAt: instantText(queuedAt.toISOString()),
    })),
  };
});

/** Which version is in use, and which go: one click each, here. */
export const action = signedIn(async ({ request, services, actor }) => {
  const form = await request.formData();
  const number = Number(form.get('version'));
  if (!Number.isInteger(number)) throw new Invalid('No version was chosen.');
  if (form.get('act') === 'use')
    await putVersionInUse(services, scopeFor(actor, importsPolicy['versions.use']), number);
  else if (form.get('act') === 'delete')
    await deleteVersion(services, scopeFor(actor, importsPolicy['versions.delete']), number);
  else throw new Invalid('Nothing was chosen to be done.');
  return redirect('/data');
});

const Imports = ({ imports }: { imports: Route.ComponentProps['loaderData']['imports'] }) => (
  <section className="section" aria-labelledby="imports">
    <h2 id="imports">Imports</h2>
    {imports.length === 0 ? <p className="soft">None yet.</p> : null}
    <ul>
      {imports.map((job) => (
        <li key={job.id}>
          <a href={`/data/imports/${job.id}`}>{job.queuedAt}</a>: {job.sentence ?? 'under way'}
        </li>
      ))}
    </ul>
  </section>
);

export default function Data({ loaderData }: Route.ComponentProps) {
  const { versions, imports, drop, mayDelete, mayCountUnits, mayLeaveDemo } = loaderData;
  return (
    <div className="page page-narrow">
      <h1>Data</h1>
      <p className="meta">
        Every import makes a new version and changes none. Any figure ever shown can be computed again from
        its version.
      </p>
      <section className="section" aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        {versions.length === 0 ? (
          <p className="soft">There are none yet. Bring in the first files below: they are in use at once.</p>
        ) : (
          <VersionTable versions={versions} mayDelete={mayDelete} />
        )}
      </section>
      <UploadForm isFirst={versions.length === 0} />
      <DropFolder drop={drop} />
      <Imports imports={imports} />
      {mayCountUnits ? (
        <p>
          <a href="/data/units">How many people work in each unit</a>: who is too few is not shown outside.
        </p>
      ) : null}
      <p>
        <a href="/data/small-cells">{whyNotShown}</a>
      </p>
      {mayLeaveDemo ? (
        <p>
          These data are invented. <a href="/data/leave-demo">Begin with your own agency</a>
        </p>
      ) : null}
    </div>
  );
}
