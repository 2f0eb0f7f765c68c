import { isRouteErrorResponse, useRouteLoaderData } from 'react-router';
import type { FrameVisitor } from '../ui/frame.tsx';
import type { PageProblem } from './page.ts';
import { problemHeadings } from './problem-words.ts';

const isPageProblem = (value: unknown): value is PageProblem =>
  typeof value === 'object' && value !== null && 'kind' in value && 'message' in value;

const nextSteps: Readonly<Record<Exclude<PageProblem['kind'], 'not-allowed'>, string>> = {
  'not-found': 'Check the address, or start again from here:',
  conflict: 'Go back, look at how things are now, and try again if it is still needed.',
  invalid: 'Go back and change what was chosen.',
};

type Visitor = FrameVisitor | null;

const accountPage = { path: '/account', label: 'Your account' };

/** A page that this person can see, whoever they are. */
const WayOn = ({ visitor }: { visitor: Visitor }) => {
  if (visitor === null) return <a href="/sign-in">Sign in</a>;
  const { path, label } = visitor.rooms[0] ?? accountPage;
  return <a href={path}>{path === '/' ? 'The board' : label}</a>;
};

const WhereToGo = ({ visitor }: { visitor: FrameVisitor }) => (
  <section aria-labelledby="ways">
    <h2 id="ways">{visitor.rooms.length === 0 ? 'Where you can go' : 'What you can see'}</h2>
    <ul className="ways">
      {[...visitor.rooms, accountPage].map(({ path, label }) => (
        <li key={path}>
          <a href={path}>{label}</a>
        </li>
      ))}
    </ul>
  </section>
);

/** What this person may not do, who can, and where they can go instead. */
const NotAllowedPage = ({ problem, visitor }: { problem: PageProblem; visitor: Visitor }) => (
  <div className="page state">
    <h1>{problem.message}</h1>
    <p className="lead">{problem.whoCan}</p>
    {visitor === null ? (
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    ) : (
      <>
        <p>
          You are here as: {visitor.who}. Nothing was changed. If your work needs this, ask one of those who
          can, or ask an administrator whether the role should be yours.
        </p>
        <WhereToGo visitor={visitor} />
      </>
    )}
  </div>
);

const KnownProblem = ({ problem, visitor }: { problem: PageProblem; visitor: Visitor }) => {
  if (problem.kind === 'not-allowed') return <NotAllowedPage problem={problem} visitor={visitor} />;
  return (
    <div className="page state">
      <h1>{problemHeadings[problem.kind]}</h1>
      <dl>
        <dt>What happened</dt>
        <dd>{problem.message}</dd>
        <dt>What you can do</dt>
        <dd>
          {problem.remedy ?? nextSteps[problem.kind]} <WayOn visitor={visitor} />
        </dd>
      </dl>
    </div>
  );
};

const OurFault = ({ visitor }: { visitor: Visitor }) => (
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
        happened. <WayOn visitor={visitor} />
      </dd>
    </dl>
  </div>
);

/** What happened, what is safe, what to do. */
export const ProblemPage = ({ error }: { error: unknown }) => {
  const visitor = useRouteLoaderData<Visitor>('root') ?? null;
  if (!isRouteErrorResponse(error)) return <OurFault visitor={visitor} />;
  if (isPageProblem(error.data)) return <KnownProblem problem={error.data} visitor={visitor} />;
  return <OurFault visitor={visitor} />;
};
