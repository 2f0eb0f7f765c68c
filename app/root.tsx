import type { ReactNode } from 'react';
import { Links, type LoaderFunctionArgs, Meta, Outlet, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root';
import { assignmentText } from './commons/permissions/actor.ts';
import { roomsFor } from './routes/rooms-for.ts';
import { actorAsking } from './routes/who-asks.ts';
import { Frame, type FrameVisitor } from './ui/frame.tsx';
import './ui/styles/site.scss';
import { ProblemPage } from './routes/problem-page.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Midcourse' }];

export const loader = async ({ request, context }: LoaderFunctionArgs): Promise<FrameVisitor | null> => {
  const actor = await actorAsking({ request, context });
  if (!actor) return null;
  return {
    agency: actor.agency,
    who: actor.assignments.map(assignmentText).join(', '),
    rooms: roomsFor(actor),
    path: new URL(request.url).pathname,
  };
};

/** The document. It carries no script of the framework: a page that needs some names its own small file. */
export const Layout = ({ children }: { children: ReactNode }) => {
  const visitor = useRouteLoaderData<typeof loader>('root') ?? null;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame visitor={visitor}>{children}</Frame>
      </body>
    </html>
  );
};

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ProblemPage error={error} />;
}
