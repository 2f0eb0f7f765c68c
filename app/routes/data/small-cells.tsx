import { data, redirect } from 'react-router';
import { isAllowed } from '../../commons/permissions/permission.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import {
  fewestWorkers,
  getSmallCellRule,
  leastThreshold,
  mostThreshold,
  resultsPolicy,
  rulePolicy,
  setThreshold,
} from '../../rooms/measures/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { whyNotShown } from '../../words/hidden-cell.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/small-cells';

export const meta: Route.MetaFunction = () => [{ title: `${whyNotShown} · Midcourse` }];

export const loader = signedIn(async ({ services, actor, url }) => {
  scopeFor(actor, resultsPolicy['measures.read']);
  const { threshold, homogeneousBelow } = await getSmallCellRule(services.database);
  return {
    ...{ threshold, homogeneousBelow, fewestWorkers },
    limits: [leastThreshold, mostThreshold] as const,
    mayChange: isAllowed(actor.assignments, rulePolicy['small-cells.change']),
    isSaved: url.searchParams.has('saved'),
  };
});

export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, rulePolicy['small-cells.change']);
  const threshold = String((await request.formData()).get('threshold') ?? '');
  try {
    await setThreshold(services.database, scope, { threshold });
  } catch (error) {
    if (error instanceof Invalid) return data({ threshold, problem: error.message }, { status: 422 });
    throw error;
  }
  return redirect('/data/small-cells?saved');
});

interface RuleProps {
  readonly threshold: number;
  readonly homogeneousBelow: number;
  readonly fewestWorkers: number;
}

const Rule = ({ threshold, homogeneousBelow, fewestWorkers: workers }: RuleProps) => (
  <>
    <h2>What is not shown</h2>
    <ul>
      <li>
        A count from 1 to {threshold}: of the children something is true of, or of those it is not true of.
        Zero may be shown.
      </li>
      <li>
        “None of 40” and “all of 40”: they speak of each child. From {homogeneousBelow} children on they may.
      </li>
      <li>
        Whatever would give such a count away by adding and subtracting: that is why a large group can be
        missing beside a small one, and why one figure may be missing in two measures of the same children.
      </li>
      <li>Units of fewer than {workers} people, outside themselves.</li>
      <li>
        Below the whole state, figures in flight, and windows other than federal years, but for months or
        quarters of places large enough.
      </li>
    </ul>
    <h2>What is shown</h2>
    <p>
      All children of the whole state, in any window. You see the place where you work in full, however small
      the figures; supervisors and analysts see those below their place too. Each time figures of few children
      are seen it goes on record.
    </p>
    <h2>Why a figure can be older than the data</h2>
    <p>
      If records that came late change a figure by 1 to {threshold}, the difference would speak of those few.
      The figure then stays as it was shown before, with its day beside it, until more has changed.
    </p>
  </>
);

interface ThresholdFormProps {
  readonly limits: readonly [number, number];
  readonly initial: string;
  readonly problem: string | undefined;
}

const ThresholdForm = ({ limits, initial, problem }: ThresholdFormProps) => (
  <form method="post">
    <h2>Change the number</h2>
    <TextField
      name="threshold"
      label="Counts from 1 to this one are not shown"
      hint={`From ${limits[0]} to ${limits[1]}; 10 is usual. A higher number hides more, at once and of older data too. What was shown before is known: a lower number cannot be taken back.`}
      type="text"
      autoComplete="off"
      isNumber
      initial={initial}
      problem={problem}
    />
    <SubmitButton>Save</SubmitButton>
  </form>
);

export default function SmallCells({ loaderData, actionData }: Route.ComponentProps) {
  const { threshold, limits, mayChange, isSaved } = loaderData;
  return (
    <div className="page page-narrow">
      <p className="meta">
        <a href="/measures">Measures</a>
      </p>
      <h1>{whyNotShown}</h1>
      <p className="lead">
        Behind a very small figure stand children somebody may know. Such figures, and those that would give
        them away, are left out for everybody who does not work with these children.
      </p>
      {isSaved ? (
        <Notice role="status">
          <p>Saved. Figures go by {threshold} from now on.</p>
        </Notice>
      ) : null}
      <Rule {...loaderData} />
      {mayChange ? (
        <ThresholdForm
          limits={limits}
          initial={actionData?.threshold ?? String(threshold)}
          problem={actionData?.problem}
        />
      ) : (
        <p className="soft">An administrator can change the number {threshold}.</p>
      )}
    </div>
  );
}
