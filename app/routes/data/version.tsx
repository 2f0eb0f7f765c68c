import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import {
  countProblems,
  getVersion,
  importsPolicy,
  listQualityFindings,
  type Manifest,
} from '../../rooms/measures/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { TwinTableView } from '../../ui/charts/twin-table.tsx';
import { dayText, instantText } from '../../ui/format/days.ts';
import { countText, sizeText } from '../../ui/format/numbers.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/version';
import { ProblemCounts } from './problem-counts.tsx';
import { QualityChecks } from './quality-checks.tsx';
import { qualityView } from './quality-view.ts';

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Data version ${loaderData?.number ?? ''} · Midcourse` },
];

const sourcesTable = ({ sources }: Manifest) => ({
  caption: 'Files this version was made of',
  columns: [
    { label: 'File', isNumber: false },
    { label: 'Kind', isNumber: false },
    { label: 'Period', isNumber: false },
    { label: 'Size', isNumber: true },
    { label: 'Rows', isNumber: true },
    { label: 'Set aside', isNumber: true },
  ],
  rows: sources.map(({ name, kind, bytes, rows, setAside, periodEnd, fiscalYear }) => [
    name,
    kind,
    periodEnd ? `to ${dayText(periodEnd)}` : fiscalYear ? `federal year ${fiscalYear}` : '–',
    sizeText(bytes),
    countText(rows),
    countText(setAside),
  ]),
});

const tablesTable = ({ tables }: Manifest) => ({
  caption: 'What it holds',
  columns: [
    { label: 'Table', isNumber: false },
    { label: 'From', isNumber: false },
    { label: 'Rows', isNumber: true },
  ],
  rows: Object.entries(tables).map(([name, table]) => [
    name,
    table?.from.join(', ') ?? '',
    countText(table?.rows ?? 0),
  ]),
});

export const loader = signedIn(async ({ params, services, actor }) => {
  const scope = scopeFor(actor, importsPolicy['versions.see']);
  const version = await getVersion(services, scope, Number(params.number));
  const { manifest } = version;
  return {
    number: version.number,
    label: version.label,
    inUse: version.inUse,
    asOf: dayText(version.asOf),
    madeAt: instantText(version.madeAt.toISOString()),
    program: manifest.programVersion,
    contentId: manifest.contentId,
    sources: sourcesTable(manifest),
    tables: tablesTable(manifest),
    quality: qualityView(await listQualityFindings(manifest, version.folder)),
    problems: await countProblems(services, scope, version.number),
    totals: { total: countText(manifest.problems.total), setAside: countText(manifest.problems.setAside) },
    mayReadProblems: isAllowed(actor.assignments, importsPolicy['problems.read']),
    mayDelete: isAllowed(actor.assignments, importsPolicy['versions.delete']),
  };
});

const Delete = ({ number, inUse }: { number: number; inUse: boolean }) => (
  <section className="section" id="delete" aria-labelledby="delete-heading">
    <h2 id="delete-heading">Delete this version</h2>
    {inUse ? (
      <p>It is in use. Use another version first.</p>
    ) : (
      <form method="post" action="/data">
        <p>
          Its files and its report go for good, and figures shown from it can no longer be computed again.
          That it was here, and who deleted it, stays on record.
        </p>
        <input type="hidden" name="version" value={number} />
        <SubmitButton isQuiet name="act" value="delete">
          Delete version {String(number)}
        </SubmitButton>
      </form>
    )}
  </section>
);

export default function Version({ loaderData }: Route.ComponentProps) {
  const version = loaderData;
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/data">Data</a> · version {version.number}
      </p>
      <h1>
        Data version {version.number}
        {version.inUse ? ', in use' : ''}
      </h1>
      <p className="meta">
        {version.label} · as of {version.asOf} · made {version.madeAt} by Midcourse {version.program} ·
        content <code>{version.contentId.slice(0, 12)}</code>
      </p>
      <section className="section" aria-labelledby="files">
        <h2 id="files">Files and tables</h2>
        <TwinTableView table={version.sources} />
        <TwinTableView table={version.tables} />
      </section>
      <QualityChecks quality={version.quality} />
      <ProblemCounts version={version} />
      {version.mayDelete ? <Delete number={version.number} inUse={version.inUse} /> : null}
    </div>
  );
}
