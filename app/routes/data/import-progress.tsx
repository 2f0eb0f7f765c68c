import { jobsPolicy } from '../../commons/jobs/policy.ts';
import { jobProgress } from '../../commons/jobs/reads.ts';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { fixesPolicy, type ImportResult } from '../../rooms/measures/public.ts';
import { FollowsItself } from '../../ui/follows-itself.tsx';
import { durationText } from '../../ui/format/days.ts';
import { countText, sizeText } from '../../ui/format/numbers.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/import-progress';

export const meta: Route.MetaFunction = () => [{ title: 'Import · Midcourse' }];

export const loader = signedIn(async ({ params, services, actor }) => {
  const scope = scopeFor(actor, jobsPolicy['jobs.read']);
  const job = await jobProgress(services.database, scope, params.id ?? '');
  const result = job.result as ImportResult | null;
  return {
    title: job.title,
    state: job.state,
    isOver: job.endedAt !== null,
    step: job.step,
    file: job.file,
    share: job.totalBytes > 0 ? job.bytes / job.totalBytes : null,
    rows: countText(job.rows),
    rate: job.rowsPerSecond === null ? null : countText(Math.round(job.rowsPerSecond)),
    read: job.totalBytes > 0 ? `${sizeText(job.bytes)} of ${sizeText(job.totalBytes)}` : null,
    left: job.secondsLeft === null ? null : durationText(job.secondsLeft),
    sentence: job.sentence,
    version: result?.version ?? null,
    extract: result?.extract ?? null,
    problems: result?.problems ?? [],
    problemsTotal: result?.problemsTotal ?? 0,
    maySeeFixes: isAllowed(actor.assignments, fixesPolicy['fixes.read']),
  };
});

type Progress = Route.ComponentProps['loaderData'];

const UnderWay = ({ job }: { job: Progress }) => (
  <>
    <FollowsItself />
    <p className="lead" role="status">
      {job.state === 'waiting'
        ? 'Waiting to begin.'
        : `${job.step || 'Beginning'}${job.file ? `: ${job.file}` : ''}`}
    </p>
    {job.share === null ? null : (
      <progress className="progress" max={1} value={job.share} aria-label="Read so far">
        {Math.round(job.share * 100)}%
      </progress>
    )}
    {job.read === null ? null : (
      <p>
        {job.rows} rows{job.rate === null ? '' : `, ${job.rate} a second`} · {job.read}
        {job.left === null ? '' : ` · ${job.left} left to read`}
      </p>
    )}
    <p className="soft">
      The page follows by itself. You may leave it: the import goes on, and the version in use stays as it is
      until this one is complete.
    </p>
  </>
);

const Problems = ({ job }: { job: Progress }) => (
  <section className="section" aria-labelledby="problems">
    <h2 id="problems">What the files said</h2>
    <p className="soft">
      {job.problemsTotal > job.problems.length
        ? `The first ${job.problems.length} of ${countText(job.problemsTotal)}, those that stop an import first.`
        : 'Each with its place; what stops an import comes first.'}
    </p>
    <ul>
      {job.problems.map((problem) => (
        <li key={`${problem.file} ${problem.line} ${problem.column} ${problem.rule}`}>
          <b>
            {problem.file}
            {problem.line === null ? '' : `, line ${problem.line}`}
            {problem.column === null ? '' : `, ${problem.column}`}
          </b>
          : {problem.sentence}
        </li>
      ))}
    </ul>
  </section>
);

const Ended = ({ job }: { job: Progress }) => (
  <>
    <p className="lead" role="status">
      {job.sentence}
    </p>
    {job.version === null ? (
      <p>
        The version in use is as it was. <a href="/data">Back to the data</a>
        {job.extract === null ? null : (
          <>
            {' '}
            · <a href={`/data/extracts/${job.extract}`}>Back to these files</a>
          </>
        )}
      </p>
    ) : (
      <p>
        <a href={`/data/versions/${job.version}`}>Look at version {job.version}</a>: what was set aside, and
        the quality checks.{' '}
        {job.maySeeFixes ? (
          <>
            <a href="/data/fixes">What is to be mended</a>, and where.{' '}
          </>
        ) : null}
        <a href="/">The board</a>
      </p>
    )}
    {job.problems.length === 0 ? null : <Problems job={job} />}
  </>
);

export default function ImportProgress({ loaderData }: Route.ComponentProps) {
  return (
    <div className="page page-narrow">
      <p className="crumbs">
        <a href="/data">Data</a> · import
      </p>
      <h1>{loaderData.title}</h1>
      {loaderData.isOver ? <Ended job={loaderData} /> : <UnderWay job={loaderData} />}
    </div>
  );
}
