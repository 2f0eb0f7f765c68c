import type { ReactNode } from 'react';
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteLoaderData,
} from 'react-router';
import type { Route } from './+types/root';
import { servicesContext } from './request-context.ts';
import { Frame, type FrameVisitor } from './ui/frame.tsx';
import './ui/styles/site.scss';
import { ProblemPage } from './routes/problem-page.tsx';

export const meta: Route.MetaFunction = () => [{ title: 'Midcourse' }];

export const loader = async ({ request, context }: LoaderFunctionArgs): Promise<FrameVisitor | null> => {
  const actor = await context.get(servicesContext).identity.actorOf(request.headers);
  return actor ? { agency: actor.agency, roles: actor.roles, path: new URL(request.url).pathname } : null;
};

const isInteractive = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'isInteractive' in handle && handle.isInteractive === true;

/** The document. It carries no script unless a page on it says that it is interactive. */
export const Layout = ({ children }: { children: ReactNode }) => {
  const visitor = useRouteLoaderData<typeof loader>('root') ?? null;
  const needsScript = useMatches().some((match) => isInteractive(match.handle));
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame visitor={visitor}>{children}</Frame>
        {needsScript ? <Scripts /> : null}
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
