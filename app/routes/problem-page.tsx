import { isRouteErrorResponse } from 'react-router';
import type { PageProblem } from './page.ts';

const isPageProblem = (value: unknown): value is PageProblem =>
  typeof value === 'object' && value !== null && 'kind' in value && 'message' in value;

const headings: Readonly<Record<PageProblem['kind'], string>> = {
  'not-found': 'There is nothing here',
  'not-allowed': 'You may not see this',
  conflict: 'Something else came first',
  invalid: 'This cannot be used as it is',
};

const nextSteps: Readonly<Record<PageProblem['kind'], string>> = {
  'not-found': 'Check the address, or start again from the board.',
  'not-allowed': 'Ask them, or go back to the board.',
  conflict: 'Go back, look at how things are now, and try again if it is still needed.',
  invalid: 'Go back and change what was chosen.',
};

const KnownProblem = ({ problem }: { problem: PageProblem }) => (
  <div className="page state">
    <h1>{headings[problem.kind]}</h1>
    <dl>
      <dt>What happened</dt>
      <dd>{problem.message}</dd>
      {problem.whoCan === null ? null : (
        <>
          <dt>Who can</dt>
          <dd>{problem.whoCan}</dd>
        </>
      )}
      <dt>What you can do</dt>
      <dd>
        {problem.remedy ?? nextSteps[problem.kind]} <a href="/">The board</a>
      </dd>
    </dl>
  </div>
);

const unknownAddress: PageProblem = {
  kind: 'not-found',
  message: 'No page of Midcourse has this address.',
  whoCan: null,
  remedy: null,
};

/** What happened, what is safe, what to do. */
export const ProblemPage = ({ error }: { error: unknown }) => {
  if (isRouteErrorResponse(error)) {
    if (isPageProblem(error.data)) return <KnownProblem problem={error.data} />;
    if (error.status === 404) return <KnownProblem problem={unknownAddress} />;
  }
  return (
    <div className="page state">
      <h1>Something went wrong on our side</h1>
      <dl>
        <dt>What happened</dt>
        <dd>The page could not be made. It has been noted in the log, without anything about children.</dd>
        <dt>What is safe</dt>
        <dd>Your data and everything that was saved before are as they were.</dd>
        <dt>What you can do</dt>
        <dd>
          Load the page again in a minute. If it stays like this, tell whoever runs Midcourse here when it
          happened. <a href="/">The board</a>
        </dd>
      </dl>
    </div>
  );
};
