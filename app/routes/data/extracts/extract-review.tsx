import { redirect } from 'react-router';
import { jobsPolicy } from '../../../commons/jobs/policy.ts';
import { jobProgress } from '../../../commons/jobs/reads.ts';
import { scopeFor } from '../../../commons/permissions/scope.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import {
  changeDraft,
  checkOf,
  extractsPolicy,
  getDraft,
  importsPolicy,
  isDay,
  startCheck,
  startExtractImport,
} from '../../../rooms/measures/public.ts';
import { FollowsItself } from '../../../ui/follows-itself.tsx';
import { Refusal } from '../../../ui/refusal.tsx';
import { signedIn, type Visit } from '../../page.ts';
import type { Route } from './+types/extract-review';
import { CheckForm } from './check-form.tsx';
import { CheckResult } from './check-result.tsx';
import { nextStep } from './extract-view.ts';
import { ImportExtract } from './import-extract.tsx';
import { Previews } from './previews.tsx';
import { previewsOf } from './previews-view.ts';
import { Steps } from './steps.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Check and import · Midcourse' }];

/** How far the check of these files is, where there is no answer yet. */
const checkJob = async ({ services, actor }: Visit, job: string | null) =>
  job === null
    ? undefined
    : jobProgress(services.database, scopeFor(actor, jobsPolicy['jobs.read']), job).catch((error) => {
        if (error instanceof NotFound) return undefined;
        throw error;
      });

export const loader = signedIn(async (visit) => {
  const { params, services, actor } = visit;
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  const id = params.id ?? '';
  const draft = await getDraft(services, scope, id);
  if (draft.questions.length > 0) throw redirect(nextStep(id, draft));
  const check = checkOf(draft);
  const job = check ? undefined : await checkJob(visit, draft.row.checkJob);
  return {
    ...{ id, check, name: draft.row.basedOn, asOf: draft.row.asOf ?? '' },
    isChecking: job !== undefined && job.endedAt === null,
    failure: job?.state === 'failed' ? job.sentence : null,
    previews: previewsOf(draft),
  };
});

const say = async (visit: Visit, id: string, form: FormData): Promise<Response> => {
  const { services, actor } = visit;
  const scope = scopeFor(actor, extractsPolicy['mappings.change']);
  if (form.get('act') === 'check') {
    const asOf = String(form.get('asOf') ?? '').trim();
    if (asOf !== '' && !isDay(asOf)) throw new Invalid('That is no day.', 'Write it as 2026-09-30.');
    await changeDraft(services.database, scope, id, () => ({ asOf: asOf === '' ? null : asOf }));
    await startCheck(services, services.jobs, scope, id);
    return redirect(`/data/extracts/${id}/review`);
  }
  const scopes = { mapping: scope, importing: scopeFor(actor, importsPolicy['versions.import']) };
  const name = String(form.get('name') ?? '').trim();
  if (name === '' || name.length > 100)
    throw new Invalid(
      'The mapping needs a name.',
      'Say in a few words what these files are, such as “Monthly extract”.',
    );
  const job = await startExtractImport(services, services.jobs, scopes, id, {
    name,
    putInUse: form.get('putInUse') === 'on',
  });
  return redirect(`/data/imports/${job}`);
};

export const action = signedIn(async (visit) => {
  const form = await visit.request.formData();
  try {
    return await say(visit, visit.params.id ?? '', form);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { problem: [error.message, error.remedy].filter(Boolean).join(' ') };
  }
});

const Checking = () => (
  <>
    <FollowsItself />
    <p className="lead" role="status">
      Every row is being checked.
    </p>
    <p className="soft">The page follows by itself. Nothing is imported by it.</p>
  </>
);

export default function ExtractReview({ loaderData, actionData }: Route.ComponentProps) {
  const { id, check, isChecking, failure, name, asOf, previews } = loaderData;
  return (
    <div className="page page-narrow">
      <Steps id={id} current="review" />
      <h1>Check and import</h1>
      <Refusal problem={actionData?.problem ?? failure ?? undefined} />
      {isChecking ? <Checking /> : null}
      {check ? <CheckResult check={check} /> : null}
      {check?.isPossible ? <ImportExtract name={name} /> : null}
      {isChecking ? null : <CheckForm asOf={asOf} isAgain={check !== null} />}
      <Previews previews={previews} />
    </div>
  );
}
